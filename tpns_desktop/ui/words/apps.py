"""Words about connecting an app: regions, colours, what is odd about a key, how a test went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.states import reason_words, refusal_words

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem, PlatformTest
    from tpns_desktop.store.apps import App

REGIONS: dict[str, str] = {
    "guangzhou": QT_TRANSLATE_NOOP("Apps", "Guangzhou"),
    "shanghai": QT_TRANSLATE_NOOP("Apps", "Shanghai"),
    "hongkong": QT_TRANSLATE_NOOP("Apps", "Hong Kong (China)"),
    "singapore": QT_TRANSLATE_NOOP("Apps", "Singapore"),
}
"""Id of an access point → its region; a test holds it against `client.endpoints`."""

_COLOURS: dict[str, str] = {
    "#0B62E5": QT_TRANSLATE_NOOP("Apps", "Blue"),
    "#0A7A45": QT_TRANSLATE_NOOP("Apps", "Green"),
    "#9A3FC0": QT_TRANSLATE_NOOP("Apps", "Purple"),
    "#C62822": QT_TRANSLATE_NOOP("Apps", "Red"),
    "#9A5B00": QT_TRANSLATE_NOOP("Apps", "Orange"),
    "#0E7C86": QT_TRANSLATE_NOOP("Apps", "Teal"),
}

_PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("Apps", "This is needed."),
    "non_ascii": QT_TRANSLATE_NOOP(
        "Apps", "There is a character in it that no key has. Copy it again from the console."
    ),
    "control": QT_TRANSLATE_NOOP(
        "Apps", "There is a line end or an invisible character inside. Copy it again."
    ),
    "space": QT_TRANSLATE_NOOP("Apps", "There is a space inside. Copy it again."),
    "length": QT_TRANSLATE_NOOP("Apps", "Its length is not that of a key. Copy it again."),
    "access_id_digits": QT_TRANSLATE_NOOP("Apps", "An Access ID is ten digits."),
    "access_id_platform": QT_TRANSLATE_NOOP(
        "Apps", "Android IDs usually start with 1500, iOS ones with 1600. Is it in the right place?"
    ),
    "access_id_repeated": QT_TRANSLATE_NOOP(
        "Apps", "Android and iOS have different Access IDs; these are the same."
    ),
    "unknown": QT_TRANSLATE_NOOP("Apps", "Choose one of the list."),
}


def access_point_choices() -> list[tuple[str, str]]:
    """Regions as (id, words)."""
    return [(key, QCoreApplication.translate("Apps", name)) for key, name in REGIONS.items()]


def region_name(access_point: str) -> str:
    """The region of an app in words; empty for practice."""
    text = REGIONS.get(access_point)
    return QCoreApplication.translate("Apps", text) if text else ""


def colour_choices() -> list[tuple[str, str]]:
    """Colours of an app's mark as ("#rrggbb", name)."""
    return [(value, QCoreApplication.translate("Apps", name)) for value, name in _COLOURS.items()]


def problem_words(problem: FieldProblem) -> str:
    """What is missing or odd about one field."""
    text = _PROBLEMS.get(problem.reason, _PROBLEMS["unknown"])
    return QCoreApplication.translate("Apps", text)


def test_words(test: PlatformTest) -> str:
    """How the test of one system's keys went."""
    name = PLATFORMS[test.platform]
    if test.ok:
        if test.devices is None:
            return QCoreApplication.translate("Apps", "✓ {0}: the keys work.").format(name)
        return QCoreApplication.translate("Apps", "✓ {0}: the keys work. {1} devices.").format(
            name, grouped(test.devices)
        )
    said = refusal_words(test.code).happened if test.code else reason_words(test.reason)
    return QCoreApplication.translate("Apps", "✕ {0}: {1}").format(name, said)


_KEYRING: dict[str, str] = {
    "no_keyring": QT_TRANSLATE_NOOP(
        "Apps", "This computer has no password store. We won't write your key to a file."
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Apps", "This computer's password store is locked. Until it is open, keys can't go there."
    ),
    "silent": QT_TRANSLATE_NOOP(
        "Apps",
        "This computer's password store does not answer. Perhaps it asks for its password in "
        "another window.",
    ),
    "failed": QT_TRANSLATE_NOOP("Apps", "This computer's password store refused the key."),
}
"""Reason of `Desk.secret_reason` → what a person is told."""

_TURN_ON: dict[str, str] = {
    "linux": QT_TRANSLATE_NOOP(
        "Apps",
        "Install “GNOME Keyring” or “KWallet” with the software centre, log out and in again, and "
        "start the program again.",
    ),
    "darwin": QT_TRANSLATE_NOOP(
        "Apps",
        "Open “Keychain Access”, see that the keychain “login” is there and unlocked, and start "
        "the program again.",
    ),
    "win32": QT_TRANSLATE_NOOP(
        "Apps",
        "See that the service “Credential Manager” runs, log out and in again, and start the "
        "program again.",
    ),
}


def keyring_words(reason: str | None) -> str:
    """Why keys can't go into the computer's password store; empty when they can."""
    text = _KEYRING.get(reason or "")
    return QCoreApplication.translate("Apps", text) if text else ""


def why_memory(reason: str | None) -> str:
    """The same in a few words, for a sentence that says where the key is instead."""
    if reason in (None, "no_keyring"):
        return QCoreApplication.translate("Apps", "This computer has no password store.")
    return reason_words(f"keyring_{reason}")


def turn_on_words(system: str) -> str:
    """How to get a password store on a system, as `sys.platform` names it."""
    return QCoreApplication.translate("Apps", _TURN_ON.get(system, _TURN_ON["linux"]))


def waiting_words() -> str:
    """What is said while the password store takes its time."""
    return QCoreApplication.translate(
        "Apps",
        "Waiting for this computer's password store. It may ask for its password in another "
        "window.",
    )


def session_words() -> str:
    """What is said of a key that is kept in memory alone."""
    return QCoreApplication.translate(
        "Apps",
        "A key you enter is kept until you close the program and is never written to a file; you "
        "will be asked for it next time.",
    )


def key_place_words(app: App | None) -> str:
    """Where the keys of an app are, in a few words for the strip; empty where there is none."""
    if app is None or app.practice:
        return ""
    places = {app.key_place(platform) for platform in app.platforms} - {None}
    if "memory" in places:
        return QCoreApplication.translate("Apps", "Key kept until you close the program")
    if places:
        return QCoreApplication.translate("Apps", "Key in this computer's password store")
    return ""
