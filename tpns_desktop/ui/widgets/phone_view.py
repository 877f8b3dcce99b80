"""A drawn phone: a notification as it will appear, and a text message below it.

Owns the widget and the words that describe it to a screen reader; the drawing is in `phones`.
What is shown comes in as text, with the limits that stand in it; which phone has which limit is
decided elsewhere, here only what the drawing has no lines for is cut, with a mark where.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpns_desktop.ui.widgets.phones.backdrop import draw_backdrop
from tpns_desktop.ui.widgets.phones.card import CardPainter, draw_sms
from tpns_desktop.ui.widgets.phones.content import PhoneContent
from tpns_desktop.ui.widgets.phones.layout import PHONE_WIDTH, CardLayout, card_layout, card_width
from tpns_desktop.ui.widgets.phones.styles import STYLES

_LOCK_SCREENS = {"ios": "ios_lock", "android": "android_lock"}
_SMALLEST = 0.72
"""Least part of its size that a phone shrinks to, so that a long text stays in sight."""
_TOPS = {"lock": 125.0, "banner": 44.0, "shade": 94.0}


class PhoneView(QWidget):
    """One drawn phone. It is a picture: `accessibleDescription` says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = PhoneContent()
        self._style = STYLES["ios_lock"]
        self._dark = False
        self._faces: dict[tuple[int, QFont.Weight], QFont] = {}
        self._layout: CardLayout | None = None
        self._backdrop: tuple[object, QPixmap, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._say()

    def set_content(
        self,
        platform: str,
        app_name: str,
        app_colour: str,
        title: str,
        text: str,
        sms: str = "",
    ) -> None:
        """Draw this on a lock screen.

        `platform` is "ios" or "android", `app_colour` "#RRGGBB" or empty; `sms` is the bubble's
        text, its first line set in bold, empty for none.
        """
        self.show_content(
            _LOCK_SCREENS.get(platform, "ios_lock"),
            PhoneContent(app_name, app_colour, title, text, sms=sms),
        )

    def show_content(self, style: str, content: PhoneContent) -> None:
        """Draw `content` on the phone `style` (a key of `phones.styles.STYLES`)."""
        shape = STYLES[style]
        if content != self._content or shape is not self._style:
            self._content, self._style = content, shape
            self._changed()

    def set_dark(self, dark: bool) -> None:
        """Draw a phone that is set dark; the program's own look is another thing."""
        if dark != self._dark:
            self._dark = dark
            self.update()

    @property
    def cut_after(self) -> int | None:
        """After how many characters of the text it is cut; None if it is all shown."""
        return self._card().text.cut

    @property
    def title_cut_after(self) -> int | None:
        """After how many characters of the title it is cut; None if it is all shown."""
        return self._card().title.cut

    @property
    def closed_after(self) -> int | None:
        """How many characters show before the notification is opened; None if that is all."""
        return self._card().text.closed

    def sizeHint(self) -> QSize:
        return QSize(int(PHONE_WIDTH) + 16, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 200)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._faces.clear()
            self._backdrop = None
            self._changed()
        super().changeEvent(event)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        layout = self._card()
        # A narrow phone is a smaller picture of the same one: the text is cut where the phone cuts
        # it, not where the window is narrow; and a low one shrinks before the card leaves it.
        scale = min(1.0, (self.width() - 8) / PHONE_WIDTH)
        needed = _TOPS[self._style.place] + layout.height + (70 if self._content.sms else 12)
        low = (self.height() - 2) / needed
        if low < scale:
            scale = max(low, min(_SMALLEST, scale))
        height = max(self.height() / scale + 60, 520)
        picture, top = self._drawn_backdrop(scale, height)
        # On whole pixels: between them it would be drawn anew, smoothed, at every keystroke.
        painter.drawPixmap(round((self.width() - PHONE_WIDTH * scale) / 2), 2, picture)
        painter.translate(self.width() / 2, 2)
        painter.scale(scale, scale)
        left = -card_width(self._style) / 2
        card = CardPainter(painter, self._content, self._style, self._dark, self._face)
        if self._content.nothing:
            bottom = card.draw_nothing(left, top, layout.width)
        else:
            bottom = card.draw(layout, left, top)
        if self._content.sms:
            place = QRectF(-PHONE_WIDTH / 2 + 16, bottom + 8, PHONE_WIDTH - 32, 0)
            draw_sms(painter, self._content.sms, self._dark, place, self._face)

    def _drawn_backdrop(self, scale: float, height: float) -> tuple[QPixmap, float]:
        """The phone without its message, kept: a keystroke paints the card alone anew."""
        ratio = self.devicePixelRatioF()
        # Only what is seen of it.
        seen = min(height * scale, self.height())
        key = (self._style.id, self._dark, round(scale, 4), round(height), round(seen), ratio)
        if self._backdrop is None or self._backdrop[0] != key:
            picture = QPixmap(round(PHONE_WIDTH * scale * ratio) + 1, round(seen * ratio) + 1)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.translate(PHONE_WIDTH / 2, 0)
            top = draw_backdrop(painter, self._style, self._dark, height, self._face)
            painter.end()
            self._backdrop = key, picture, top
        return self._backdrop[1], self._backdrop[2]

    def _card(self) -> CardLayout:
        if self._layout is None:
            self._layout = card_layout(
                self._content, self._style, self._face, self.tr("Title"), self.tr("Text")
            )
        return self._layout

    def _face(self, size: int, weight: QFont.Weight) -> QFont:
        font = self._faces.get((size, weight))
        if font is None:
            font = QFont(self.font())
            font.setPixelSize(size)
            font.setWeight(weight)
            self._faces[size, weight] = font
        return font

    def _changed(self) -> None:
        self._layout = None
        self._say()
        self.update()

    # Words

    def _say(self) -> None:
        name = {
            "lock": self.tr("Lock screen, {0}"),
            "banner": self.tr("Banner, {0}"),
            "shade": self.tr("Notification list, {0}"),
        }[self._style.place]
        self.setAccessibleName(name.format(self._content.phone or self._style.name))
        self.setAccessibleDescription("\n".join(self._notification() + self._around()))

    def _notification(self) -> list[str]:
        content = self._content
        if content.nothing:
            return [content.nothing]
        said = [self.tr("Title: {0}").format(content.title or self.tr("none yet"))]
        if (cut := self.title_cut_after) is not None:
            said.append(self.tr("The title is cut after {0} characters").format(cut))
        if content.subtitle:
            said.append(self.tr("Subtitle: {0}").format(content.subtitle))
        said.append(self.tr("Text: {0}").format(content.text or self.tr("none yet")))
        if (closed := self.closed_after) is not None and self._card().folded:
            said.append(self.tr("Closed, it shows the first {0} characters").format(closed))
        if (cut := self.cut_after) is not None:
            if content.limit_words and self._card().text.by_limit:
                limit = content.limit_words.strip("✂ ")
                said.append(self.tr("{0}: after {1} characters").format(limit, cut))
            else:
                said.append(self.tr("The text is cut after {0} characters").format(cut))
        return said

    def _around(self) -> list[str]:
        content = self._content
        said = []
        if content.picture:
            said.append(self.tr("Picture from {0}, not loaded here").format(content.picture))
        if content.badge:
            said.append(self.tr("Number on the app's icon: {0}").format(content.badge))
        if content.muted:
            said.append(self.tr("Without a sound"))
        if content.grouped:
            said.append(self.tr("In a group: {0}").format(content.summary or "…"))
        if content.sms:
            said.append(self.tr("Text message: {0}").format(content.sms.replace("\n", " ")))
        return said
