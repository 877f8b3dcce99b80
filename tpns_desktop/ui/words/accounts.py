"""How accounts of each type are written, and which rows are not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import account_type_name, listed, quoted
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped

ROWS_NAMED = 5
"""So many odd rows are named; of the rest only the number."""

_ANY_LINE = QT_TRANSLATE_NOOP("Accounts", "2 to 100 characters a row")
_MD5 = QT_TRANSLATE_NOOP("Accounts", "32 characters: digits and the letters a to f")
_FORMATS: dict[int, str] = {
    991: QT_TRANSLATE_NOOP("Accounts", "5 to 12 digits"),
    992: _MD5,
    993: QT_TRANSLATE_NOOP(
        "Accounts",
        "Digits and capitals in five parts, such as 49E2084A-290C-41EF-AD20-E540CD6AE841",
    ),
    994: _MD5,
    995: QT_TRANSLATE_NOOP("Accounts", "Six pairs in capitals, such as 08:00:20:0A:8C:6D"),
    996: _MD5,
    997: QT_TRANSLATE_NOOP("Accounts", "Letters, digits and hyphens; capitals count"),
    998: _MD5,
    1000: QT_TRANSLATE_NOOP("Accounts", "14 or 15 digits and small letters"),
    1001: _MD5,
    1002: QT_TRANSLATE_NOOP("Accounts", "A plus, the country code and the number: +8613711112222"),
    1005: QT_TRANSLATE_NOOP("Accounts", "An email address with one @"),
}
"""Types of a form of their own; for every other only a length is published."""


def account_format(number: int) -> str:
    """How an account of this type is written, in a few words."""
    return QCoreApplication.translate("Accounts", _FORMATS.get(number, _ANY_LINE))


def odd_rows(odd: Sequence[tuple[int, str]], number: int) -> str:
    """Which rows (line, text) are not written like their type, the first in full; "" for none."""
    if not odd:
        return ""
    lines = listed([grouped(line) for line, _ in odd[:ROWS_NAMED]])
    more = len(odd) - ROWS_NAMED
    if more > 0:
        said = QCoreApplication.translate("Accounts", "{0} and %Ln more", None, more)
        lines = said.format(lines)
    said = QCoreApplication.translate(
        "Accounts", "Rows to look at: {0}. “{1}” is not written like the type {2}."
    )
    return said.format(lines, odd[0][1], quoted(account_type_name(number)))
