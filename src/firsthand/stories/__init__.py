"""Articles -> Stories: the articles that report one event."""

from .stories import dated_and_placed, group_articles

__all__ = ["dated_and_placed", "group_articles"]
