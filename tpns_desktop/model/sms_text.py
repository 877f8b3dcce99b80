"""What a text message will read like and how many messages it costs. Standard library only.

Source: Tencent Cloud SMS fact sheet (tencent-cloud-sms), 6 to 8. Signatures stand before the body
in the brackets of their side: 【】 in mainland China, [] elsewhere; they count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

GSM_STANDARD: Final = frozenset(
    " \n\r!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ"
)
"""Count one each in a global text; blank and line ends are inferred (tencent-cloud-sms 8)."""

GSM_EXTENDED: Final = frozenset("[\\]^{|}~€")
"""Count two each in a global text (tencent-cloud-sms 8)."""

CHARACTERS_WARN: Final = 500
"""The newer page's most (tencent-cloud-sms 8; another page says 2000)."""

CHARACTERS_MAX: Final = 2000
"""The most that any page allows (tencent-cloud-sms 8)."""

CODE_DIGITS_MAX: Final = 6
"""Digits of a value in a template for verification codes (tencent-cloud-sms 7)."""

INDIVIDUAL_VALUE_MAX: Final = 12
"""Characters of a value where the SMS account is a person's (tencent-cloud-sms 7)."""

SIGNATURE_MIN: Final = 2
"""Characters of a signature (tencent-cloud-sms 6)."""

SIGNATURE_MAX: Final = {False: 12, True: 15}
"""Most characters of a signature: mainland, global (tencent-cloud-sms 6, older pages)."""

MALAYSIA: Final = "60"
"""Calling code of the one country with lengths of its own."""

_OPT_OUT: Final = re.compile(
    r"(?i)拒收|退订|回复?\s*(?:td?|n|r)\b|\bstop\b|\bunsub(?:scribe)?\b|\bopt(?:ing)?[ -]?out\b"
)
"""Words by which a person is told how to get no more texts: as they are usual, no page lists
them."""
_OPT_OUT_PLACE: Final = 40
"""Characters at the end among which they are looked for."""

_MALAYSIA_EXTRA: Final = 7
"""What Malaysian rules take of the first message (announcement 100814, tencent-cloud-sms 8)."""

_BLANK: Final = re.compile(r"\{([0-9]{1,3})\}", re.ASCII)
_URL: Final = re.compile(
    r"(?i)https?:|www\.|\b[a-z0-9][a-z0-9-]*\.(?:com|cn|net|org|io|co|me|top|xyz|vip|cc|info|link|ly)\b",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is and as how many messages it is charged."""

    characters: int
    """As they are counted for its unit, signature included."""
    unit: Literal["gsm", "unicode"]
    messages: int


def blanks(template: str) -> tuple[int, ...]:
    """The numbers of the template's blanks ({1}, {2}), ascending, each once."""
    return tuple(sorted({int(number) for number in _BLANK.findall(template)}))


def numbered_right(template: str) -> bool:
    """Whether the blanks are 1..n without gaps (tencent-cloud-sms 7)."""
    found = blanks(template)
    return found == tuple(range(1, len(found) + 1))


def only_blanks(template: str) -> bool:
    """Whether nothing but blanks is in it, which is refused (tencent-cloud-sms 7)."""
    return bool(blanks(template)) and not _BLANK.sub("", template).strip()


def render(template: str, params: Sequence[str]) -> str:
    """The body with its blanks filled.

    Raises:
        ValueError: ``gaps`` where the blanks are not 1..n, ``count`` where there are more or fewer
            values than blanks.
    """
    if not numbered_right(template):
        raise ValueError("gaps")
    if len(blanks(template)) != len(params):
        raise ValueError("count")
    return draft_of(template, params)


def draft_of(template: str, params: Sequence[str]) -> str:
    """The body as far as it is filled; a blank without a value stays as {n}."""

    def filled(found: re.Match[str]) -> str:
        place = int(found.group(1)) - 1
        return (params[place] if 0 <= place < len(params) else "") or found.group()

    return _BLANK.sub(filled, template)


def signed(text: str, name: str, international: bool) -> str:
    """The text behind its signature, in the brackets of its side; without one as it stands."""
    if not name:
        return text
    return f"[{name}]{text}" if international else f"【{name}】{text}"


def segments(text: str, international: bool, country: str = "") -> Length:
    """Length and number of messages of a whole text, its signature included.

    ``country`` is a calling code without the plus; only Malaysia (60) counts otherwise. A text
    without characters costs nothing.
    """
    if not international:
        return Length(len(text), "unicode", _messages(len(text), 70, 67))
    extra = _MALAYSIA_EXTRA if country == MALAYSIA and text else 0
    if all(char in GSM_STANDARD or char in GSM_EXTENDED for char in text):
        length = sum(2 if char in GSM_EXTENDED else 1 for char in text)
        return Length(length, "gsm", _messages(length + extra, 160, 153))
    # What lies outside the basic plane takes two units (inferred from announcement 100814).
    length = sum(2 if ord(char) > 0xFFFF else 1 for char in text)
    return Length(length, "unicode", _messages(length + extra, 70, 67))


def _messages(length: int, alone: int, each: int) -> int:
    if length == 0:
        return 0
    return 1 if length <= alone else -(-length // each)


def has_url(value: str) -> bool:
    """Whether a value holds a web address, which no blank may (tencent-cloud-sms 7)."""
    return _URL.search(value) is not None


def fits_code(value: str) -> bool:
    """Whether a value may stand in a template for verification codes: 0 to 6 digits."""
    return len(value) <= CODE_DIGITS_MAX and (not value or (value.isascii() and value.isdigit()))


def has_opt_out(template: str) -> bool:
    """Whether it ends in words that tell how to get no more of them (tencent-cloud-sms 7)."""
    return _OPT_OUT.search(template.rstrip()[-_OPT_OUT_PLACE:]) is not None
