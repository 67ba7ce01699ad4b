"""What the words of a line say about it: the phrases that web pages put around articles.

The phrases are those of page templates (buttons, boxes, notices) in English; no names of outlets. Lines of an article
seldom match: a match counts only for a short line, or where the phrase opens it.
"""

from __future__ import annotations

import re

from .blocks import words_of
from .calendar import AGE, CLOCK_ALONE, DATE, TIME, WEEKDAY

BUTTONS = frozenset(
    """
    share shares email e-mail mail print save comment comments commenting facebook twitter tweet tweets
    whatsapp linkedin pinterest pin reddit telegram instagram youtube messenger flipboard tumblr x sms copy
    copied link url embed close more menu search subscribe sign up in out log login logout register follow us
    following home image images video videos photo photos gallery slideshow next prev previous back to top
    open play pause mute unmute loading tags tag topics topic hashtags likes like views view read thumbnail
    toggle caption captions edition download app newsletter newsletters skip content main show less hide
    enlarge expand live collapse click tap here all icon arrow left right down caret permalink go of and on for via
    by this story article page the options settings font size a b increase decrease text listen audio
    transcript replay autoplay fullscreen bio contact reporter reporters emailmore connect news latest
    """.split()  # noqa: SIM905
)
"""Words of buttons and bars. A line made of these alone is one."""

_PHRASES: tuple[tuple[str, str], ...] = (
    (
        "comments",
        r"leave a (?:reply|comment)|your email address will not|required fields|no comments? yet|(?:\d+|view|"
        r"load|loading|"
        r"show|see|post|write|add|read)(?: all| a| your)?(?: \d+)? comments?\b|join the (?:conversation|"
        r"discussion)|comments are "
        r"|commenting |comment policy|please read our comment|to find out more about \w+ comment|"
        r"be the first to comment|"
        r"have your say|what do you think\?$|% of readers",
    ),
    (
        "related",
        r"(?:related|recommended|similar|popular|trending|featured|latest|recent|top|more|other|suggested)(?: \w+)? "
        r"(?:articles?|stories|story|content|coverage|news|posts?|topics?|videos?|headlines?|reading|links?|"
        r"reads)\b.{0,30}$|"
        r"(?:related|recommended|trending|see also|read also|also read|also see|read more|read next|up next|"
        r"watch|must watch|"
        r"just watched|now playing|don['’]t miss|in case you missed(?: it)?|most (?:read|popular|viewed|shared|"
        r"commented)|"
        r"you (?:may|might) (?:also )?(?:like|be interested)|editor['’]?s['’]? (?:picks?|choice)|what else we|"
        r"trending (?:in|on|now)|read full (?:article|story)|recommended for you)\b\s*(?:[:.…|]|$)|"
        r"more (?:from|on|in|about) (?:the )?(?:[A-Z\d]|this\b)|most (?:read|popular|viewed|shared)\b.{0,40}$|"
        r"(?:read more|see also|also read|read also|watch|related|more|must read)\s?(?::|>|\|)|\[ .{5,120} \]$|"
        r"now playing\b|.{0,200}\byou can (?:read|watch|see|find|listen to|hear) .{2,100}\bhere ?[.!]?$|"
        r"to read the full (?:story|article)",
    ),
    (
        "advert",
        r"advert(?:isement|ising)?s?\b.{0,40}$|sponsored(?: (?:links?|content|by|post))?\b.{0,60}$|"
        r"promoted(?: links?| content)?$|"
        r"(?:story|article|content)? ?continue[sd]? (?:reading )?below|scroll (?:down )?(?:to|for) |"
        r"paid (?:post|content|partnership)|powered by |supported by$|by (?:taboola|outbrain)\b|try our |"
        r"special offer",
    ),
    (
        "subscribe",
        r"(?:sign|signed|signing) up (?:for|to|now|here|with)\b.{0,160}(?:newsletter|e?-?mails?|inbox|alerts?|"
        r"updates?|briefing|"
        r"unsubscribe|free|daily|weekly|morning|account|here|now)|sign up (?:for|to) .{0,80}$|subscribe (?:to|"
        r"for|now|today|here|"
        r"with us)\b|subscribers? only|already (?:a subscriber|registered|have an account)|"
        r"thank you for (?:signing|subscribing)|"
        r"(?:you have |you['’]ve )?successfully (?:subscribed|signed)|you have successfully |enter (?:your|"
        r"a valid) e?-?mail|"
        r"get (?:our|the|today|breaking|all|daily|free|more|unlimited)\b.{0,120}(?:newsletter|inbox|alerts?|"
        r"headlines|emails?|"
        r"delivered|app)|(?:unlimited|full) (?:digital )?access|the .{3,60} newsletter\.?$|"
        r"start your (?:free )?(?:trial|subscription)|to continue reading|"
        r"your subscription (?:supports|has)|support (?:our|independent|local|quality) (?:journalism|reporting|news)|"
        r"you(?:['’]re| are) receiving this|unsubscribe\b.{0,60}$|manage (?:your )?preferences|"
        r"view (?:this (?:e-?mail )?)?in (?:your )?browser|tap here to|"
        r"turn on (?:desktop )?notifications|(?:allow|enable) notifications|chat with us|"
        r"become a (?:member|subscriber)|"
        r"log ?in (?:to|or|with)|download (?:our|the) .{0,40}app|no one covers what is happening|"
        r"breaking news e?-?mails?$|"
        r"stay (?:informed|up to date|updated|connected)|want more .{0,60}\?$",
    ),
    (
        "share",
        r"share (?:this|on|via|with|to|quote|story|article|your|it|:)|(?:read or )?share this (?:story|article)|"
        r"follow .{1,60} on "
        r"(?:x\b|twitter|facebook|instagram|linkedin|telegram|youtube|whatsapp|google|threads|tiktok)|"
        r"follow us\b|find us on|"
        r"like us on|join (?:us on|our) (?:whatsapp|telegram|facebook)|send (?:tips|us|your|this)\b.{0,80}$|"
        r"e-?mail (?:the author|this)|contact (?:us|the author|the (?:writer|reporter))\b|reach .{1,60} at .{3,60}@|"
        r"click here to|tweet this|copy link|translate »|translate this",
    ),
    (
        "rights",
        r"(?:trademark and )?(?:©|\(c\) ?\d{4}|copyright\b)|all rights reserved|.{0,80}\ball rights reserved|"
        r".{0,60}may not be (?:published|reproduced|used|copied)|terms (?:of (?:use|service)|and conditions)|"
        r"privacy policy|cookie|we use cookies|"
        r"reprints? and permissions?|(?:purchase|order|buy)\W? ?(?:order )?reprints?",
    ),
    (
        "disclaimer",
        r"disclaimer\b|\(?(?:this|the) (?:story|article|report|copy|post|news|content|image|photo|"
        r"picture) (?:was|is|has|has been|"
        r"is being|was originally|first|originally)\b.{0,40}(?:published|updated|edited|generated|auto|created|"
        r"taken|sourced|syndicated|"
        r"corrected|appeared|breaking|developing)|(?:except for the headline|only the headline)|"
        r"the views (?:and opinions )?(?:expressed|in this)|"
        r"opinions expressed|editor['’]?s note\s?:|updates? \w+ \d+ at .{0,80}|this (?:story|article) "
        r"(?:will|may) be updated|\(?(?:this is a )?(?:developing|breaking) (?:story|news)\b.{0,60}$|"
        r"a version of this",
    ),
    (
        "other",
        r"country\s?:|for immediate release|embargoed (?:until|for)\b.{0,60}$|(?:press|media|news) release\W*$|"
        r"(?:eds|editors|ed)\s?[.:]\s|forwarded(?: as received| many times)?[\W_]*$|"
        r"window\.[_\w]|function ?\(|var \w+ ?=|<!\[|\{\s*[\"'.\w-]+\s*[:{]|javascript\b|please enable|"
        r"your (?:browser|weather)|we['’]re sorry|congratulations!?$|an error occurred|question of the day|enter city|"
        r"vote (?:now|in)|read (?:\d+ )?(?:min|times)|in this (?:article|story|section)$|table of contents|"
        r"on this page$|jump to|something went wrong",
    ),
)
_LABELS = tuple((label, re.compile(rf"[\W_]{{0,6}}(?:{pattern})", re.IGNORECASE)) for label, pattern in _PHRASES)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+(?:\s+\d{1,3}\s?(?:/|of)\s?\d{1,3})?$|\S+@\S+\.\w{2,6}$|@\w{2,30}$|(?:[\w-]+\.)+(?:com|org|net|in|co\.uk)/\S*$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[+\d,.]+[km]?\s*(?:views?|shares?|likes?|reads?|comments?|readers?|followers?|votes?|retweets?)$"
    r"|\d+\s*-?\s*min(?:ute)?s?\s*read.{0,20}$|(?:image|photo|slide|page)?\s*\d+\s*(?:/|of)\s*\d+$|"
    r"reading time.{0,30}$|"
    r"(?:views?|likes?|shares?)\s*:?\s*[\d,.]+[km]?$|\W*[\d.,:/\s-]*\d[\d.,:/\s-]*$",
    re.IGNORECASE,
)
_READING = re.compile(
    r"(?:reading time.{0,30}|\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*-?\s*min(?:ute)?s?(?:\s*read.{0,20})?)$", re.IGNORECASE
)
# "From: The Morning Tide <hello@…>", "To: …", "Subject: …", and what a forwarded message stands under
_MAIL = re.compile(
    r"(?:from|to|cc|bcc|subject|reply-to|betreff|von|an)\s?:\s\S|-{3,}\s*(?:forwarded|original|begin forwarded)|"
    r"begin forwarded message|sent from my |on .{6,60} wrote:$",
    re.IGNORECASE,
)
_SENT = re.compile(r"(?:date|sent)\s?:\s", re.IGNORECASE)
# "[03/06/2025, 22:41] Anna Berg: Forwarded": a message without words of its own
_CHAT = re.compile(
    r"\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\]?(?:\s?[-–])?\s[^:\n]{1,40}:\s?"
    r"(?:\S+\s?){0,2}$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"\W{0,3}(?:\d{1,5}\s)?comments?\W{0,4}(?:\d{1,5}\W?)?", re.IGNORECASE)
_STAMP = re.compile(
    r"\b(?:originally|first|last|published?|posted|updated?|modified|created|on|at|by|date|time|read|edited|issued|"
    r"released|added|edit|local|am|pm|uploaded|filed|et|ist|est|edt|utc|gmt|cdt|pdt|pst|bst)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b{WEEKDAY}", re.IGNORECASE)
LONGEST = 320


def label_of(text: str) -> str | None:
    """What kind of furniture a line is by its words, or None."""
    if len(text) > LONGEST:
        return _script(text)
    if not any(ch.isalnum() for ch in text):
        return "other"
    if is_date_line(text):
        return "date"
    if CLOCK_ALONE.fullmatch(text) or _READING.match(text) or _CHAT.match(text) or _is_sent(text):
        return "date"
    if _MAIL.match(text):
        return "other"
    if _COMMENTS.fullmatch(text):
        return "comments"
    if _COUNT.match(text):
        return "share"
    if _LINK.match(text):
        return "share"
    words = words_of(text)
    if len(words) <= 9 and all(word.isdigit() or _is_button(word.lower()) for word in words):
        return "share"
    for label, pattern in _LABELS:
        if pattern.match(text):
            return label
    return None


def _is_sent(text: str) -> bool:
    """ "Sent: Tuesday, June 3, 2025 6:02 AM" """
    return bool(_SENT.match(text)) and bool(DATE.search(text))


def _is_button(word: str) -> bool:
    """A word of a button, or two or three of them that scraping glued together ("commentemailmore")."""
    if word in BUTTONS or len(word) > 30:
        return word in BUTTONS
    return any(
        len(word[:k]) > 2 and word[:k] in BUTTONS and len(word[k:]) > 2 and _is_button(word[k:])
        for k in range(3, len(word) - 2)
    )


def _script(text: str) -> str | None:
    label = _LABELS[-1][0]
    if re.match(r"window\.|function ?\(|var \w+ ?=|\{[\s\"]", text):
        return label
    rights = dict(_LABELS)["rights"]
    return "rights" if len(text) < 900 and rights.match(text) else None


def is_date_line(text: str) -> bool:
    """Whether a line holds a date, a time or an age, and hardly a word beside."""
    if len(text) > 160 or (not any(ch.isdigit() for ch in text) and not AGE.search(text)):
        return False
    rest, found = text, 0
    for pattern in (AGE, DATE, TIME):
        rest, times = pattern.subn(" ", rest)
        found += times
    if not found:
        return False
    rest = _STAMP.sub(" ", _WEEKDAY.sub(" ", rest))
    left = words_of(rest)
    return len(left) <= 1 or (
        bool(re.match(r"\W*(?:published?|posted|updated?|last|originally)\b", text, re.IGNORECASE)) and len(left) <= 4
    )
