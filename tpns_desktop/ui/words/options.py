"""What the single choices about a message are called: labels, hints, and the words of choices.

One row an option of `model.options`, by its path in the draft.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP


class OptionWords(NamedTuple):
    """A label, the line below the field, and words for each choice by its key."""

    title: str
    hint: str = ""
    choices: dict[str, str] | None = None


YES_NO = {
    "0": QT_TRANSLATE_NOOP("Options", "No"),
    "1": QT_TRANSLATE_NOOP("Options", "Yes"),
    "false": QT_TRANSLATE_NOOP("Options", "No"),
    "true": QT_TRANSLATE_NOOP("Options", "Yes"),
}
UNSAID = QT_TRANSLATE_NOOP("Options", "As usual")
"""The choice of not choosing."""

CHANNEL_HINT = QT_TRANSLATE_NOOP("Options", "As your developers registered it with the maker.")
_PAID = QT_TRANSLATE_NOOP("Options", "A paid feature of the maker.")

OPTION_WORDS: dict[str, OptionWords] = {
    # How it looks
    "message.subtitle": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Subtitle"),
        QT_TRANSLATE_NOOP("Options", "iPhone only: a line between title and text."),
    ),
    "message.picture": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Picture"),
        QT_TRANSLATE_NOOP(
            "Options",
            "Its address, beginning with https://. Android: TPNS's own channel and Xiaomi; iPhone: "
            "JPEG, PNG or GIF under 10 MB.",
        ),
    ),
    "message.android.clearable": OptionWords(
        QT_TRANSLATE_NOOP("Options", "May be swiped away"), choices=YES_NO
    ),
    "message.android.icon_type": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Large icon comes from"),
        choices={
            "0": QT_TRANSLATE_NOOP("Options", "The app"),
            "1": QT_TRANSLATE_NOOP("Options", "A web address"),
        },
    ),
    "message.android.icon_res": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Large icon"),
        QT_TRANSLATE_NOOP("Options", "Its name in the app without an ending, or its web address."),
    ),
    "message.android.small_icon": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Icon in the status bar"),
        QT_TRANSLATE_NOOP("Options", "Its name in the app. Without one, the app's own icon."),
    ),
    "message.android.icon_color": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Colour of that icon"),
        QT_TRANSLATE_NOOP("Options", "Such as #01e240. TPNS's own channel only."),
    ),
    "message.android.style_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Look set in the app"),
        choices={
            "0": QT_TRANSLATE_NOOP("Options", "Leave it alone"),
            "1": QT_TRANSLATE_NOOP("Options", "Use it"),
        },
    ),
    "message.android.builder_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Number of the look in the app"),
        QT_TRANSLATE_NOOP("Options", "Ask your developers whether the app has any."),
    ),
    "message.ios.category": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Category"),
        QT_TRANSLATE_NOOP("Options", "Chooses the buttons below the notification, see the app."),
    ),
    "message.ios.interruption_level": OptionWords(
        QT_TRANSLATE_NOOP("Options", "How much it may interrupt"),
        QT_TRANSLATE_NOOP("Options", "From iOS 15 on. The last two need Apple's permission."),
        {
            "passive": QT_TRANSLATE_NOOP("Options", "Quietly"),
            "active": QT_TRANSLATE_NOOP("Options", "Normally"),
            "time-sensitive": QT_TRANSLATE_NOOP("Options", "Time-sensitive"),
            "critical": QT_TRANSLATE_NOOP("Options", "Critical"),
        },
    ),
    "message.ios.mutable_content": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Report that it arrived"),
        QT_TRANSLATE_NOOP("Options", "Without it there are no arrival figures, and no picture."),
        YES_NO,
    ),
    "message.ios.launch_image": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Picture while the app opens"),
        QT_TRANSLATE_NOOP("Options", "The name of a file in the app."),
    ),
    # What is heard
    "message.audio": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Sound from the web"),
        QT_TRANSLATE_NOOP(
            "Options", "Its address, https:// and MP3, at most 5 MB. TPNS's own channel only."
        ),
    ),
    "message.android.ring": OptionWords(QT_TRANSLATE_NOOP("Options", "Sound"), choices=YES_NO),
    "message.android.ring_raw": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Own sound"),
        QT_TRANSLATE_NOOP(
            "Options",
            "The name of a file in the app without an ending. Needs a notification channel.",
        ),
    ),
    "message.android.vibrate": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Vibration"), choices=YES_NO
    ),
    "message.android.lights": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Notification light"), choices=YES_NO
    ),
    "message.ios.sound": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Sound"),
        QT_TRANSLATE_NOOP(
            "Options", "“default”, or the name of a file in the app. Empty: no sound."
        ),
    ),
    # The number on the icon
    "message.android.badge_type": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Number on the icon"),
        QT_TRANSLATE_NOOP("Options", "-2 adds one, -1 leaves it, 0 to 99 sets it. Huawei, vivo."),
    ),
    "message.ios.badge_type": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Number on the icon"),
        QT_TRANSLATE_NOOP("Options", "-2 adds one, -1 leaves it, 0 or more sets it."),
    ),
    # Grouping, foreground
    "message.group.id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Group"),
        QT_TRANSLATE_NOOP("Options", "Pushes with the same name here are shown as one pile."),
    ),
    "message.group.summary": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Line above the group"),
        QT_TRANSLATE_NOOP("Options", "Android, TPNS's own channel."),
    ),
    "message.foreground": OptionWords(
        QT_TRANSLATE_NOOP("Options", "While the app is open"),
        choices={
            "1": QT_TRANSLATE_NOOP("Options", "Don't show it"),
            "2": QT_TRANSLATE_NOOP("Options", "Show it"),
        },
    ),
    # TPNS's own channel
    "message.android.n_ch_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Notification channel"),
        QT_TRANSLATE_NOOP("Options", "Its ID in the app."),
    ),
    "message.android.n_ch_name": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Name of that channel"),
        QT_TRANSLATE_NOOP("Options", "People read it in the phone's settings."),
    ),
    "message.android.n_category": OptionWords(QT_TRANSLATE_NOOP("Options", "Category")),
    "message.android.n_importance": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Importance"),
        QT_TRANSLATE_NOOP("Options", "Counts only when the channel is made on a phone."),
        {
            "1": QT_TRANSLATE_NOOP("Options", "Lowest"),
            "2": QT_TRANSLATE_NOOP("Options", "Low"),
            "3": QT_TRANSLATE_NOOP("Options", "Medium"),
            "4": QT_TRANSLATE_NOOP("Options", "High"),
        },
    ),
    # Makers
    "message.android.hw_ch_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Channel ID"),
        QT_TRANSLATE_NOOP("Options", "Without effect for apps whose data is kept in China."),
    ),
    "message.android.hw_category": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Message class"),
        QT_TRANSLATE_NOOP("Options", "As Huawei granted it, such as IM or SUBSCRIPTION."),
    ),
    "message.android.hw_importance": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Kind of message"),
        QT_TRANSLATE_NOOP("Options", "On Honor phones: 1 marketing, 2 service."),
        {
            "1": QT_TRANSLATE_NOOP("Options", "1: silent"),
            "2": QT_TRANSLATE_NOOP("Options", "2: with a reminder"),
        },
    ),
    "message.android.hw_biz_type": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Quick notification"),
        QT_TRANSLATE_NOOP("Options", "Needs a contract with Huawei."),
        YES_NO,
    ),
    "message.android.urgency": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Urgency"),
        QT_TRANSLATE_NOOP("Options", "Huawei and Honor."),
        {
            "NORMAL": QT_TRANSLATE_NOOP("Options", "Normal"),
            "HIGH": QT_TRANSLATE_NOOP("Options", "High"),
        },
    ),
    "message.android.xm_ch_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Channel ID"), CHANNEL_HINT
    ),
    "message.android.oppo_ch_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Channel ID"), CHANNEL_HINT
    ),
    "message.android.oppo_top_notification_bar_show": OptionWords(
        QT_TRANSLATE_NOOP("Options", "On top of the notifications"), _PAID, YES_NO
    ),
    "message.android.oppo_senior_push": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Senior push"), _PAID, YES_NO
    ),
    "message.android.oppo_advertiser_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Advertiser ID"), _PAID
    ),
    "message.android.vivo_category": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Message class"),
        QT_TRANSLATE_NOOP("Options", "Capitals, such as IM or ACCOUNT."),
    ),
    "message.android.vivo_ch_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Kind of message"),
        QT_TRANSLATE_NOOP("Options", "Being replaced by the message class."),
        {
            "0": QT_TRANSLATE_NOOP("Options", "Operation"),
            "1": QT_TRANSLATE_NOOP("Options", "System"),
        },
    ),
    "message.android.vivo_marketing": OptionWords(QT_TRANSLATE_NOOP("Options", "Marketing"), _PAID),
    "message.android.fcm_ch_id": OptionWords(
        QT_TRANSLATE_NOOP("Options", "Channel ID"),
        QT_TRANSLATE_NOOP("Options", "Its ID in the app."),
    ),
}

GROUPS: dict[str, str] = {
    "look": QT_TRANSLATE_NOOP("Options", "How it looks"),
    "sound": QT_TRANSLATE_NOOP("Options", "Sound"),
    "badge": QT_TRANSLATE_NOOP("Options", "Number on the icon"),
    "grouping": QT_TRANSLATE_NOOP("Options", "Group on the phone"),
    "foreground": QT_TRANSLATE_NOOP("Options", "While the app is open"),
    "channel": QT_TRANSLATE_NOOP("Options", "TPNS's own channel on Android"),
    "vendor.huawei": QT_TRANSLATE_NOOP("Options", "Huawei and Honor"),
    "vendor.xiaomi": QT_TRANSLATE_NOOP("Options", "Xiaomi"),
    "vendor.oppo": QT_TRANSLATE_NOOP("Options", "OPPO"),
    "vendor.vivo": QT_TRANSLATE_NOOP("Options", "vivo"),
    "vendor.fcm": QT_TRANSLATE_NOOP("Options", "Google (FCM)"),
}
"""Group of options → its heading."""


def choice_words(path: str, key: str) -> str:
    """The words of one choice of an option; "" is not choosing."""
    if key and path not in OPTION_WORDS:
        from tpns_desktop.ui.words.chat_titles import OPTION_TITLES, said

        return said((OPTION_TITLES[path].choices or {}).get(key, key))
    words = OPTION_WORDS[path].choices or {} if key else {}
    return _said(words.get(key, key) if key else UNSAID)


def group_words(group: str) -> str:
    """The heading of a group of options."""
    return _said(GROUPS[group])


def _said(text: str) -> str:
    return QCoreApplication.translate("Options", text)
