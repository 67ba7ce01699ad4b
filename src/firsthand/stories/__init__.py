"""Articles -> Stories: the articles that report one event."""

from .stories import group_articles

__all__ = ["group_articles"]
