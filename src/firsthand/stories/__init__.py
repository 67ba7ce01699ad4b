"""Articles -> Stories: the articles that report one event."""

from .features import Features, features_of
from .stories import dated_and_placed, group_articles

__all__ = ["Features", "dated_and_placed", "features_of", "group_articles"]
