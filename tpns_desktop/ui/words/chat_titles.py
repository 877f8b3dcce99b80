"""Label and hint of every field of a push to users of a Chat app, by its path in the draft.

Words only, in the source language. A number in a path (an element's place) stands here as ``*``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.options import CHANNEL_HINT, YES_NO, OptionWords

TITLES: dict[str, tuple[str, str]] = {
    "audience.tags.any": (
        QT_TRANSLATE_NOOP("ChatFields", "Users with any of these tags"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "Up to 10 tags of at most 50 bytes each (16 Chinese characters)."
        ),
    ),
    "audience.tags.all": (
        QT_TRANSLATE_NOOP("ChatFields", "Users with all of these tags"),
        QT_TRANSLATE_NOOP(
            "ChatFields",
            "Up to 10 as well. A tag stands in one of the two fields; with both, users must "
            "satisfy both.",
        ),
    ),
    "audience.attributes.any": (
        QT_TRANSLATE_NOOP("ChatFields", "At least one of these holds"),
        "",
    ),
    "audience.attributes.all": (QT_TRANSLATE_NOOP("ChatFields", "All of these hold"), ""),
    "audience.users.text": (
        QT_TRANSLATE_NOOP("ChatFields", "User accounts"),
        QT_TRANSLATE_NOOP("ChatFields", "One account per line. Paste as many as 500."),
    ),
    "message.sender": (
        QT_TRANSLATE_NOOP("ChatFields", "Sender"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "The account that users see. Left empty, it is the administrator."
        ),
    ),
    "message.life_s": (
        QT_TRANSLATE_NOOP("ChatFields", "Keep for people who are offline"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "Who opens the app within this time still gets it. At most 7 days."
        ),
    ),
    "message.online_only": (
        QT_TRANSLATE_NOOP("ChatFields", "Only for users who are online"),
        QT_TRANSLATE_NOOP(
            "ChatFields",
            "Without a tick it stays in the chat history and counts as unread; then it goes out "
            "slowly, to about 200 users a second.",
        ),
    ),
    "message.elements": (QT_TRANSLATE_NOOP("ChatFields", "Message"), ""),
    "message.elements.*": (QT_TRANSLATE_NOOP("ChatFields", "Element"), ""),
    "message.elements.*.text": (QT_TRANSLATE_NOOP("ChatFields", "Text"), ""),
    "message.elements.*.url": (
        QT_TRANSLATE_NOOP("ChatFields", "Web address"),
        QT_TRANSLATE_NOOP("ChatFields", "Phones load it from here, without logging in."),
    ),
    "message.elements.*.uuid": (
        QT_TRANSLATE_NOOP("ChatFields", "Unique ID"),
        QT_TRANSLATE_NOOP("ChatFields", "No other file has it; usually the file's MD5."),
    ),
    "message.elements.*.format": (QT_TRANSLATE_NOOP("ChatFields", "Format"), ""),
    "message.elements.*.width": (
        QT_TRANSLATE_NOOP("ChatFields", "Width"),
        QT_TRANSLATE_NOOP("ChatFields", "In pixels."),
    ),
    "message.elements.*.height": (
        QT_TRANSLATE_NOOP("ChatFields", "Height"),
        QT_TRANSLATE_NOOP("ChatFields", "In pixels."),
    ),
    "message.elements.*.size": (
        QT_TRANSLATE_NOOP("ChatFields", "Size"),
        QT_TRANSLATE_NOOP("ChatFields", "In bytes."),
    ),
    "message.elements.*.name": (
        QT_TRANSLATE_NOOP("ChatFields", "File name"),
        QT_TRANSLATE_NOOP("ChatFields", "As users see it, such as menu.pdf."),
    ),
    "message.elements.*.seconds": (
        QT_TRANSLATE_NOOP("ChatFields", "Length"),
        QT_TRANSLATE_NOOP("ChatFields", "In seconds."),
    ),
    "message.elements.*.thumb_url": (
        QT_TRANSLATE_NOOP("ChatFields", "Address of the still"),
        QT_TRANSLATE_NOOP("ChatFields", "The picture that stands for the video."),
    ),
    "message.elements.*.thumb_uuid": (
        QT_TRANSLATE_NOOP("ChatFields", "Unique ID of the still"),
        QT_TRANSLATE_NOOP("ChatFields", "No other file has it; usually the file's MD5."),
    ),
    "message.elements.*.thumb_format": (
        QT_TRANSLATE_NOOP("ChatFields", "Format of the still"),
        QT_TRANSLATE_NOOP("ChatFields", "Such as JPG."),
    ),
    "message.elements.*.thumb_width": (
        QT_TRANSLATE_NOOP("ChatFields", "Width of the still"),
        QT_TRANSLATE_NOOP("ChatFields", "In pixels."),
    ),
    "message.elements.*.thumb_height": (
        QT_TRANSLATE_NOOP("ChatFields", "Height of the still"),
        QT_TRANSLATE_NOOP("ChatFields", "In pixels."),
    ),
    "message.elements.*.thumb_size": (
        QT_TRANSLATE_NOOP("ChatFields", "Size of the still"),
        QT_TRANSLATE_NOOP("ChatFields", "In bytes."),
    ),
    "message.elements.*.description": (QT_TRANSLATE_NOOP("ChatFields", "Description"), ""),
    "message.elements.*.latitude": (
        QT_TRANSLATE_NOOP("ChatFields", "Latitude"),
        QT_TRANSLATE_NOOP("ChatFields", "From -90 to 90, such as 22.543."),
    ),
    "message.elements.*.longitude": (
        QT_TRANSLATE_NOOP("ChatFields", "Longitude"),
        QT_TRANSLATE_NOOP("ChatFields", "From -180 to 180, such as 114.057."),
    ),
    "message.elements.*.index": (
        QT_TRANSLATE_NOOP("ChatFields", "Number of the face"),
        QT_TRANSLATE_NOOP("ChatFields", "As your app counts its faces, from 0."),
    ),
    "message.elements.*.data": (
        QT_TRANSLATE_NOOP("ChatFields", "Data"),
        QT_TRANSLATE_NOOP("ChatFields", "What your app reads. Ask your developers."),
    ),
    "message.elements.*.extension": (
        QT_TRANSLATE_NOOP("ChatFields", "Extension"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "Only read where the fields of the notification below are all empty."
        ),
    ),
    "message.elements.*.sound": (
        QT_TRANSLATE_NOOP("ChatFields", "Sound"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "Only read where the fields of the notification below are all empty."
        ),
    ),
    "notification": (QT_TRANSLATE_NOOP("ChatFields", "Notification"), ""),
    "notification.on": (
        QT_TRANSLATE_NOOP("ChatFields", "Show a notification where the app is not open"),
        "",
    ),
    "notification.title": (QT_TRANSLATE_NOOP("ChatFields", "Notification's title"), ""),
    "notification.text": (QT_TRANSLATE_NOOP("ChatFields", "Notification's text"), ""),
    "notification.extension": (
        QT_TRANSLATE_NOOP("ChatFields", "Data for the app"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "What the app gets when the notification is tapped, as JSON."
        ),
    ),
    "notification.languages": (
        QT_TRANSLATE_NOOP("ChatFields", "In other languages"),
        QT_TRANSLATE_NOOP(
            "ChatFields",
            "For phones set to that language, in apps with SDK 8.5.6870 or later; all others show "
            "the title and text above. Your developers know the codes.",
        ),
    ),
    "notification.badge.kind": (QT_TRANSLATE_NOOP("ChatFields", "Number on the icon"), ""),
    "notification.badge.value": (
        QT_TRANSLATE_NOOP("ChatFields", "Number"),
        QT_TRANSLATE_NOOP(
            "ChatFields",
            "Add: 1 to 99. Set: up to 999 on iPhone, 99 on Huawei, Honor and HarmonyOS.",
        ),
    ),
    "notification.data_id": (
        QT_TRANSLATE_NOOP("ChatFields", "Your own mark"),
        QT_TRANSLATE_NOOP("ChatFields", "Comes back to your server's callbacks; up to 64 bytes."),
    ),
}
"""Path → what stands above the field and, if anything, below it."""

_IMAGE_HINT = QT_TRANSLATE_NOOP(
    "ChatFields", "Its address, beginning with https:// and under 512 KB."
)
_CHANNEL = QT_TRANSLATE_NOOP("Options", "Channel ID")
_PICTURE = QT_TRANSLATE_NOOP("ChatFields", "Picture")
_IMPORTANCE = QT_TRANSLATE_NOOP("ChatFields", "Importance")
_LOW_NORMAL = {
    "LOW": QT_TRANSLATE_NOOP("ChatFields", "Low"),
    "NORMAL": QT_TRANSLATE_NOOP("ChatFields", "Normal"),
}
_CLASS = QT_TRANSLATE_NOOP("ChatFields", "Message class")
_CLASS_HINT = QT_TRANSLATE_NOOP("ChatFields", "Capitals, such as IM or MARKETING.")

_PRIVATE_HINT = QT_TRANSLATE_NOOP("ChatFields", "Not used with the message class MARKETING.")
_ONLY_YES = {"1": QT_TRANSLATE_NOOP("Options", "Yes")}

OPTION_TITLES: dict[str, OptionWords] = {
    "notification.template.id": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Template ID"),
        QT_TRANSLATE_NOOP(
            "ChatFields", "As in 1400000000-1, from the console. Its words stand in for those here."
        ),
    ),
    "notification.template.parameters": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Values for the template"),
        QT_TRANSLATE_NOOP("ChatFields", "The name of each blank, and what takes its place."),
    ),
    "notification.android.sound": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Sound on Android"),
        QT_TRANSLATE_NOOP("ChatFields", "Its file name in the app, without the ending."),
    ),
    "notification.android.style": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Long text on Android"),
        QT_TRANSLATE_NOOP("ChatFields", "On Huawei, Honor and OPPO; there OPPO shows 128."),
        YES_NO,
    ),
    "notification.android.xiaomi_channel_id": OptionWords(
        _CHANNEL,
        QT_TRANSLATE_NOOP(
            "ChatFields", "As registered with Xiaomi. Without it Android 8 and later may be silent."
        ),
    ),
    "notification.android.oppo_channel_id": OptionWords(_CHANNEL, CHANNEL_HINT),
    "notification.android.oppo_category": OptionWords(_CLASS, _CLASS_HINT),
    "notification.android.oppo_notify_level": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "How it draws attention"),
        QT_TRANSLATE_NOOP("ChatFields", "Needs the message class."),
        {
            "1": QT_TRANSLATE_NOOP("ChatFields", "In the list only"),
            "2": QT_TRANSLATE_NOOP("ChatFields", "List, lock screen, sound"),
            "16": QT_TRANSLATE_NOOP("ChatFields", "Banner too (strong)"),
        },
    ),
    "notification.android.oppo_private_template": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Template of private messages"),
        QT_TRANSLATE_NOOP("ChatFields", "Its ID with OPPO."),
    ),
    "notification.android.oppo_private_title": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Values for the title of that template"),
        _PRIVATE_HINT,
    ),
    "notification.android.oppo_private_text": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Values for the text of that template"),
        _PRIVATE_HINT,
    ),
    "notification.android.vivo_category": OptionWords(_CLASS, _CLASS_HINT),
    "notification.android.vivo_classification": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Kind of message"),
        QT_TRANSLATE_NOOP("ChatFields", "Replaced by the message class since 2023."),
        {
            "0": QT_TRANSLATE_NOOP("Options", "Operation"),
            "1": QT_TRANSLATE_NOOP("Options", "System"),
        },
    ),
    "notification.android.vivo_notify_type": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "How it draws attention"),
        "",
        {
            "1": QT_TRANSLATE_NOOP("ChatFields", "Silent"),
            "2": QT_TRANSLATE_NOOP("ChatFields", "Ring"),
            "3": QT_TRANSLATE_NOOP("ChatFields", "Vibrate"),
            "4": QT_TRANSLATE_NOOP("ChatFields", "Ring and vibrate"),
        },
    ),
    "notification.android.huawei_channel_id": OptionWords(_CHANNEL, CHANNEL_HINT),
    "notification.android.huawei_category": OptionWords(_CLASS, _CLASS_HINT),
    "notification.android.huawei_importance": OptionWords(_IMPORTANCE, "", _LOW_NORMAL),
    "notification.android.huawei_image": OptionWords(_PICTURE, _IMAGE_HINT),
    "notification.android.huawei_extension_intent": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Hand the data for the app to the intent"),
        QT_TRANSLATE_NOOP("ChatFields", "Only where your developers ask for it."),
        YES_NO,
    ),
    "notification.android.honor_importance": OptionWords(_IMPORTANCE, "", _LOW_NORMAL),
    "notification.android.honor_image": OptionWords(_PICTURE, _IMAGE_HINT),
    "notification.android.google_channel_id": OptionWords(
        _CHANNEL,
        QT_TRANSLATE_NOOP(
            "ChatFields", "Only where the app's certificate was uploaded to the console."
        ),
    ),
    "notification.android.google_image": OptionWords(
        _PICTURE, QT_TRANSLATE_NOOP("ChatFields", "Its web address; at most 1 MB.")
    ),
    "notification.android.google_priority": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Priority"),
        "",
        {
            "normal": QT_TRANSLATE_NOOP("ChatFields", "Normal"),
            "high": QT_TRANSLATE_NOOP("ChatFields", "High"),
        },
    ),
    "notification.android.meizu_private": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "A private message"),
        QT_TRANSLATE_NOOP("ChatFields", "Otherwise it counts as public news."),
        YES_NO,
    ),
    "notification.ios.title": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Title on iPhone"),
        QT_TRANSLATE_NOOP("ChatFields", "In place of the title above."),
    ),
    "notification.ios.subtitle": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Subtitle on iPhone"),
        QT_TRANSLATE_NOOP("ChatFields", "A line between title and text."),
    ),
    "notification.ios.image": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Picture on iPhone"),
        QT_TRANSLATE_NOOP("ChatFields", "Its web address. The app must change notifications."),
    ),
    "notification.ios.sound": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Sound on iPhone"),
        QT_TRANSLATE_NOOP("ChatFields", "Its file name with the ending; at most 30 seconds."),
    ),
    "notification.ios.badge_mode": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Count it on the icon"),
        "",
        {
            "0": QT_TRANSLATE_NOOP("Options", "Yes"),
            "1": QT_TRANSLATE_NOOP("Options", "No"),
        },
    ),
    "notification.ios.mutable_content": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "The app may change it"),
        QT_TRANSLATE_NOOP("ChatFields", "iPhone: before it is shown, to load a picture, say."),
        YES_NO,
    ),
    "notification.ios.interruption_level": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "How much iPhone interrupts"),
        "",
        {
            "passive": QT_TRANSLATE_NOOP("ChatFields", "Without light or sound"),
            "active": QT_TRANSLATE_NOOP("ChatFields", "At once"),
            "time-sensitive": QT_TRANSLATE_NOOP("ChatFields", "Even while focused"),
            "critical": QT_TRANSLATE_NOOP("ChatFields", "Even while muted"),
        },
    ),
    "notification.ios.silent": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Wake the app without showing anything"),
        QT_TRANSLATE_NOOP("ChatFields", "iPhone. Apple advises 3 an hour at most."),
        _ONLY_YES,
    ),
    "notification.ios.voip": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "As an incoming call"),
        QT_TRANSLATE_NOOP("ChatFields", "iPhone, for apps that make calls; else shown as usual."),
        _ONLY_YES,
    ),
    "notification.ios.live.id": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "ID of the live activity"),
        QT_TRANSLATE_NOOP("ChatFields", "From your developers; up to 64 bytes."),
    ),
    "notification.ios.live.event": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "What happens to it"),
        QT_TRANSLATE_NOOP("ChatFields", "Needs the ID."),
        {
            "update": QT_TRANSLATE_NOOP("ChatFields", "It is updated"),
            "end": QT_TRANSLATE_NOOP("ChatFields", "It ends"),
        },
    ),
    "notification.ios.live.state": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "What it shows"),
        QT_TRANSLATE_NOOP("ChatFields", "The values that your app expects."),
    ),
    "notification.ios.live.dismissal": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "When it is taken off the screen"),
        QT_TRANSLATE_NOOP("ChatFields", "In seconds since 1970 (Unix time)."),
    ),
    "notification.harmony.title": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Title on HarmonyOS"),
        QT_TRANSLATE_NOOP("ChatFields", "In place of the title above."),
    ),
    "notification.harmony.category": OptionWords(_CLASS, _CLASS_HINT),
    "notification.harmony.image": OptionWords(
        _PICTURE, QT_TRANSLATE_NOOP("ChatFields", "Its address, beginning with https://.")
    ),
    "notification.harmony.sound": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Sound"),
        QT_TRANSLATE_NOOP("ChatFields", "A file of the app: MP3, WAV or MPEG."),
    ),
    "notification.harmony.sound_duration": OptionWords(
        QT_TRANSLATE_NOOP("ChatFields", "Length of the sound"),
        QT_TRANSLATE_NOOP("ChatFields", "From 1 to 60 seconds. Needs a sound."),
    ),
}
"""Path → label, hint and the words of choices, one row an option of `model.chat_options`."""

_GROUPS = {
    "template": QT_TRANSLATE_NOOP("ChatFields", "Template from the console"),
    "wake": QT_TRANSLATE_NOOP("ChatFields", "Waking the app on iPhone"),
    "live": QT_TRANSLATE_NOOP("ChatFields", "Live activity on iPhone"),
    "look": QT_TRANSLATE_NOOP("ChatFields", "How it looks on Android and iPhone"),
    "vendor.huawei": QT_TRANSLATE_NOOP("ChatFields", "Huawei"),
    "vendor.honor": QT_TRANSLATE_NOOP("ChatFields", "Honor"),
    "vendor.meizu": QT_TRANSLATE_NOOP("ChatFields", "Meizu"),
    "harmony": QT_TRANSLATE_NOOP("ChatFields", "HarmonyOS"),
}

_PLACE = re.compile(r"\.\d+(?=\.|$)")


def known(path: str) -> str:
    """`path` as the tables have it; empty for one that they do not know."""
    generic = _PLACE.sub(".*", path)
    return generic if generic in TITLES or generic in OPTION_TITLES else ""


def title_of(path: str) -> str:
    """The label of the field at `path`, in the present language."""
    generic = _PLACE.sub(".*", path)
    option = OPTION_TITLES.get(generic)
    return said(option.title if option is not None else TITLES[generic][0])


def hint_of(path: str) -> str:
    """The hint of the field at `path`, in the present language; may be empty."""
    generic = _PLACE.sub(".*", path)
    option = OPTION_TITLES.get(generic)
    return said(option.hint if option is not None else TITLES[generic][1])


def group_title(group: str) -> str:
    """The heading of a group of `model.chat_options`."""
    from tpns_desktop.ui.words.options import group_words

    return said(_GROUPS[group]) if group in _GROUPS else group_words(group)


def said(text: str) -> str:
    """A text of these tables in the present language; some stand in that of other pushes."""
    if not text:
        return ""
    own = QCoreApplication.translate("ChatFields", text)
    return own if own != text else QCoreApplication.translate("Options", text)
