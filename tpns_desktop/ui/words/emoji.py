"""Emoji that messages often have, by kind, each with the name that a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

EMOJI: dict[str, dict[str, str]] = {
    QT_TRANSLATE_NOOP("Emoji", "Faces"): {
        "😀": QT_TRANSLATE_NOOP("Emoji", "Grinning face"),
        "😄": QT_TRANSLATE_NOOP("Emoji", "Laughing face"),
        "😂": QT_TRANSLATE_NOOP("Emoji", "Tears of joy"),
        "😊": QT_TRANSLATE_NOOP("Emoji", "Happy face"),
        "😍": QT_TRANSLATE_NOOP("Emoji", "Heart eyes"),
        "😎": QT_TRANSLATE_NOOP("Emoji", "Sunglasses"),
        "🤩": QT_TRANSLATE_NOOP("Emoji", "Star eyes"),
        "🥳": QT_TRANSLATE_NOOP("Emoji", "Party face"),
        "😉": QT_TRANSLATE_NOOP("Emoji", "Wink"),
        "😮": QT_TRANSLATE_NOOP("Emoji", "Surprised face"),
        "😢": QT_TRANSLATE_NOOP("Emoji", "Crying face"),
        "🤔": QT_TRANSLATE_NOOP("Emoji", "Thinking face"),
    },
    QT_TRANSLATE_NOOP("Emoji", "Hands"): {
        "👍": QT_TRANSLATE_NOOP("Emoji", "Thumbs up"),
        "👏": QT_TRANSLATE_NOOP("Emoji", "Clapping hands"),
        "🙏": QT_TRANSLATE_NOOP("Emoji", "Folded hands"),
        "👋": QT_TRANSLATE_NOOP("Emoji", "Waving hand"),
        "💪": QT_TRANSLATE_NOOP("Emoji", "Strong arm"),
        "👉": QT_TRANSLATE_NOOP("Emoji", "Pointing right"),
        "👇": QT_TRANSLATE_NOOP("Emoji", "Pointing down"),
        "✌️": QT_TRANSLATE_NOOP("Emoji", "Victory hand"),
    },
    QT_TRANSLATE_NOOP("Emoji", "Feelings and parties"): {
        "❤️": QT_TRANSLATE_NOOP("Emoji", "Red heart"),
        "💖": QT_TRANSLATE_NOOP("Emoji", "Sparkling heart"),
        "🎉": QT_TRANSLATE_NOOP("Emoji", "Party popper"),
        "🎊": QT_TRANSLATE_NOOP("Emoji", "Confetti ball"),
        "🎁": QT_TRANSLATE_NOOP("Emoji", "Present"),
        "🎂": QT_TRANSLATE_NOOP("Emoji", "Birthday cake"),
        "🎈": QT_TRANSLATE_NOOP("Emoji", "Balloon"),
        "🧧": QT_TRANSLATE_NOOP("Emoji", "Red envelope"),
        "🏮": QT_TRANSLATE_NOOP("Emoji", "Red lantern"),
        "🎄": QT_TRANSLATE_NOOP("Emoji", "Christmas tree"),
        "✨": QT_TRANSLATE_NOOP("Emoji", "Sparkles"),
        "🔥": QT_TRANSLATE_NOOP("Emoji", "Fire"),
    },
    QT_TRANSLATE_NOOP("Emoji", "Shopping"): {
        "🛒": QT_TRANSLATE_NOOP("Emoji", "Shopping cart"),
        "🛍️": QT_TRANSLATE_NOOP("Emoji", "Shopping bags"),
        "💰": QT_TRANSLATE_NOOP("Emoji", "Bag of money"),
        "💳": QT_TRANSLATE_NOOP("Emoji", "Bank card"),
        "🏷️": QT_TRANSLATE_NOOP("Emoji", "Price tag"),
        "📦": QT_TRANSLATE_NOOP("Emoji", "Parcel"),
        "🚚": QT_TRANSLATE_NOOP("Emoji", "Delivery van"),
        "👗": QT_TRANSLATE_NOOP("Emoji", "Dress"),
        "👟": QT_TRANSLATE_NOOP("Emoji", "Shoe"),
        "📱": QT_TRANSLATE_NOOP("Emoji", "Mobile phone"),
        "💄": QT_TRANSLATE_NOOP("Emoji", "Lipstick"),
        "👑": QT_TRANSLATE_NOOP("Emoji", "Crown"),
    },
    QT_TRANSLATE_NOOP("Emoji", "Food"): {
        "🍔": QT_TRANSLATE_NOOP("Emoji", "Hamburger"),
        "🍕": QT_TRANSLATE_NOOP("Emoji", "Pizza"),
        "🍜": QT_TRANSLATE_NOOP("Emoji", "Noodles"),
        "🍚": QT_TRANSLATE_NOOP("Emoji", "Rice"),
        "🍰": QT_TRANSLATE_NOOP("Emoji", "Cake"),
        "🍓": QT_TRANSLATE_NOOP("Emoji", "Strawberry"),
        "☕": QT_TRANSLATE_NOOP("Emoji", "Hot drink"),
        "🍺": QT_TRANSLATE_NOOP("Emoji", "Beer"),
    },
    QT_TRANSLATE_NOOP("Emoji", "Travel and weather"): {
        "✈️": QT_TRANSLATE_NOOP("Emoji", "Aeroplane"),
        "🚄": QT_TRANSLATE_NOOP("Emoji", "Train"),
        "🚗": QT_TRANSLATE_NOOP("Emoji", "Car"),
        "🏠": QT_TRANSLATE_NOOP("Emoji", "House"),
        "🌏": QT_TRANSLATE_NOOP("Emoji", "Globe"),
        "☀️": QT_TRANSLATE_NOOP("Emoji", "Sun"),
        "🌧️": QT_TRANSLATE_NOOP("Emoji", "Rain"),
        "❄️": QT_TRANSLATE_NOOP("Emoji", "Snowflake"),
    },
    QT_TRANSLATE_NOOP("Emoji", "Signs"): {
        "✅": QT_TRANSLATE_NOOP("Emoji", "Tick"),
        "❗": QT_TRANSLATE_NOOP("Emoji", "Exclamation mark"),
        "❓": QT_TRANSLATE_NOOP("Emoji", "Question mark"),
        "⭐": QT_TRANSLATE_NOOP("Emoji", "Star"),
        "🔔": QT_TRANSLATE_NOOP("Emoji", "Bell"),
        "⏰": QT_TRANSLATE_NOOP("Emoji", "Alarm clock"),
        "📅": QT_TRANSLATE_NOOP("Emoji", "Calendar"),
        "📢": QT_TRANSLATE_NOOP("Emoji", "Loudspeaker"),
        "💬": QT_TRANSLATE_NOOP("Emoji", "Speech bubble"),
        "🆕": QT_TRANSLATE_NOOP("Emoji", "New sign"),
        "🔒": QT_TRANSLATE_NOOP("Emoji", "Lock"),
        "💡": QT_TRANSLATE_NOOP("Emoji", "Light bulb"),
    },
}
"""Kind → emoji → name."""


def emoji_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """The kinds in the present language, each with its emoji and their names."""
    return [
        (_said(kind), [(emoji, _said(name)) for emoji, name in names.items()])
        for kind, names in EMOJI.items()
    ]


def _said(text: str) -> str:
    return QCoreApplication.translate("Emoji", text)
