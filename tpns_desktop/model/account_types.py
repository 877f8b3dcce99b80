"""The table of account types and the formats of their accounts. Standard library only.

Facts of section 14 of the TPNS REST fact sheet. No source says that the service checks formats, so
a text that does not fit deserves a warning, never a refusal; a number that is not in this table is
refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ANY_LINE: Final = r"[^\r\n]{2,100}"
"""Only the length rule of packages is published for most types (inferred for lists)."""

_MD5: Final = r"[0-9A-Fa-f]{32}"


@dataclass(frozen=True, slots=True)
class AccountType:
    """One line of the table."""

    number: int
    """What goes into ``account_type``."""
    name: str
    """English name of the service's table; the window has its own words."""
    pattern: str
    """Regular expression of a whole account."""
    legacy: bool = False
    """Dropped from the tables of 2023 and later; still offered."""


ACCOUNT_TYPES: Final[tuple[AccountType, ...]] = (
    AccountType(0, "Default", _ANY_LINE),
    *(AccountType(number, f"Custom {number}", _ANY_LINE) for number in range(1, 17)),
    AccountType(989, "TAID or QIMEI", _ANY_LINE, legacy=True),
    AccountType(991, "QQ number", r"[0-9]{5,12}"),
    AccountType(992, "QQ number, MD5", _MD5),
    AccountType(993, "IDFA", r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", legacy=True),
    AccountType(994, "IDFA, MD5", _MD5, legacy=True),
    AccountType(995, "MAC address", r"[0-9A-F]{2}(:[0-9A-F]{2}){5}", legacy=True),
    AccountType(996, "MAC address, MD5", _MD5, legacy=True),
    AccountType(997, "OAID", r"[0-9A-Za-z-]{2,100}"),
    AccountType(998, "OAID, MD5", _MD5),
    AccountType(999, "WeChat UnionID", _ANY_LINE),
    AccountType(1000, "IMEI", r"[0-9a-z]{14,15}", legacy=True),
    AccountType(1001, "IMEI, MD5", _MD5, legacy=True),
    AccountType(1002, "Mobile number", r"\+[1-9][0-9]{6,14}"),
    AccountType(1003, "WeChat OpenID", _ANY_LINE),
    AccountType(1004, "QQ OpenID", _ANY_LINE),
    AccountType(1005, "Email", _ANY_LINE),
    AccountType(1006, "Sina Weibo", _ANY_LINE),
    AccountType(1007, "Alipay", _ANY_LINE),
    AccountType(1008, "Taobao", _ANY_LINE),
    AccountType(1009, "Douban", _ANY_LINE),
    AccountType(1010, "Facebook", _ANY_LINE),
    AccountType(1011, "Twitter", _ANY_LINE),
    AccountType(1012, "Google", _ANY_LINE),
    AccountType(1013, "Baidu", _ANY_LINE),
    AccountType(1014, "JD", _ANY_LINE),
    AccountType(1015, "LinkedIn", _ANY_LINE),
)
"""All types, by number."""

_BY_NUMBER: Final = {kind.number: kind for kind in ACCOUNT_TYPES}
_COMPILED: Final = {kind.number: re.compile(kind.pattern) for kind in ACCOUNT_TYPES}
_EMAIL: Final = 1005
_ONE_AT: Final = re.compile(r"[^@]+@[^@]+")


def account_type(number: int) -> AccountType | None:
    """The line of the table, or ``None`` for a number that is in no table (17, 988, 990, …)."""
    return _BY_NUMBER.get(number)


def fits(number: int, text: str) -> bool:
    """Whether ``text``, whole and as it stands, has the format of account type ``number``.

    ``False`` for a number that is in no table. An email address also needs a single ``@`` with
    text on both sides (inferred, and a warning like the others).
    """
    pattern = _COMPILED.get(number)
    if pattern is None or pattern.fullmatch(text) is None:
        return False
    return number != _EMAIL or _ONE_AT.fullmatch(text) is not None
