"""What a look at a web address found, in words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

FAILED = 400
_GONE = (404, 410)

_REASONS = {
    "address": QT_TRANSLATE_NOOP(
        "Links", "This is no web address yet. It begins with https:// and has no spaces."
    ),
    "inside": QT_TRANSLATE_NOOP(
        "Links",
        "This address is on this computer or in your own network. People's phones cannot open it: "
        "use its public address.",
    ),
    "certificate": QT_TRANSLATE_NOOP(
        "Links",
        "The page's certificate is not trusted here. Phones may refuse it, too: ask whoever runs "
        "the page.",
    ),
    "no_answer": QT_TRANSLATE_NOOP(
        "Links", "No answer within five seconds. Look for a typing error, or try again."
    ),
    "redirects": QT_TRANSLATE_NOOP(
        "Links", "This address leads round in circles, or to what is no web page."
    ),
    "network": QT_TRANSLATE_NOOP("Links", "The link could not be asked: see Network in Settings."),
}


class LinkWords(NamedTuple):
    """The words and their role: "hint" where it opens, else "warn"."""

    text: str
    role: str


def link_words(found: int | str) -> LinkWords:
    """Of a status of HTTP, or a reason of `client.links`."""
    if isinstance(found, str):
        return LinkWords(_tr(_REASONS.get(found, _REASONS["no_answer"])), "warn")
    if found in _GONE:
        return LinkWords(_tr(_NOT_FOUND).format(found), "warn")
    if found >= FAILED:
        return LinkWords(_tr(_REFUSED).format(found), "warn")
    return LinkWords(_tr(_OPENS), "hint")


_OPENS = QT_TRANSLATE_NOOP("Links", "✓ It opens.")
_NOT_FOUND = QT_TRANSLATE_NOOP("Links", "Page not found ({0}). Look for a typing error.")
_REFUSED = QT_TRANSLATE_NOOP(
    "Links", "The page answers with an error ({0}). Try it in a browser before you send."
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Links", text)
