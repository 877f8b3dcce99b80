"""Where everything of a notification's card is: worked out once a change, painted often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.widgets.phones.lines import Block, lay_out
from tpns_desktop.ui.widgets.phones.styles import PhoneStyle

PHONE_WIDTH = 264.0
"""Of the drawn phone; wider or narrower views scale the whole picture."""
FRAME = 7.0
PADDING = 12.0
SIDE_ICON = 32.0
HEAD_ICON = 20.0
TEXT_SIZE = 13
PICTURE_HEIGHT = 72.0
THUMBNAIL = 40.0

Face = Callable[[int, QFont.Weight], QFont]
"""Size in pixels, weight → a font of the widget's family."""


@dataclass(frozen=True)
class CardLayout:
    """Sizes and lines of one card, in the drawing's own pixels."""

    width: float
    text_x: float
    """From the card's left edge."""
    text_width: float
    line_height: float
    title: Block
    subtitle: Block
    text: Block
    head_height: float
    folded: bool
    """A line says how much of the text is shown while closed."""
    marked: bool
    """A line says that something is cut."""
    height: float


def card_width(style: PhoneStyle) -> float:
    """Width of the card on the drawn phone."""
    return PHONE_WIDTH - 2 * FRAME - 2 * style.margin


def card_layout(
    content: PhoneContent, style: PhoneStyle, face: Face, title: str, text: str
) -> CardLayout:
    """Lay out `content`; `title` and `text` stand where it has none."""
    width = card_width(style)
    text_x = PADDING
    text_width = width - 2 * PADDING
    if style.icon == "side":
        text_x += SIDE_ICON + 10
        text_width -= SIDE_ICON + 10
    elif style.icon == "right":
        text_width -= SIDE_ICON + 8
    if content.picture and style.platform == "ios":
        text_width -= THUMBNAIL + 8
    bold = face(TEXT_SIZE, QFont.Weight.DemiBold)
    plain = face(TEXT_SIZE, QFont.Weight.Normal)
    line_height = QFontMetricsF(plain).height() + 1
    lines = style.opened_lines if content.opened else style.closed_lines
    head_height = 28.0 if style.head != "time" else 4.0
    # With the time alone there is no head: it stands at the end of the title's first line.
    beside = style.head == "time" and not (content.picture and style.platform == "ios")
    title_width = text_width - (44 if beside else 0)
    blocks = (
        lay_out(
            (" ".join(content.title.split()) and content.title.replace("\n", " ")) or title,
            bold,
            title_width,
            style.title_lines if content.opened else 1,
            content.title_limit if content.title.strip() else None,
            rest_lines=1,
        ),
        lay_out(content.subtitle.replace("\n", " "), plain, text_width, 1, rest_lines=0),
        lay_out(
            content.text if content.text.strip() else text,
            plain,
            text_width,
            lines,
            content.text_limit if content.text.strip() else None,
            closed=style.closed_lines if content.opened else None,
        ),
    )
    shown_title, subtitle, body = blocks
    folded = body.closed is not None and style.place == "shade"
    marked = shown_title.cut is not None or body.cut is not None
    height = PADDING + head_height
    height += line_height * (shown_title.rows + len(subtitle.shown) + max(body.rows, 1))
    height += (14 if folded else 0) + (18 if marked else 0) + 10
    if content.picture and style.platform == "android" and content.opened:
        height += PICTURE_HEIGHT + 8
    if style.icon == "side":
        height = max(height, 2 * PADDING + SIDE_ICON)
    return CardLayout(
        width,
        text_x,
        text_width,
        line_height,
        shown_title,
        subtitle,
        body,
        head_height,
        folded,
        marked,
        height,
    )
