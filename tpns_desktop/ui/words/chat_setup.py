"""Words and links of the page *What must be ready*, before a Chat push can reach anybody."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

STEPS: Final = ("edition", "users", "keys", "practice")

_DOCS = "https://intl.cloud.tencent.com/document/product/1047"
_CONSOLE = "https://console.tencentcloud.com/im"
_CHINA = "https://console.cloud.tencent.com/im"

LINKS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "edition": (
        (QT_TRANSLATE_NOOP("ChatSetup", "About this push"), f"{_DOCS}/37165"),
        (QT_TRANSLATE_NOOP("ChatSetup", "Chat console"), _CONSOLE),
        (QT_TRANSLATE_NOOP("ChatSetup", "Chat console, China site"), _CHINA),
    ),
    "users": ((QT_TRANSLATE_NOOP("ChatSetup", "Importing accounts"), f"{_DOCS}/34953"),),
    "keys": (
        (QT_TRANSLATE_NOOP("ChatSetup", "About the secret key"), f"{_DOCS}/34385"),
        (QT_TRANSLATE_NOOP("ChatSetup", "Chat console"), _CONSOLE),
    ),
    "practice": (),
}
"""Step → (words, address) of each page to open. The consoles' addresses are inferred."""

EDITIONS: Final = (
    (
        QT_TRANSLATE_NOOP("ChatSetup", "Since 2025"),
        QT_TRANSLATE_NOOP("ChatSetup", "Pro, Pro Plus or Enterprise"),
        "",
    ),
    (
        QT_TRANSLATE_NOOP("ChatSetup", "2024"),
        QT_TRANSLATE_NOOP("ChatSetup", "Advanced (进阶版) or Ultimate"),
        QT_TRANSLATE_NOOP("ChatSetup", "by a ticket; ready after 48 hours"),
    ),
    (
        QT_TRANSLATE_NOOP("ChatSetup", "Before"),
        QT_TRANSLATE_NOOP("ChatSetup", "Flagship or Ultimate (旗舰版)"),
        QT_TRANSLATE_NOOP("ChatSetup", "by a ticket; ready after 48 hours"),
    ),
)
"""When → the edition's names → how it was switched on; the names differ by the page's date."""

_TITLES: Final[dict[str, str]] = {
    "edition": QT_TRANSLATE_NOOP("ChatSetup", "The right edition, switched on"),
    "users": QT_TRANSLATE_NOOP("ChatSetup", "Users who can receive"),
    "keys": QT_TRANSLATE_NOOP("ChatSetup", "SDKAppID, administrator and key"),
    "practice": QT_TRANSLATE_NOOP("ChatSetup", "Try it in practice"),
}

_HOW: Final[dict[str, tuple[str, ...]]] = {
    "edition": (
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "Pushing to all users comes with certain editions of Chat alone. Tencent has named "
            "them differently over the years; yours should be one of these:",
        ),
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "Switch it on in the Chat console: Feature Configuration, Login and Message, Push to "
            "all users. Where that entry is missing, ask for it by a ticket. It may take up to 48 "
            "hours until it works; until then the service refuses each push.",
        ),
    ),
    "users": (
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "A user can receive once the account has logged in to the app, or was imported. All "
            "others get nothing, and the service does not say so.",
        ),
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "People who are offline get the message later only if it is kept for them, up to 7 "
            "days. A notification on a closed app needs the phone makers' certificates in the "
            "console.",
        ),
    ),
    "keys": (
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "In the Chat console open the app, then “Basic Configuration”: SDKAppID and secret key "
            "stand there. The account must be an administrator of the app, listed under account "
            "management; “administrator” is there from the beginning.",
        ),
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "Whoever has the key can speak for any user of the app: never send it by mail or chat.",
        ),
    ),
    "practice": (
        QT_TRANSLATE_NOOP(
            "ChatSetup",
            "Practice has a Chat app with made-up users, tags and attributes. Everything works, "
            "and nothing leaves this computer.",
        ),
    ),
}


def title_of(step: str) -> str:
    """What a step is called."""
    return _said(_TITLES[step])


def how_words(step: str) -> list[str]:
    """What there is to know and to do, a paragraph each."""
    return [_said(text) for text in _HOW[step]]


def edition_rows() -> list[tuple[str, str, str]]:
    """When, names of the edition, how it was switched on."""
    return [(_said(when), _said(names), _said(how) if how else "") for when, names, how in EDITIONS]


def links_of(step: str) -> list[tuple[str, str]]:
    """Pages of a step as (words, address)."""
    return [(_said(text), address) for text, address in LINKS[step]]


def _said(text: str) -> str:
    return QCoreApplication.translate("ChatSetup", text)
