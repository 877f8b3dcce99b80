"""What leaves the page as a file: a push named so that it is known again, its picture with a head.

Whoever gets the file has no page beside it: it says which push, of which app and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.theme.tokens import current_tokens
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.numbers import BEIJING, day_and_time

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch

translate = QCoreApplication.translate

_MARGIN = 24
_TITLE_PX = 20
_LINE_PX = 13
_LINE_HEIGHT = 22
_TITLE_HEIGHT = 34
_SCALE = 2
_NAME_MAX = 40
_IDS_MAX = 4
"""A repetition has hundreds."""


def file_name(batch: Batch, part: str, ending: str) -> str:
    """Such as "Double 11 - over time 2026-11-22.csv": its name or title, and its day in Beijing."""
    name = (batch.name or batch.title).strip()[:_NAME_MAX].rstrip()
    day = batch.when.astimezone(BEIJING).strftime("%Y-%m-%d")
    return f"{name} - {part[:1].lower()}{part[1:]} {day}.{ending}"


def details(batch: Batch) -> list[str]:
    """Below the title: the app and when it was; then the push IDs, as far as they are few."""
    when = translate("ResultPicture", "{0} (Beijing time)").format(day_and_time(batch.when))
    about = [batch.app_name, when]
    if batch.practice:
        about.append(translate("ResultPicture", "practice, nobody got it"))
    pattern = translate("ResultPicture", "{0} push ID {1}")
    ids = [
        pattern.format(PLATFORMS[row.platform], push_id)
        for row in batch.rows
        for push_id in row.push_ids
    ]
    if len(ids) > _IDS_MAX:
        rest = QCoreApplication.translate(
            "ResultPicture", "and %Ln more", None, len(ids) - _IDS_MAX
        )
        ids = [*ids[:_IDS_MAX], rest]
    return [" · ".join(line) for line in (about, ids) if line]


def picture_of(part: QWidget, batch: Batch, without: Iterable[QWidget]) -> QImage:
    """`part` as it stands, below a head that names the push.

    `without`: controls inside it that have no place in a picture; there it is left blank.
    """
    lines = details(batch)
    head = _TITLE_HEIGHT + _LINE_HEIGHT * len(lines) + _MARGIN // 2
    size = part.size() + QSize(2 * _MARGIN, 2 * _MARGIN + head)
    tokens = current_tokens()
    picture = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(QColor(tokens.bg))
    painter = QPainter(picture)
    top = _MARGIN
    title = QFont(part.font())
    title.setPixelSize(_TITLE_PX)
    title.setBold(True)
    small = QFont(part.font())
    small.setPixelSize(_LINE_PX)
    for number, words in enumerate([batch.title, *lines]):
        painter.setFont(small if number else title)
        painter.setPen(QColor(tokens.muted if number else tokens.text))
        height = _LINE_HEIGHT if number else _TITLE_HEIGHT
        room = QRect(_MARGIN, top, part.width(), height)
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)
        top += height
    place = QPoint(_MARGIN, _MARGIN + head)
    part.render(painter, place)
    painter.end()
    painter.begin(picture)
    for control in without:
        if control.isVisibleTo(part):
            corner = control.mapTo(part, QPoint(0, 0)) + place
            # The ring of what has the focus reaches a little beyond it.
            area = QRect(corner, control.size()).adjusted(-2, -2, 2, 2)
            beside = picture.pixelColor((area.topLeft() - QPoint(1, 0)) * _SCALE)
            painter.fillRect(area, beside)
    painter.end()
    return picture
