"""Sentences about a test: why there was none, what became of it, what changed since.

Facts come from `send.test_send` and `send.differences`; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.options import OPTIONS
from tpns_desktop.ui.words.audience import PLATFORMS, listed
from tpns_desktop.ui.words.checks import sentence
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import duration, when_inside
from tpns_desktop.ui.words.options import OPTION_WORDS
from tpns_desktop.ui.words.results import ending_words
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.differences import Difference
    from tpns_desktop.send.test_send import LastTest
    from tpns_desktop.store.history import PushRow

translate = QCoreApplication.translate

_REFUSALS: dict[str, str] = {
    "no_device": QT_TRANSLATE_NOOP("Testing", "Tick at least one device."),
    "too_many": QT_TRANSLATE_NOOP("Testing", "Tick at most 1,000 devices of one system."),
    "device_gone": QT_TRANSLATE_NOOP(
        "Testing", "One of these devices was changed or removed meanwhile. Tick them again."
    ),
    "no_platform": QT_TRANSLATE_NOOP(
        "Testing", "This app has no keys for the system of a ticked device."
    ),
    "not_ready": QT_TRANSLATE_NOOP("Testing", "The message has to be mended first."),
    "not_exact": QT_TRANSLATE_NOOP(
        "Testing",
        "The finished request would not have named exactly these devices. Look at their tokens.",
    ),
    "app_gone": QT_TRANSLATE_NOOP("Testing", "The app is no longer connected on this computer."),
    "storage": QT_TRANSLATE_NOOP(
        "Testing",
        "Sending is off because of the data on this computer. The banner above says what to do.",
    ),
    "failed": QT_TRANSLATE_NOOP("Testing", "The test could not be written down on this computer."),
}
_NO_TEST = QT_TRANSLATE_NOOP("Testing", "No test was sent. {0}")

_DEVICES: dict[str, str] = {
    "name_required": QT_TRANSLATE_NOOP("Testing", "Give the device a name."),
    "name_taken": QT_TRANSLATE_NOOP("Testing", "Another device has this name. Choose another one."),
    "platform_required": QT_TRANSLATE_NOOP("Testing", "Say whether it is Android or an iPhone."),
    "token_required": QT_TRANSLATE_NOOP("Testing", "Paste the token of the device."),
    "token_too_long": QT_TRANSLATE_NOOP(
        "Testing", "A token is one piece of at most 36 characters. Copy it again."
    ),
    "token_taken": QT_TRANSLATE_NOOP("Testing", "This device is there already: {0}"),
}
_NO_DEVICE = QT_TRANSLATE_NOOP("Testing", "The device could not be kept on this computer.")

_FIELDS: dict[str, str] = {
    "message.title": QT_TRANSLATE_NOOP("Testing", "Title"),
    "message.content": QT_TRANSLATE_NOOP("Testing", "Text"),
    "message.ios.aps.alert.subtitle": QT_TRANSLATE_NOOP("Testing", "Subtitle"),
    "message.android.action": QT_TRANSLATE_NOOP("Testing", "What a tap opens"),
    "message.xg_media_resources": QT_TRANSLATE_NOOP("Testing", "Picture"),
    "message.xg_media_audio_resources": QT_TRANSLATE_NOOP("Testing", "Sound file"),
    "message.thread_id": QT_TRANSLATE_NOOP("Testing", "Group of notifications"),
    "message.thread_sumtext": QT_TRANSLATE_NOOP("Testing", "Group of notifications"),
    "message.android.custom_content": QT_TRANSLATE_NOOP("Testing", "Data for the app"),
    "message.ios.custom_content": QT_TRANSLATE_NOOP("Testing", "Data for the app"),
    "message.accept_time": QT_TRANSLATE_NOOP("Testing", "Hours in which it is shown"),
    "message.default_title": QT_TRANSLATE_NOOP("Testing", "Text for phones without a value"),
    "message.default_content": QT_TRANSLATE_NOOP("Testing", "Text for phones without a value"),
    "message.default_subtitle": QT_TRANSLATE_NOOP("Testing", "Text for phones without a value"),
    "message.show_type": QT_TRANSLATE_NOOP("Testing", "What happens while the app is open"),
    "message.android.show_type": QT_TRANSLATE_NOOP("Testing", "What happens while the app is open"),
    "message_type": QT_TRANSLATE_NOOP("Testing", "Kind of message"),
    "ntf_wt_attrs": QT_TRANSLATE_NOOP("Testing", "Personalised text"),
    "supply_inapp_msg": QT_TRANSLATE_NOOP("Testing", "Banner inside the app"),
    "environment": QT_TRANSLATE_NOOP("Testing", "iOS environment"),
    "expire_time": QT_TRANSLATE_NOOP("Testing", "How long it is tried"),
    "channel_rules": QT_TRANSLATE_NOOP("Testing", "Delivery channels"),
    "tpns_online_push_type": QT_TRANSLATE_NOOP("Testing", "Delivery channels"),
}
"""Path on the wire, or the beginning of one → what a person calls it."""

_ANY = QT_TRANSLATE_NOOP("Testing", "A setting under “More options”")

_KINDS: dict[str, str] = {
    "changed": QT_TRANSLATE_NOOP("Testing", "{0}: changed after your test"),
    "added": QT_TRANSLATE_NOOP("Testing", "{0}: added after your test"),
    "removed": QT_TRANSLATE_NOOP("Testing", "{0}: taken out after your test"),
}

_SHOWN_MAX = 60
"""Characters of a value that stand beside a difference."""


def refused_test_words(error: BaseException) -> str:
    """Why no test was sent, from a `SendTestRefused` or anything else that went wrong."""
    reason = str(getattr(error, "reason", ""))
    said = [translate("Testing", _REFUSALS.get(reason, _REFUSALS["failed"]))]
    if reason == "failed" and (code := getattr(error, "code", None)) is not None:
        said.append(reason_words(code))
    said += dict.fromkeys(sentence(finding) for finding in getattr(error, "findings", ()))
    return translate("Testing", _NO_TEST).format(together(said))


def refused_device_words(error: BaseException) -> str:
    """Why a device was not added, from a `DeviceRefused` or anything else that went wrong."""
    reason = str(getattr(error, "reason", ""))
    said = translate("Testing", _DEVICES.get(reason, _NO_DEVICE))
    return said.format(getattr(error, "name", ""))


def sent_test_words(count: int) -> str:
    """The verb and the number on the button: "Send test to 2 devices"."""
    return translate("Testing", "Send test to %Ln device(s)", None, count)


def outcome_words(row: PushRow) -> str:
    """What became of a test on one system, in a sentence or two."""
    if row.state in ("confirmed", "held", "sending"):
        return translate("Testing", "On its way to TPNS…")
    if row.state == "accepted":
        if not row.push_ids:
            return translate("Testing", "TPNS took it. Look at the phone.")
        return translate("Testing", "TPNS took it: push ID {0}. Look at the phone.").format(
            listed(row.push_ids)
        )
    words = ending_words(row)
    if row.state == "unknown":
        return together(
            [
                words.happened,
                translate("Testing", "Look at the phone. Another test does no harm."),
            ]
        )
    return together([part for part in (words.happened, words.to_do) if part])


# ----------------------------------------------------------------------------- what has changed


def last_test_sentence(test: LastTest) -> str:
    """When the last test was sent and to which devices."""
    at = when_inside(test.at)
    if not test.devices:
        return translate("Testing", "Last test: {0}").format(at)
    return translate("Testing", "Last test: {0}, to {1}").format(at, listed(test.devices))


def untested_sentence(platform: str) -> str:
    """That a system had no test."""
    return translate("Testing", "{0}: not tested yet").format(PLATFORMS[platform])


def difference_lines(
    found: Mapping[str, Sequence[Difference]],
) -> list[tuple[str, str]]:
    """What changed since the test as (sentence, old → new or empty), each thing once.

    `found`: platform → differences. What changed on one system alone is named with it.
    """
    lines: dict[tuple[str, str], list[str]] = {}
    for platform, changes in found.items():
        for change in changes:
            key = (_sentence(change), _values(change))
            lines.setdefault(key, [])
            if platform not in lines[key]:
                lines[key].append(platform)
    told = []
    for (said, values), platforms in lines.items():
        one = len(platforms) < len(found)
        named = (
            translate("Testing", "{0} ({1})").format(said, PLATFORMS[platforms[0]]) if one else said
        )
        told.append((named, values))
    return told


def _sentence(change: Difference) -> str:
    kind, known = change.kind, _known(change.path)
    # Of a part with several fields, one that came beside another is a change of the whole.
    if known and change.path not in _FIELDS:
        kind = "changed"
    name = known or _option(change.path) or translate("Testing", _ANY)
    return translate("Testing", _KINDS[kind]).format(name)


def _option(path: str) -> str:
    """What the form calls the option that stands at `path` in a request; empty for none."""
    for option in OPTIONS:
        if path in (".".join(option.wire), ".".join(option.wire_ios)):
            words = OPTION_WORDS.get(option.path)
            return translate("Options", words.title) if words is not None else ""
    return ""


def _known(path: str) -> str:
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        known = _FIELDS.get(".".join(parts[:length]))
        if known is not None:
            return translate("Testing", known)
    return ""


def _values(change: Difference) -> str:
    if change.path == "expire_time":
        old, new = (duration(v) if isinstance(v, int) else "" for v in (change.old, change.new))
    elif change.path in ("message.title", "message.content") or change.path.endswith(".url"):
        old, new = _short(change.old), _short(change.new)
    else:
        return ""
    if not old or not new:
        return new or old
    return translate("Testing", "{0} → {1}").format(old, new)


def _short(value: Any) -> str:
    if not isinstance(value, str) or not value:
        return ""
    line = " ".join(value.split())
    if len(line) > _SHOWN_MAX:
        line = line[: _SHOWN_MAX - 1] + "…"
    return translate("Testing", "“{0}”").format(line)
