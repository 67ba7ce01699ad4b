"""Pages: files and folders to decoded pages. One reader a format; what cannot be read is a recorded failure."""

from .reading import list_files, read_file, read_paths
from .walking import Found

__all__ = ["Found", "list_files", "read_file", "read_paths"]
