"""Fetching: URLs asked for politely and safely, and what came kept as WARC, from which a run can be repeated.

The only part of Firsthand that touches a network, and only when a URL is given.
"""

from .keeping import SUFFIX, CannotKeepError, Keeper
from .links import links_in
from .network import Network
from .policy import Clock, Policy
from .run import Fetched, Follow, fetch_urls

__all__ = [
    "SUFFIX",
    "CannotKeepError",
    "Clock",
    "Fetched",
    "Follow",
    "Keeper",
    "Network",
    "Policy",
    "fetch_urls",
    "links_in",
]
