"""Who gets a push, as a sentence or a short label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate

from tpns_desktop.model.account_types import ACCOUNT_TYPES, account_type
from tpns_desktop.model.tags import ACTIVE, EXAMPLES, OWN, day_of
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import locale

PLATFORMS = {"android": "Android", "ios": "iPhone"}
"""Names of the two systems; the same in every language."""

TAG_TYPES: dict[str, str] = {
    "xg_user_define": QT_TRANSLATE_NOOP("Words", "My tags"),
    "xg_auto_province": QT_TRANSLATE_NOOP("Words", "Province"),
    "xg_auto_city": QT_TRANSLATE_NOOP("Words", "City"),
    "xg_auto_active": QT_TRANSLATE_NOOP("Words", "Active on"),
    "xg_auto_version": QT_TRANSLATE_NOOP("Words", "App version"),
    "xg_auto_devicebrand": QT_TRANSLATE_NOOP("Words", "Phone brand"),
    "xg_auto_deviceversion": QT_TRANSLATE_NOOP("Words", "Phone model"),
    "xg_auto_systemversion": QT_TRANSLATE_NOOP("Words", "System version"),
    "xg_auto_systemlanguage": QT_TRANSLATE_NOOP("Words", "Language"),
    "xg_auto_country": QT_TRANSLATE_NOOP("Words", "Country"),
    "xg_auto_sdkversion": QT_TRANSLATE_NOOP("Words", "SDK version"),
}
"""Kind of tag → what people call it."""

MATCHES: dict[str, str] = {
    "any": QT_TRANSLATE_NOOP("Words", "is any of"),
    "all": QT_TRANSLATE_NOOP("Words", "is all of"),
    "none": QT_TRANSLATE_NOOP("Words", "is none of"),
}

_ACCOUNT_TYPES: dict[int, str] = {
    0: QT_TRANSLATE_NOOP("Words", "Default"),
    989: QT_TRANSLATE_NOOP("Words", "TAID or QIMEI (older)"),
    991: QT_TRANSLATE_NOOP("Words", "QQ number"),
    992: QT_TRANSLATE_NOOP("Words", "QQ number, MD5"),
    993: QT_TRANSLATE_NOOP("Words", "IDFA (older)"),
    994: QT_TRANSLATE_NOOP("Words", "IDFA, MD5 (older)"),
    995: QT_TRANSLATE_NOOP("Words", "MAC address (older)"),
    996: QT_TRANSLATE_NOOP("Words", "MAC address, MD5 (older)"),
    998: QT_TRANSLATE_NOOP("Words", "OAID, MD5"),
    999: QT_TRANSLATE_NOOP("Words", "WeChat UnionID"),
    1000: QT_TRANSLATE_NOOP("Words", "IMEI (older)"),
    1001: QT_TRANSLATE_NOOP("Words", "IMEI, MD5 (older)"),
    1002: QT_TRANSLATE_NOOP("Words", "Mobile number (+8613711112222)"),
    1003: QT_TRANSLATE_NOOP("Words", "WeChat OpenID"),
    1005: QT_TRANSLATE_NOOP("Words", "Email"),
    1006: QT_TRANSLATE_NOOP("Words", "Sina Weibo"),
    1007: QT_TRANSLATE_NOOP("Words", "Alipay"),
    1008: QT_TRANSLATE_NOOP("Words", "Taobao"),
    1009: QT_TRANSLATE_NOOP("Words", "Douban"),
    1013: QT_TRANSLATE_NOOP("Words", "Baidu"),
    1014: QT_TRANSLATE_NOOP("Words", "JD.com"),
}
"""Only the names that need translating; the rest are brand names of the table."""

_HAVING: dict[str, tuple[str, str]] = {
    "xg_user_define": (
        QT_TRANSLATE_NOOP("Words", "with the tag {0}"),
        QT_TRANSLATE_NOOP("Words", "without the tag {0}"),
    ),
    "xg_auto_province": (
        QT_TRANSLATE_NOOP("Words", "in the province {0}"),
        QT_TRANSLATE_NOOP("Words", "not in the province {0}"),
    ),
    "xg_auto_city": (
        QT_TRANSLATE_NOOP("Words", "in the city {0}"),
        QT_TRANSLATE_NOOP("Words", "not in the city {0}"),
    ),
    "xg_auto_active": (
        QT_TRANSLATE_NOOP("Words", "active on {0}"),
        QT_TRANSLATE_NOOP("Words", "not active on {0}"),
    ),
    "xg_auto_version": (
        QT_TRANSLATE_NOOP("Words", "using app version {0}"),
        QT_TRANSLATE_NOOP("Words", "not using app version {0}"),
    ),
    "xg_auto_devicebrand": (
        QT_TRANSLATE_NOOP("Words", "using a phone by {0}"),
        QT_TRANSLATE_NOOP("Words", "not using a phone by {0}"),
    ),
    "xg_auto_deviceversion": (
        QT_TRANSLATE_NOOP("Words", "using the phone model {0}"),
        QT_TRANSLATE_NOOP("Words", "not using the phone model {0}"),
    ),
    "xg_auto_systemversion": (
        QT_TRANSLATE_NOOP("Words", "using system version {0}"),
        QT_TRANSLATE_NOOP("Words", "not using system version {0}"),
    ),
    "xg_auto_systemlanguage": (
        QT_TRANSLATE_NOOP("Words", "using the language {0}"),
        QT_TRANSLATE_NOOP("Words", "not using the language {0}"),
    ),
    "xg_auto_country": (
        QT_TRANSLATE_NOOP("Words", "in the country {0}"),
        QT_TRANSLATE_NOOP("Words", "not in the country {0}"),
    ),
    "xg_auto_sdkversion": (
        QT_TRANSLATE_NOOP("Words", "using SDK version {0}"),
        QT_TRANSLATE_NOOP("Words", "not using SDK version {0}"),
    ),
}
"""Kind of tag → who has one of the tags, who has none of them."""

_WITH_TAGS = QT_TRANSLATE_NOOP("Words", "with the tags {0}")
_OF_ANY_KIND = _HAVING["xg_user_define"]

_CUSTOM_TYPES = range(1, 17)


def _words(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def listed(names: Sequence[str]) -> str:
    """Names one after the other: "a, b, c" (a Chinese list has its own comma)."""
    return QCoreApplication.translate("Words", ", ").join(names)


def account_type_name(number: int) -> str:
    """What people call an account type, without its number."""
    if number in _CUSTOM_TYPES:
        return QCoreApplication.translate("Words", "Custom type {0}").format(number)
    if number in _ACCOUNT_TYPES:
        return _words(_ACCOUNT_TYPES[number])
    kind = account_type(number)
    return kind.name if kind else str(number)


def account_type_choices() -> list[tuple[str, str]]:
    """All account types as (draft key, "1002 — Mobile number")."""
    return [
        (str(kind.number), f"{kind.number} — {account_type_name(kind.number)}")
        for kind in ACCOUNT_TYPES
    ]


def tag_type_name(tag_type: str) -> str:
    """What people call a kind of tag."""
    return _words(TAG_TYPES.get(tag_type, tag_type))


def match_name(match: str) -> str:
    """How the tags of a row are matched, in words."""
    return _words(MATCHES[match])


def tag_sentence(groups: Sequence[Sequence[Mapping[str, Any]]]) -> str:
    """Tag rows read back as one sentence; empty while there is no tag.

    Tags of a row stand in brackets, rows are joined by "and", groups by "; or": nobody has to know
    which of "and" and "or" comes first.
    """
    said = [_group_words(group) for group in groups]
    whole = QCoreApplication.translate("Words", "; or ").join(part for part in said if part)
    return QCoreApplication.translate("Words", "People {0}").format(whole) if whole else ""


def _group_words(group: Sequence[Mapping[str, Any]]) -> str:
    rows = [_row_words(row) for row in group if row["tags"]]
    return QCoreApplication.translate("Words", ", and ").join(rows)


def _row_words(row: Mapping[str, Any]) -> str:
    tag_type, match = str(row["tag_type"]), row["match"]
    tags = [_tag_words(tag_type, str(tag)) for tag in row["tags"]]
    joint = (
        QCoreApplication.translate("Words", " and ")
        if match == "all"
        else QCoreApplication.translate("Words", " or ")
    )
    *before, last = tags
    said = joint.join((listed(before), last)) if before else last
    if before:
        said = QCoreApplication.translate("Words", "({0})").format(said)
    with_tag, without = _HAVING.get(tag_type, _OF_ANY_KIND)
    if match == "all" and before and tag_type == OWN:
        with_tag = _WITH_TAGS
    return _words(without if match == "none" else with_tag).format(said)


def _tag_words(tag_type: str, tag: str) -> str:
    day = day_of(tag) if tag_type == ACTIVE else None
    if day is not None:
        pattern = QCoreApplication.translate("Words", "d MMM yyyy")
        return locale().toString(QDate(*day), pattern)
    return quoted(tag)


def quoted(text: str) -> str:
    """A word that somebody wrote, inside of ours."""
    return QCoreApplication.translate("Words", "“{0}”").format(text)


def tag_examples(tag_type: str) -> str:
    """How tags of this kind are written: "guangdong, hunan"."""
    return listed(EXAMPLES.get(tag_type, ()))


def counted_accounts(count: int) -> str:
    """How many accounts, in words."""
    return QCoreApplication.translate("Words", "%Ln account(s)", None, count)


def repeats_removed(count: int) -> str:
    """How many repeated lines count once only, in words."""
    return QCoreApplication.translate("Words", "%Ln repeat(s) removed", None, count)


def counted_devices(count: int) -> str:
    """How many devices, in words."""
    return QCoreApplication.translate("Words", "%Ln device(s)", None, count)


def device_words(count: int, named: Sequence[str]) -> str:
    """How many devices, those of the device book by name: "3 devices: Mi 14 and 2 typed ones"."""
    counted = counted_devices(count)
    if not named:
        return counted
    typed = count - len(named)
    if typed > 0:
        more = QCoreApplication.translate("Words", "%Ln typed in", None, typed)
        said = QCoreApplication.translate("Words", "{0}: {1}, and {2}")
        return said.format(counted, listed(named), more)
    return QCoreApplication.translate("Words", "{0}: {1}").format(counted, listed(named))


def short_label(kind: str | None, count: int | None, app_name: str) -> str:
    """A few words for a table cell or a button: "37 accounts", "everyone in Demo Mall"."""
    if kind == "all":
        return QCoreApplication.translate("Words", "everyone in {0}").format(app_name)
    if kind == "tag":
        return QCoreApplication.translate("Words", "people with these tags")
    if kind == "account":
        return counted_accounts(count or 0)
    if kind == "file":
        if count is None:
            return QCoreApplication.translate("Words", "those of a file")
        return QCoreApplication.translate("Words", "%Ln from a file", None, count)
    if kind == "device":
        return counted_devices(count or 0)
    return QCoreApplication.translate("Words", "nobody yet")
