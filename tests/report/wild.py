"""Any text at all, for property tests: controls, halves of characters and marks of direction among it."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

_BITES = st.sampled_from(
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r", "\n=1", "\0", "\ud800", "\udfff", "\u202e", "\u2066",
     "\x1b[2J", "\x9b31m", "'", '"', '";=1', "</script>", "<!--", "]]>", "\\", "\\n", "\\u003d", "\u2028", "\ufeff",
     "\uff1d1", "%0a", "\u0301", "\U0001f6a2", "../../x"]
)  # fmt: skip
_TWO_HALVES = re.compile("[\ud800-\udbff](?=[\udc00-\udfff])")
WILD = (
    st.lists(st.one_of(_BITES, st.text(st.characters(exclude_categories=()), max_size=6)), max_size=6)
    .map("".join)
    .map(lambda text: _TWO_HALVES.sub("", text))
)
"""Two halves side by side are left out: in JSON they are one character, and nothing can keep them apart."""
QUICK = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""For whole reports, each of which takes a while: what fails is shown as it was found."""
