"""One request at a time to a host, and time to breathe between two."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from .policy import Clock, NotFetchedError, Policy

_SECONDS = re.compile(r"\d{1,9}")


class Pace:
    """When each host may be asked again. A host is a name, whatever the port: behind it stands one machine."""

    def __init__(self, policy: Policy, clock: Clock) -> None:
        self._policy = policy
        self._clock = clock
        self._delays: dict[str, float] = {}
        self._ready: dict[str, float] = {}
        self._closed: dict[str, str] = {}

    def ready_at(self, host: str) -> float:
        """The earliest time, on the clock that only grows, to ask this host."""
        return 0.0 if host in self._closed else self._ready.get(host, 0.0)

    def wait(self, host: str) -> None:
        """Wait until the host may be asked.

        Raises:
            NotFetchedError: it asked to be left alone for longer than this run waits.
        """
        if host in self._closed:
            raise NotFetchedError(self._closed[host])
        left = self._ready.get(host, 0.0) - self._clock.passed()
        if left > 0:
            self._clock.sleep(left)

    def asked(self, host: str) -> None:
        """Take note that a request to the host has just ended."""
        self._rest(host, self._delays.get(host, self._policy.delay))

    def slow_down(self, host: str, seconds: float) -> None:
        """Keep to the delay that the host's robots.txt asks for, within the policy's bounds."""
        wanted = min(seconds, self._policy.longest_delay)
        self._delays[host] = max(wanted, self._delays.get(host, self._policy.delay))

    def back_off(self, host: str, retry_after: str, attempt: int) -> None:
        """Give the host the time it asks for, or more each time if it does not say how much.

        Raises:
            NotFetchedError: it wants more than this run waits, or has been asked often enough.
        """
        wanted = self._asked_for(retry_after)
        if wanted is None:
            wanted = 5.0 * 3**attempt
        if wanted > self._policy.longest_wait or attempt >= self._policy.retries:
            self._closed[host] = f"the host asks to be left alone (for {round(wanted)} seconds)"
            raise NotFetchedError(self._closed[host])
        self._rest(host, max(wanted, self._delays.get(host, self._policy.delay)))

    def _rest(self, host: str, seconds: float) -> None:
        self._ready[host] = self._clock.passed() + seconds

    def _asked_for(self, retry_after: str) -> float | None:
        """The seconds of a Retry-After header, which holds a number of them or a date."""
        text = retry_after.strip()
        if _SECONDS.fullmatch(text):
            return float(text)
        try:
            when = parsedate_to_datetime(text)
            return max((when - self._clock.now()).total_seconds(), 0.0)
        except (TypeError, ValueError, OverflowError):
            return None
