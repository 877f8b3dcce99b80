"""A phone's lock screen, drawn: a notification as it will appear, and a text message below it.

Owns the drawing and the words that describe it to a screen reader. What is shown comes in as
text; how long a text may be on which phone is decided elsewhere, here only what fits the drawing
is cut, with a mark where.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

_WALLPAPERS = {
    "ios": ("#1F3F73", "#56508F", "#B5677A"),
    "android": ("#0B4F58", "#1F7A80", "#4FA9A4"),
}
_CARD = "#F4F3F6"
_INK = "#14171C"
_GREY = "#55586A"
_BEZEL = "#0A0B0D"
_MARK = "#FFE3A8"
_WIDTH = 264.0
_TEXT_WIDTH = _WIDTH - 14 - 18 - 24
"""Of the drawn phone and of the text on it; wider or narrower views scale the whole picture."""
_TEXT_LINES = {"ios": 4, "android": 2}
"""Lines of text of a notification that is not opened: iPhone's lock screen, Android's stock one."""


@dataclass(frozen=True)
class _Content:
    platform: str = "ios"
    app_name: str = ""
    app_colour: str = ""
    title: str = ""
    text: str = ""
    sms: str = ""


class PhoneView(QWidget):
    """One drawn phone. It is a picture: `accessibleDescription` says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = _Content()
        self._shown_text = ""
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
        """Draw this.

        `platform` is "ios" or "android", `app_colour` "#RRGGBB" or empty; `sms` is the bubble's
        text, its first line set in bold, empty for none.
        """
        content = _Content(platform, app_name, app_colour, title, text, sms)
        if content != self._content:
            self._content = content
            self._say()
            self.update()

    @property
    def cut_after(self) -> int | None:
        """After how many characters of the text it is cut in the drawing; None if it fits."""
        lines, whole = self._wrapped_text()
        return None if whole else sum(len(line) for line in lines)

    def sizeHint(self) -> QSize:
        return QSize(int(_WIDTH) + 16, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 260)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.update()
        super().changeEvent(event)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        # A narrow phone is a smaller picture of the same one: the text is cut where the phone cuts
        # it, not where the window is narrow.
        scale = min(1.0, (self.width() - 8) / _WIDTH)
        painter.translate(self.width() / 2, 2)
        painter.scale(scale, scale)
        phone = QRectF(-_WIDTH / 2, 0, _WIDTH, max(self.height() / scale + 60, 520))
        self._draw_case(painter, phone)
        screen = phone.adjusted(7, 7, -7, -7)
        bottom = self._draw_clock(painter, screen)
        bottom = self._draw_notification(painter, screen, bottom + 20)
        if self._content.sms:
            self._draw_sms(painter, screen, bottom + 8)

    def _draw_case(self, painter: QPainter, phone: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_BEZEL))
        painter.drawRoundedRect(phone, 34, 34)
        screen = phone.adjusted(6, 6, -6, -6)
        wallpaper = QLinearGradient(
            screen.topLeft(), QPointF(screen.right(), screen.top() + min(screen.height(), 430))
        )
        colours = _WALLPAPERS.get(self._content.platform, _WALLPAPERS["ios"])
        for place, colour in zip((0.0, 0.5, 1.0), colours, strict=True):
            wallpaper.setColorAt(place, QColor(colour))
        painter.setBrush(wallpaper)
        painter.drawRoundedRect(screen, 28, 28)
        painter.setBrush(QColor(_BEZEL))
        if self._content.platform == "android":
            painter.drawEllipse(QPointF(phone.center().x(), screen.top() + 15), 5, 5)

    def _draw_clock(self, painter: QPainter, screen: QRectF) -> float:
        painter.setPen(QColor("#FFFFFF"))
        clock = QRectF(screen.left(), screen.top() + 22, screen.width(), 54)
        painter.setFont(self._face(44, QFont.Weight.Light))
        painter.drawText(clock, Qt.AlignmentFlag.AlignCenter, "9:41")
        date = QRectF(screen.left(), clock.bottom(), screen.width(), 18)
        painter.setFont(self._face(12, QFont.Weight.DemiBold))
        painter.drawText(date, Qt.AlignmentFlag.AlignCenter, self.tr("Wednesday, 11 November"))
        return date.bottom()

    def _draw_notification(self, painter: QPainter, screen: QRectF, top: float) -> float:
        content = self._content
        lines, whole = self._wrapped_text()
        title_face = self._face(13, QFont.Weight.DemiBold)
        text_face = self._face(13)
        line_height = QFontMetricsF(text_face).height() + 1
        height = 40 + line_height * (1 + max(len(lines), 1)) + 12
        card = QRectF(screen.left() + 9, top, screen.width() - 18, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_CARD))
        painter.drawRoundedRect(card, 18, 18)
        inside = card.adjusted(12, 11, -12, 0)
        self._draw_app_row(painter, inside)

        y = inside.top() + 28
        painter.setPen(QColor(_INK))
        painter.setFont(title_face)
        title = QFontMetricsF(title_face).elidedText(
            " ".join(content.title.split()) or self.tr("Title"),
            Qt.TextElideMode.ElideRight,
            inside.width(),
        )
        if not content.title.strip():
            painter.setPen(QColor(_GREY))
        painter.drawText(QRectF(inside.left(), y, inside.width(), line_height), 0, title)
        painter.setFont(text_face)
        painter.setPen(QColor(_INK if content.text.strip() else _GREY))
        for line in lines or [self.tr("Text")]:
            y += line_height
            painter.drawText(QRectF(inside.left(), y, inside.width(), line_height), 0, line)
        if whole:
            return card.bottom()
        return self._draw_cut_mark(painter, card)

    def _draw_app_row(self, painter: QPainter, inside: QRectF) -> None:
        content = self._content
        mark = QRectF(inside.left(), inside.top(), 20, 20)
        colour = QColor(content.app_colour) if content.app_colour else QColor("#0B62E5")
        painter.setBrush(colour if colour.isValid() else QColor("#0B62E5"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(mark, 5, 5)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(self._face(11, QFont.Weight.Bold))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, content.app_name[:1].upper() or "·")
        small = self._face(11)
        painter.setFont(small)
        painter.setPen(QColor(_GREY))
        now = self.tr("now")
        room = QFontMetricsF(small).horizontalAdvance(now)
        row = QRectF(mark.right() + 8, inside.top(), inside.width() - 28, 20)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, now)
        name = content.app_name.upper() if content.platform == "ios" else content.app_name
        name = QFontMetricsF(small).elidedText(
            name, Qt.TextElideMode.ElideRight, row.width() - room - 8
        )
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, name)

    def _draw_cut_mark(self, painter: QPainter, card: QRectF) -> float:
        y = card.bottom() + 9
        face = self._face(11, QFont.Weight.DemiBold)
        words = self.tr("✂ cut here")
        room = QFontMetricsF(face).horizontalAdvance(words) + 8
        painter.setPen(QPen(QColor(_MARK), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(card.left() + 6, y), QPointF(card.right() - room - 4, y))
        painter.setPen(QColor(_MARK))
        painter.setFont(face)
        painter.drawText(
            QRectF(card.right() - room, y - 9, room, 18), Qt.AlignmentFlag.AlignCenter, words
        )
        return y + 8

    def _draw_sms(self, painter: QPainter, screen: QRectF, top: float) -> None:
        head, _, rest = self._content.sms.partition("\n")
        bold, plain = self._face(12, QFont.Weight.DemiBold), self._face(12)
        width = screen.width() - 18 - 24
        lines = [(line, bold) for line in _wrap(head, bold, width, 2)[0]]
        if rest:
            lines += [(line, plain) for line in _wrap(rest, plain, width, 3)[0]]
        line_height = QFontMetricsF(plain).height() + 2
        card = QRectF(screen.left() + 9, top, screen.width() - 18, 16 + line_height * len(lines))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(233, 229, 236, 225))
        path = QPainterPath()
        path.addRoundedRect(card, 18, 18)
        painter.drawPath(path)
        painter.setPen(QColor(_INK))
        y = card.top() + 8
        for line, face in lines:
            painter.setFont(face)
            painter.drawText(QRectF(card.left() + 12, y, width, line_height), 0, line)
            y += line_height

    def _wrapped_text(self) -> tuple[list[str], bool]:
        limit = _TEXT_LINES.get(self._content.platform, 4)
        return _wrap(self._content.text.strip(), self._face(13), _TEXT_WIDTH, limit)

    def _face(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    # Words

    def _say(self) -> None:
        content = self._content
        name = "iPhone" if content.platform == "ios" else "Android"
        self.setAccessibleName(self.tr("Lock screen, {0}").format(name))
        said = [self.tr("Title: {0}").format(content.title or self.tr("none yet"))]
        said.append(self.tr("Text: {0}").format(content.text or self.tr("none yet")))
        if (cut := self.cut_after) is not None:
            said.append(self.tr("The text is cut after {0} characters").format(cut))
        if content.sms:
            said.append(self.tr("Text message: {0}").format(content.sms.replace("\n", " ")))
        self.setAccessibleDescription("\n".join(said))


def _wrap(text: str, font: QFont, width: float, limit: int) -> tuple[list[str], bool]:
    """Break `text` into at most `limit` lines of `width`; whether that is all of it.

    The last line of a text that goes on ends with an ellipsis.
    """
    lines: list[str] = []
    paragraphs = text.split("\n") if text else []
    metrics = QFontMetricsF(font)
    for number, paragraph in enumerate(paragraphs):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        units = paragraph.encode("utf-16-le")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            if len(lines) == limit - 1 and (
                start + length < len(units) // 2 or number + 1 < len(paragraphs)
            ):
                rest = units[2 * start :].decode("utf-16-le")
                if number + 1 < len(paragraphs):
                    rest += " …"
                lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
                layout.endLayout()
                return lines, False
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le"))
        layout.endLayout()
    return lines, True
