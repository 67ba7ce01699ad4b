"""The form a word is compared by: without inflection, one spelling, numbers as figures."""

from __future__ import annotations

from functools import lru_cache

_SUFFIXES = ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")
# Irregular verbs of English (closed class): the base form, then the forms that stand for it. Modal verbs are here with
# their past, which reported speech puts for the present.
_VERBS = """be am is are was were been being|have has had having|do does did done|say says said|will would|can could|
may might|become became|begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|
choose chose chosen|come came|deal dealt|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|
fight fought|find found|flee fled|fly flew flown|forget forgot forgotten|get gets got gotten|give gave given|
go goes went gone|grow grew grown|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|
leave left|lend lent|lie lay lain|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|rise rose risen|
run ran|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|show shown|sing sang sung|
sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|stand stood|steal stole stolen|strike struck|
swear swore sworn|swim swam swum|take took taken|teach taught|tell told|think thought|throw threw thrown|
understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written"""
_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_BASE = {form: row.split()[0] for row in _VERBS.replace("\n", "").split("|") for form in row.split()}
_FIGURES = {word: str(number) for number, word in enumerate(_NUMBERS.split())}
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_FIGURES |= {word: str(10 * number) for number, word in enumerate(_TENS.split(), start=3)}


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form a word is compared by: lower case, without inflection, British and American spelling made one."""
    word = word.lower()
    if word[0].isdigit():
        return word.replace(",", "")
    known = _FIGURES.get(word) or _BASE.get(word)
    if known or len(word) < 5:
        return known or word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    if len(word) > 4:
        word = word.replace("our", "or").replace("ence", "ense")
        word = word[:-2] + "iz" if word.endswith("is") else word
    return word.rstrip("e") if len(word) > 4 else word
