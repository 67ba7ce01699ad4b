"""What a site's robots.txt allows, by RFC 9309."""

from __future__ import annotations

from http import HTTPStatus

from protego import Protego

from .addresses import refusal
from .asking import REDIRECTS, Answer, Asker
from .pace import Pace
from .policy import PRODUCT, NoConnectionError, NotFetchedError, OutOfTimeError
from .urls import RefusedURLError, Target, joined, target_of

_LARGEST = 512_000
"""Bytes that are read of it; the RFC asks for at least 500 KiB."""
_REDIRECTS = 5
"""As many as the RFC asks to follow; a chain of more means that there is no robots.txt."""


class Robots:
    """The rules of the sites of one run, each asked for once."""

    def __init__(self, asker: Asker, pace: Pace) -> None:
        self._asker = asker
        self._pace = pace
        self._rules: dict[tuple[str, bool], Protego | str] = {}

    def check(self, target: Target, *, allow_private: bool) -> None:
        """Make sure that the target may be asked for.

        Raises:
            NotFetchedError: the site forbids it, or does not say because its robots.txt cannot be had.
        """
        key = (target.site, allow_private)
        if key not in self._rules:
            self._rules[key] = self._asked(target, allow_private)
        rules = self._rules[key]
        if isinstance(rules, str):
            raise NotFetchedError(rules)
        if not rules.can_fetch(target.url, PRODUCT):
            raise NotFetchedError("its robots.txt forbids it")

    def _asked(self, target: Target, allow_private: bool) -> Protego | str:
        """The site's rules, or why nothing of it may be fetched.

        No answer and a server's error (5xx, and 429 with them) forbid everything; any other error of 4xx means that
        there are no rules.
        """
        try:
            answer = self._found(target, allow_private)
        except OutOfTimeError:
            raise
        except NoConnectionError as error:
            return str(error)
        except NotFetchedError as error:
            return f"its robots.txt cannot be had: {error}"
        if answer is None or (400 <= answer.status < 500 and answer.status != HTTPStatus.TOO_MANY_REQUESTS):
            return Protego.parse("")
        if answer.status != HTTPStatus.OK:
            return f"its robots.txt cannot be had: the answer is {answer.status}"
        try:
            data = answer.unpacked(_LARGEST, start=True)
        except NotFetchedError as error:
            return f"its robots.txt cannot be read: {error}"
        rules = Protego.parse(data.decode("utf-8-sig", "replace"))
        self._keep_to(rules, target.host)
        return rules

    def _found(self, target: Target, allow_private: bool) -> Answer | None:
        """The answer at the end of the redirects; None where they do not end, or lead nowhere."""
        at = target_of(f"{target.site}/robots.txt", any_port=True)
        for _ in range(_REDIRECTS + 1):
            self._pace.wait(at.host)
            try:
                answer = self._asker.ask(at, allow_private=allow_private, first=_LARGEST)
            finally:
                self._pace.asked(at.host)
            if answer.status not in REDIRECTS:
                return answer
            allow_private = allow_private and refusal(answer.address) is not None
            try:
                at = joined(at, answer.header("location"), any_port=allow_private)
            except RefusedURLError:
                return None
        return None

    def _keep_to(self, rules: Protego, host: str) -> None:
        delay = rules.crawl_delay(PRODUCT)
        if delay:
            self._pace.slow_down(host, delay)
        rate = rules.request_rate(PRODUCT)
        if rate and rate.requests:
            self._pace.slow_down(host, rate.seconds / rate.requests)
