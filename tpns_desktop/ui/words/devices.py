"""What there is to say of a test device: its id as it is typed, and why it was not kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.limits import TOKEN_LENGTH
from tpns_desktop.model.typed_ids import token_look
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped

_LOOKS: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("Devices", "36 characters; the app shows it, or your developers know."),
    "right": QT_TRANSLATE_NOOP("Devices", "36 characters: looks right."),
    "short": QT_TRANSLATE_NOOP("Devices", "{0} of {1} characters so far."),
    "long": QT_TRANSLATE_NOOP("Devices", "{0} characters; a device ID has {1}."),
    "masked": QT_TRANSLATE_NOOP("Devices", "Part of it is hidden by stars. Copy it whole."),
    "letters": QT_TRANSLATE_NOOP(
        "Devices", "Usually there are only digits and the letters a to f. Please look again."
    ),
}

_REFUSALS: dict[str, str] = {
    "name_required": QT_TRANSLATE_NOOP("Devices", "Give the device a name that you recognise."),
    "name_taken": QT_TRANSLATE_NOOP("Devices", "Another device has this name. Choose another."),
    "platform_required": QT_TRANSLATE_NOOP("Devices", "Say whether it is an Android or an iPhone."),
    "token_required": QT_TRANSLATE_NOOP("Devices", "Paste the ID of the device."),
    "token_too_long": QT_TRANSLATE_NOOP("Devices", "A device ID is one row of 36 characters."),
    "token_taken": QT_TRANSLATE_NOOP("Devices", "This ID is in the book already, as “{0}”."),
    "gone": QT_TRANSLATE_NOOP("Devices", "The device was removed meanwhile. Add it anew."),
}
"""Reason of a `DeviceRefused` → what to do."""

_FAILED = QT_TRANSLATE_NOOP("Devices", "The device could not be kept. Try it again.")


def token_words(token: str) -> str:
    """What can be told of a device id by looking at it."""
    said = QCoreApplication.translate("Devices", _LOOKS[token_look(token)])
    return said.format(grouped(len(token)), grouped(TOKEN_LENGTH))


def refusal_words(reason: str, name: str = "") -> str:
    """Why a device was not kept, and what to do."""
    text = _REFUSALS.get(reason, _FAILED)
    return QCoreApplication.translate("Devices", text).format(name)
