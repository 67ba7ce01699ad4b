"""Posting to webhooks: over the same guarded connections as fetching, so the same rules for addresses hold."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore2

from firsthand.pages.fetching import Network, Policy
from firsthand.pages.fetching.network import Guard
from firsthand.pages.fetching.policy import NotFetchedError
from firsthand.pages.fetching.urls import RefusedURLError, target_of

SECONDS = 15.0
"""For one delivery, from name to answer. Receivers are asked to answer first and to work later."""
MOST = 100_000
"""Bytes of an answer, which is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What a webhook answered: a status, or why there is none."""

    status: int | None
    failure: str | None


def post(url: str, body: bytes, headers: Mapping[str, str], policy: Policy, network: Network) -> Posted:
    """Hand a body to a URL. Redirects are not followed: a webhook says where it is."""
    try:
        target = target_of(url, any_port=policy.allow_private)
        guard = Guard(network, seconds=SECONDS, silence=SECONDS, most=MOST, allow_private=policy.allow_private)
        sent = {
            "Host": target.authority,
            "User-Agent": policy.user_agent,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "Connection": "close",
            **headers,
        }
        connection = httpcore2.HTTPConnection(
            origin=httpcore2.Origin(target.scheme.encode(), target.host.encode(), target.port),
            ssl_context=network.ssl_context or (ssl.create_default_context() if target.scheme == "https" else None),
            network_backend=guard,
        )
        where = httpcore2.URL(
            scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
        )
        try:
            with connection.stream("POST", where, headers=list(sent.items()), content=body) as response:
                return Posted(status=response.status, failure=None)
        finally:
            connection.close()
    except (RefusedURLError, NotFetchedError) as reason:
        return Posted(status=None, failure=str(reason))
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        return Posted(status=None, failure=f"no answer ({type(error).__name__})")
