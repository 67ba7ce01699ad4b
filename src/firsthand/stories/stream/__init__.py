"""Articles -> Stories, one at a time: each article is placed at once, whatever the archive holds."""

from .stream import Stream
from .values import Change, Follows, LiveStory, Near, Placement

__all__ = ["Change", "Follows", "LiveStory", "Near", "Placement", "Stream"]
