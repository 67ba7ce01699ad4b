"""Articles: a page to its articles, with what the page says of them and the way back to its characters."""

from .reading import NoArticle, read_page

__all__ = ["NoArticle", "read_page"]
