"""Pages: files and folders to decoded pages. One reader a format; what cannot be read is a recorded failure."""

from .reading import read_paths

__all__ = ["read_paths"]
