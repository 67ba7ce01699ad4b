"""What single keys do. `desk.js` acts on the same table: the help that it shows is made of this one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Keys with one meaning."""

    keys: tuple[str, ...]
    does: str


KEYMAP = (
    Keys(keys=("j", "k"), does="next and previous story, finding, passage or line"),
    Keys(keys=("Enter",), does="open what is marked"),
    Keys(keys=("/",), does="search"),
    Keys(keys=("g s",), does="go to the stories; g o sources, g c check, g a add, g f feeds, g w work, g d decisions"),
    Keys(keys=("r", "w", "n"), does="judge the finding right or wrong, or write a note on it"),
    Keys(keys=("u",), does="undo the decision just taken"),
    Keys(keys=("c",), does="copy the finding as a citation"),
    Keys(keys=("b",), does="read the finding’s articles side by side"),
    Keys(keys=(".",), does="show what is new"),
    Keys(keys=("?",), does="this list"),
    Keys(keys=("Esc",), does="close what is open"),
)
