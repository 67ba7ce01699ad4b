"""Words that cannot both hold of one thing: common opposites of English, and words with a prefix of negation.

Converses are none: what one sells another buys, and of a victory there is a defeat.
"""

from __future__ import annotations

from functools import cache

_PAIRS = """
    rise/fall increase/decrease increase/decline increase/reduce increase/cut grow/shrink win/lose
    accept/reject approve/reject support/oppose supporter/opponent confirm/deny open/close arrive/leave
    arrive/depart guilty/innocent alive/dead first/last more/less more/few high/low large/small big/small
    big/tiny male/female man/woman boy/girl son/daughter brother/sister father/mother north/south
    northern/southern east/west eastern/western early/late new/old young/old strong/weak success/failure
    succeed/fail agree/disagree allow/ban allow/prohibit allow/forbid permit/ban permit/prohibit permit/forbid
    hire/fire begin/end start/stop start/end begin/stop begin/finish start/finish include/exclude
    release/detain release/arrest free/jail free/arrest acquit/convict gain/loss majority/minority
    public/private safe/dangerous always/never all/none many/few most/few present/absent peaceful/violent
    married/divorced marry/divorce attack/defend praise/criticise praise/criticize praise/condemn
    welcome/condemn welcome/criticise welcome/criticize survive/die live/die possible/impossible
    likely/unlikely true/false improve/worsen strengthen/weaken raise/lower raise/cut expand/shrink
    above/below inside/outside ahead/behind domestic/foreign military/civilian join/leave launch/cancel
    resume/suspend pass/fail destroy/rebuild recover/lose find/lose grant/refuse hurt/unhurt injured/unhurt
    optimistic/pessimistic hot/cold warm/cold wet/dry rich/poor full/empty fast/slow easy/difficult easy/hard
    light/dark cheap/expensive good/bad better/worse best/worst right/wrong left/right happy/sad healthy/ill
    healthy/sick friend/enemy ally/enemy remember/forget appear/disappear enter/leave enter/exit remain/leave
    stay/leave keep/lose build/destroy build/demolish protect/destroy encourage/discourage cause/prevent
    enable/prevent enlarge/reduce maximum/minimum ancient/modern permanent/temporary voluntary/compulsory
    optional/compulsory optional/mandatory voluntary/mandatory urban/rural same/different deep/shallow
    wide/narrow thick/thin smooth/rough calm/stormy near/far sunrise/sunset day/night summer/winter
    upstream/downstream surplus/deficit profit/loss asset/liability legitimate/illegitimate
"""
PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis")
"""Of negation; the rest must be the other word: legal, illegal."""
SHORTEST = 4
"""Letters of a word that a prefix of negation is looked for in front of: "able"."""


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For each lemma those that are opposite to it."""
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split():
        one, other = pair.split("/")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def opposed(left: str, right: str) -> bool:
    """Whether two lemmas are opposites."""
    if right in opposites().get(left, ()):
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= SHORTEST and any(long == prefix + short for prefix in PREFIXES)
