"""What can be told about a text by looking at it: widths, cuts, invisible characters, dates.

Pure functions on strings, standard library only; any string is taken, lone surrogates included.
Which of it matters, and when, is decided in `checks.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tpns_desktop.model.widths import fitting, half_widths

__all__ = [
    "NamedDay",
    "blanks",
    "fitting",
    "half_widths",
    "hidden",
    "is_personal",
    "other_day",
    "surrogates",
    "without_blanks",
    "without_hidden",
]

_ZWJ = "\u200d"
_VARIATION_SELECTORS = ("\ufe0e", "\ufe0f")

_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0"
    "\ufff9\ufffa\ufffb"
)
"""Zero-width characters, bidirectional controls, fillers, line and paragraph separators."""

_ODD_SPACES = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
"""Spaces that look like a plain one. U+3000 is not here: Chinese text is typed with it."""

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(sorted(_INVISIBLE | _ODD_SPACES))
    + "]"
)
_BLACK_FLAG = "\U0001f3f4"


def hidden(text: str) -> tuple[int, ...]:
    """Positions of characters that nobody sees but machines do, in order.

    Zero-width characters, bidirectional controls, control characters other than line feed and tab,
    lone surrogates, and spaces that are no plain space. Joiners, variation selectors and tags that
    belong to an emoji are not among them.
    """
    return tuple(
        match.start() for match in _SUSPECT.finditer(text) if not _in_emoji(text, match.start())
    )


def surrogates(text: str) -> int:
    """How many lone surrogates `text` holds: halves of a character, which UTF-8 cannot write."""
    return sum("\ud800" <= char <= "\udfff" for char in text)


def without_hidden(text: str) -> str:
    """`text` without what `hidden` names; odd spaces become plain ones, separators line feeds."""
    chars = list(text)
    for position in hidden(text):
        char = chars[position]
        if char in _ODD_SPACES:
            chars[position] = " "
        elif char in "\u2028\u2029":
            chars[position] = "\n"
        else:
            chars[position] = ""
    return "".join(chars)


def _in_emoji(text: str, position: int) -> bool:
    char = text[position]
    if char == _ZWJ:
        before = text[position - 1] if position else ""
        after = text[position + 1 : position + 2]
        return _emoji_part(before) and _emoji_part(after)
    if "\U000e0020" <= char <= "\U000e007f":
        # The flags of England, Scotland and Wales are spelt with invisible letters.
        start = position
        while start and "\U000e0020" <= text[start - 1] <= "\U000e007f":
            start -= 1
        return start > 0 and text[start - 1] == _BLACK_FLAG
    return False


def _emoji_part(char: str) -> bool:
    if not char:
        return False
    return char in _VARIATION_SELECTORS or (
        char >= "\u2000" and unicodedata.category(char) in ("So", "Sk")
    )


# ----------------------------------------------------------------------------------------- blanks

_BLANK = re.compile(r"\{\{\s*([^{}\s][^{}]{0,63}?)\s*\}\}")


def blanks(text: str) -> tuple[str, ...]:
    """Names of the ``{{blanks}}`` that personal text fills in, once each (tpns-rest 5.6)."""
    return tuple(dict.fromkeys(_BLANK.findall(text)))


def without_blanks(text: str) -> str:
    """`text` with every blank taken out."""
    return _BLANK.sub("", text)


def is_personal(draft: Mapping[str, Any]) -> bool:
    """Whether a draft is a notification whose blanks are filled in for each device."""
    message = draft.get("message")
    if not isinstance(message, Mapping) or message.get("kind") not in (None, "notify"):
        return False
    personal = message.get("personal")
    return isinstance(personal, Mapping) and bool(personal.get("on"))


# ------------------------------------------------------------------------------------------ dates

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = {
    "Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Thu": 3, "Thur": 3, "Thurs": 3, "Fri": 4,
    "Sat": 5, "Sun": 6,
}  # fmt: skip
_CHINESE_WEEKDAYS = {char: day for day, char in enumerate("一二三四五六日")} | {"天": 6}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# "next Friday" and 下周五 name another day on purpose.
_WEEKDAY = re.compile(
    r"(?P<other>(?:next|last|every|each|previous)\s+)?"
    r"(?<![A-Za-z])(?P<name>(?i:" + "|".join(_WEEKDAYS) + r"))(?![A-Za-z])"
)
# "Sat", "Sun" and "Mon" are words, too: they count only with a number or a month behind them.
_SHORT_WEEKDAY = re.compile(
    r"(?<![A-Za-z])(?P<name>(?:Tues?|Wed|Thu(?:rs?)?|Fri)(?![A-Za-z])|(?:Mon|Sat|Sun)(?=[.,]?\s*"
    r"(?:[0-9]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
_CHINESE_WEEKDAY = re.compile(
    r"(?P<other>下下?个?|上上?个?|每个?|逢|各)?(?:周|週|星期|礼拜)(?P<name>[一二三四五六日天])(?!年)"
)
_NUMERIC_DATE = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})\s?[-/.年]\s?(?P<month>[0-9]{1,2})\s?[-/.月]\s?"
    r"(?P<day>[0-9]{1,2})(?![0-9])\s?[日号號]?"
)
_CHINESE_DATE = re.compile(
    r"(?<![0-9年/.-])(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?[日号號]"
)
_MONTH_NAME = (
    r"(?P<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_DAY = re.compile(
    r"(?<![A-Za-z])"
    + _MONTH_NAME
    + r"\.?\s(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9%A-Za-z]|:[0-9])"
    r"(?:,?\s(?P<year>20[0-9]{2})(?![0-9]))?"
)
_DAY_MONTH = re.compile(
    r"(?<![0-9:.])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?:of\s)?"
    + _MONTH_NAME
    + r"(?![A-Za-z])(?:,?\s(?P<year>20[0-9]{2})(?![0-9]))?"
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a text names."""

    said: str
    """The very words."""
    start: int
    """Where they begin."""
    weekday: int | None = None
    """0 Monday to 6 Sunday, where only a weekday is named."""
    day: date | None = None
    """The date; without a year in the text, the one nearest to the day asked about."""


def other_day(text: str, sent_on: date) -> NamedDay | None:
    """The first day that `text` names and that is not `sent_on`, or None when all is well.

    Weekdays and dates are judged apart. Where several are named, one that fits is enough, and so is
    a span of dates around `sent_on` ("Nov 1 – Nov 11", 周一至周五).
    """
    for judge in (_other_date, _other_weekday):
        found = judge(text, sent_on)
        if found is not None:
            return found
    return None


def _other_date(text: str, sent_on: date) -> NamedDay | None:
    named = sorted(_dates(text, sent_on), key=lambda found: found.start)
    days = [found.day for found in named if found.day is not None]
    if not days or min(days) <= sent_on <= max(days):
        return None
    return named[0]


def _other_weekday(text: str, sent_on: date) -> NamedDay | None:
    named = sorted(_weekdays(text), key=lambda found: found.start)
    days = [found.weekday for found in named if found.weekday is not None]
    if not days or sent_on.weekday() in days:
        return None
    if len(days) == 2 and days[0] < sent_on.weekday() < days[1]:
        return None
    return named[0]


def _weekdays(text: str) -> Iterator[NamedDay]:
    for match in _WEEKDAY.finditer(text):
        if not match["other"]:
            number = _WEEKDAYS.index(match["name"].lower())
            yield NamedDay(match["name"], match.start(), weekday=number)
    for match in _SHORT_WEEKDAY.finditer(text):
        number = _SHORT_WEEKDAYS[match["name"]]
        yield NamedDay(match["name"], match.start(), weekday=number)
    for match in _CHINESE_WEEKDAY.finditer(text):
        if not match["other"]:
            number = _CHINESE_WEEKDAYS[match["name"]]
            yield NamedDay(match[0], match.start(), weekday=number)


def _dates(text: str, near: date) -> Iterator[NamedDay]:
    for pattern in (_NUMERIC_DATE, _CHINESE_DATE, _MONTH_DAY, _DAY_MONTH):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = (
                int(groups["month"])
                if "month" in groups
                else _MONTHS.index(groups["name"][:3].lower()) + 1
            )
            year = groups.get("year")
            day = _date(int(year) if year else None, month, int(groups["day"]), near)
            if day is not None:
                yield NamedDay(match[0].strip(), match.start(), day=day)


def _date(year: int | None, month: int, day: int, near: date) -> date | None:
    candidates = []
    for candidate in (year,) if year else (near.year, near.year + 1, near.year - 1):
        try:
            candidates.append(date(candidate, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda found: abs(found - near), default=None)
