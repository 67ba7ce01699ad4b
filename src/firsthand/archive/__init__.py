"""Archives: millions of pages to stories, in parts, on one machine or many; what is done stays done.

Needs the extra `archive` (and for the engine ray, `cluster`): its modules are imported by who asks for a run.
"""

from .settings import ArchiveError, Settings

__all__ = ["ArchiveError", "Settings"]
