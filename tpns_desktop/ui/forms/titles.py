"""Label and hint of every field, by its path in the draft. Words only, in the source language.

Those of the single choices about a message are in `words.options`.
"""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.options import OPTION_WORDS


class Title(NamedTuple):
    """What stands above a field and, if anything, below it."""

    title: str
    hint: str = ""


TITLES: dict[str, Title] = {
    "audience.kind": Title(QT_TRANSLATE_NOOP("Fields", "Who gets it")),
    "audience.account.text": Title(
        QT_TRANSLATE_NOOP("Fields", "Accounts"),
        QT_TRANSLATE_NOOP("Fields", "One account per line. Paste as many as 1,000."),
    ),
    "audience.account.account_type": Title(
        QT_TRANSLATE_NOOP("Fields", "Account type"),
        QT_TRANSLATE_NOOP("Fields", "The type your developers registered. Ask them if unsure."),
    ),
    "audience.account.push_type": Title(QT_TRANSLATE_NOOP("Fields", "Send to")),
    "audience.file.list_id": Title(QT_TRANSLATE_NOOP("Fields", "List")),
    "audience.file.account_type": Title(
        QT_TRANSLATE_NOOP("Fields", "Account type"),
        QT_TRANSLATE_NOOP("Fields", "Another type has the file checked again."),
    ),
    "audience.file.push_type": Title(QT_TRANSLATE_NOOP("Fields", "Send to")),
    "audience.file.platform": Title(QT_TRANSLATE_NOOP("Fields", "These devices are")),
    "audience.device.named": Title(
        QT_TRANSLATE_NOOP("Fields", "Test devices"),
        QT_TRANSLATE_NOOP("Fields", "From the device book of this app; each on its own system."),
    ),
    "audience.device.skip_bad": Title(
        QT_TRANSLATE_NOOP("Fields", "Skip tokens that TPNS does not know"),
        QT_TRANSLATE_NOOP("Fields", "Otherwise one wrong token keeps the push from all of them."),
    ),
    "audience.device.text": Title(
        QT_TRANSLATE_NOOP("Fields", "Devices"),
        QT_TRANSLATE_NOOP("Fields", "One device ID (token) per line, 36 characters each."),
    ),
    "audience.device.platform": Title(
        QT_TRANSLATE_NOOP("Fields", "These devices are"),
    ),
    "message.title": Title(QT_TRANSLATE_NOOP("Fields", "Title")),
    "message.content": Title(QT_TRANSLATE_NOOP("Fields", "Text")),
    "message.tap.kind": Title(QT_TRANSLATE_NOOP("Fields", "When tapped")),
    "message.tap.url": Title(
        QT_TRANSLATE_NOOP("Fields", "Web address"),
        QT_TRANSLATE_NOOP(
            "Fields",
            "Opens on Android. On iPhone a tap opens the app: TPNS offers no web page there.",
        ),
    ),
    "message.tap.page": Title(
        QT_TRANSLATE_NOOP("Fields", "Page in the app"),
        QT_TRANSLATE_NOOP(
            "Fields",
            "The address your developers gave the page, such as shop://orders/today. Android only.",
        ),
    ),
    "message.tap.confirm": Title(
        QT_TRANSLATE_NOOP("Fields", "Ask before the page is opened"),
    ),
    "message.tap.activity": Title(
        QT_TRANSLATE_NOOP("Fields", "Class of the screen"),
        QT_TRANSLATE_NOOP(
            "Fields", "Its full class name, such as com.shop.OrderActivity. Android only."
        ),
    ),
    "message.tap.intent_flags": Title(
        QT_TRANSLATE_NOOP("Fields", "Intent flags"),
        QT_TRANSLATE_NOOP("Fields", "A number that your developers know."),
    ),
    "message.tap.pending_flags": Title(
        QT_TRANSLATE_NOOP("Fields", "PendingIntent flags"),
        QT_TRANSLATE_NOOP("Fields", "A number that your developers know."),
    ),
    "message.kind": Title(QT_TRANSLATE_NOOP("Fields", "Kind of message")),
    "message.custom": Title(
        QT_TRANSLATE_NOOP("Fields", "Custom data"),
        QT_TRANSLATE_NOOP(
            "Fields", "What the app reads besides the text. Huawei phones do not get it."
        ),
    ),
    "message.accept": Title(
        QT_TRANSLATE_NOOP("Fields", "Show it only at these times of day"),
        QT_TRANSLATE_NOOP("Fields", "Android, TPNS's own channel. Without any: at all times."),
    ),
    "message.personal.on": Title(
        QT_TRANSLATE_NOOP("Fields", "Personal text"),
        QT_TRANSLATE_NOOP(
            "Fields", "{{name}} in title and text becomes what is known of each device."
        ),
    ),
    "message.personal.title": Title(
        QT_TRANSLATE_NOOP("Fields", "Title where nothing is known"),
        QT_TRANSLATE_NOOP("Fields", "For devices without a value. Needed on Android."),
    ),
    "message.personal.content": Title(
        QT_TRANSLATE_NOOP("Fields", "Text where nothing is known"),
        QT_TRANSLATE_NOOP("Fields", "For devices without a value."),
    ),
    "message.personal.subtitle": Title(
        QT_TRANSLATE_NOOP("Fields", "Subtitle where nothing is known"),
    ),
    "message.in_app_too": Title(
        QT_TRANSLATE_NOOP("Fields", "Show it inside the app, too"),
        QT_TRANSLATE_NOOP(
            "Fields", "As a banner in the app on phones that have notifications off."
        ),
    ),
    "schedule.kind": Title(QT_TRANSLATE_NOOP("Fields", "When")),
    "schedule.at": Title(
        QT_TRANSLATE_NOOP("Fields", "Date and time"),
        QT_TRANSLATE_NOOP("Fields", "Beijing time, UTC+8"),
    ),
    "schedule.loop.every": Title(QT_TRANSLATE_NOOP("Fields", "How often")),
    "schedule.loop.days": Title(QT_TRANSLATE_NOOP("Fields", "On these days")),
    "schedule.loop.times": Title(
        QT_TRANSLATE_NOOP("Fields", "At these times"),
        QT_TRANSLATE_NOOP("Fields", "Beijing time, UTC+8"),
    ),
    "schedule.loop.start": Title(QT_TRANSLATE_NOOP("Fields", "First day")),
    "schedule.loop.end": Title(
        QT_TRANSLATE_NOOP("Fields", "Last day"),
        QT_TRANSLATE_NOOP("Fields", "At most 90 days ahead."),
    ),
    "schedule.speed": Title(QT_TRANSLATE_NOOP("Fields", "How fast")),
    "schedule.channels_off": Title(
        QT_TRANSLATE_NOOP("Fields", "Delivered over"),
        QT_TRANSLATE_NOOP(
            "Fields",
            "A maker's phones get nothing over a channel without a tick. Without TPNS's own there "
            "is no second try.",
        ),
    ),
    "schedule.online_type": Title(QT_TRANSLATE_NOOP("Fields", "Phones that are online")),
    "schedule.replaces": Title(QT_TRANSLATE_NOOP("Fields", "Replace an earlier push")),
    "schedule.force_replace": Title(
        QT_TRANSLATE_NOOP("Fields", "Send it to OPPO and vivo phones, too"),
        QT_TRANSLATE_NOOP("Fields", "These cannot replace: people there see both pushes."),
    ),
    "schedule.all_packages": Title(
        QT_TRANSLATE_NOOP("Fields", "To all packages of the app"),
        QT_TRANSLATE_NOOP(
            "Fields", "For an app under several package names on Android. Ask your developers."
        ),
    ),
    "schedule.expire_s": Title(
        QT_TRANSLATE_NOOP("Fields", "Keep trying for"),
        QT_TRANSLATE_NOOP(
            "Fields", "Phones that are off get it if they come back within this time."
        ),
    ),
    "plan": Title(
        QT_TRANSLATE_NOOP("Fields", "Push plan"),
        QT_TRANSLATE_NOOP("Fields", "Pushes of one plan are counted together."),
    ),
    "name": Title(
        QT_TRANSLATE_NOOP("Fields", "Name of this push"),
        QT_TRANSLATE_NOOP("Fields", "For you and your colleagues. Nobody else sees it."),
    ),
    "sms.on": Title(QT_TRANSLATE_NOOP("Fields", "Text message backup")),
    "sms.trigger": Title(QT_TRANSLATE_NOOP("Fields", "Send it when")),
    "sms.delay_s": Title(
        QT_TRANSLATE_NOOP("Fields", "After waiting"),
        QT_TRANSLATE_NOOP("Fields", "At least 5 minutes."),
    ),
    "sms.template_id": Title(
        QT_TRANSLATE_NOOP("Fields", "Template"),
        QT_TRANSLATE_NOOP("Fields", "The number of an approved template in the SMS console."),
    ),
    "sms.sign_name": Title(
        QT_TRANSLATE_NOOP("Fields", "Signature"),
        QT_TRANSLATE_NOOP("Fields", "As approved in the SMS console, without brackets."),
    ),
    "sms.app_id": Title(
        QT_TRANSLATE_NOOP("Fields", "SMS app"),
        QT_TRANSLATE_NOOP("Fields", "Starts with 1400; shown in the SMS console."),
    ),
    "sms.params": Title(
        QT_TRANSLATE_NOOP("Fields", "Values for the template's blanks"),
        QT_TRANSLATE_NOOP("Fields", "One for each blank: the first fills {1}, the second {2}."),
    ),
}


def title_of(path: str) -> str:
    """The label of the field at `path`, in the present language."""
    if path in OPTION_WORDS:
        return QCoreApplication.translate("Options", OPTION_WORDS[path].title)
    if path not in TITLES:
        return str(_of_chat().title_of(path))
    return QCoreApplication.translate("Fields", TITLES[path].title)


def hint_of(path: str) -> str:
    """The hint of the field at `path`, in the present language; may be empty."""
    if path in OPTION_WORDS:
        hint = OPTION_WORDS[path].hint
        return QCoreApplication.translate("Options", hint) if hint else ""
    if path not in TITLES:
        return str(_of_chat().hint_of(path))
    hint = TITLES[path].hint
    return QCoreApplication.translate("Fields", hint) if hint else ""


def _of_chat() -> ModuleType:
    # Its screen is never the first that is shown, and its words are many.
    from tpns_desktop.ui.words import chat_titles

    return chat_titles
