"""Editors of how a push is sent: how fast, for how long it is kept, over which channels.

Each has `value()`, `set_value(value)` and the signal `edited`, as those in `editors`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.model.limits import PUSH_SPEED_MAX, PUSH_SPEED_MIN
from tpns_desktop.ui.forms.editors import Choices, DurationEditor, PartsEditor, SegmentEditor
from tpns_desktop.ui.widgets.flow_layout import FlowLayout, flowing
from tpns_desktop.ui.widgets.tab_order import follow

STEP = 1000
"""Pushes a second by which an arrow key changes the speed."""
FIRST_SPEED = 10_000
OTHER = "other"


class SpeedEditor(QWidget):
    """As fast as TPNS can, or so many a second. Value: "" or the number as text.

    Signal `edited`.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.kind = SegmentEditor()
        self.kind.edited.connect(self._on_kind)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(PUSH_SPEED_MIN, PUSH_SPEED_MAX)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(5 * STEP)
        self.number = _SpinBox()
        self.number.setRange(PUSH_SPEED_MIN, PUSH_SPEED_MAX)
        self.number.setSingleStep(STEP)
        self.number.setGroupSeparatorShown(True)
        self.unit = QLabel()
        self.slider.valueChanged.connect(self._on_slider)
        self.number.valueChanged.connect(self._on_number)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.slider, 1)
        line.addWidget(self.number)
        line.addWidget(self.unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self._line)
        self.setFocusProxy(self.kind)
        self.set_value("")
        self.retranslate()

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self.kind.set_value("slow" if value else "fast")
        self._line.setVisible(bool(value))
        if value.strip().isascii() and value.strip().isdigit():
            with QSignalBlocker(self.slider), QSignalBlocker(self.number):
                self.slider.setValue(int(value))
                self.number.setValue(int(value))

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.kind.setObjectName(f"{name}.kind")
        self.slider.setObjectName(f"{name}.slider")
        self.number.setObjectName(f"{name}.number")

    def retranslate(self) -> None:
        """Show all words in the present language."""
        self.kind.set_choices(
            [("fast", self.tr("As fast as TPNS can")), ("slow", self.tr("Spread it out"))]
        )
        self.kind.setAccessibleName(self.tr("How fast it goes out"))
        self.unit.setText(self.tr("a second"))
        self.slider.setAccessibleName(self.tr("Pushes a second, roughly"))
        self.number.setAccessibleName(self.tr("Pushes a second"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_kind(self) -> None:
        self.set_value(str(FIRST_SPEED) if self.kind.value() == "slow" else "")
        self.edited.emit()

    def _on_slider(self, speed: int) -> None:
        self._take(round(speed / STEP) * STEP)

    def _on_number(self, speed: int) -> None:
        self._take(speed)

    def _take(self, speed: int) -> None:
        self.set_value(str(speed))
        self.edited.emit()


class KeepEditor(QWidget):
    """For how long a push is kept for phones that are off. Value: seconds as text.

    Signal `edited`.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._offered: list[str] = []
        self.kind = SegmentEditor()
        self.kind.edited.connect(self._on_kind)
        self.other = DurationEditor()
        self.other.edited.connect(self._on_other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self.other)
        self.other.hide()
        self.setFocusProxy(self.kind)

    def set_choices(self, choices: Choices, other: str) -> None:
        """Offer these lengths, and with the words `other` any length."""
        self._offered = [key for key, _ in choices]
        self.kind.set_choices([*choices, (OTHER, other)])
        self.set_value(self._value)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        offered = value in self._offered or not value
        self.kind.set_value(value if offered else OTHER)
        self.other.setVisible(not offered)
        if not offered:
            self.other.set_value(value)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.kind.setObjectName(f"{name}.kind")
        self.other.setObjectName(f"{name}.other")
        self.other.number.setObjectName(f"{name}.other.number")
        self.other.unit.setObjectName(f"{name}.other.unit")

    def set_unit_words(self, minutes: str, hours: str, days: str, number: str, unit: str) -> None:
        """The words of the own length, and what its two parts are called."""
        self.other.set_unit_words(minutes, hours, days)
        self.other.number.setAccessibleName(number)
        self.other.unit.setAccessibleName(unit)

    def _on_kind(self) -> None:
        chosen = self.kind.value()
        if chosen == OTHER:
            # A length that was chosen goes on from where it stood.
            self.other.set_value(self._value)
            self.other.show()
            self.other.number.setFocus()
            return
        self.set_value(chosen or "")
        self.edited.emit()

    def _on_other(self) -> None:
        self._value = self.other.value()
        self.edited.emit()


class LeftOutEditor(PartsEditor):
    """Boxes that are ticked but for what is left out. Value: the keys without a tick, in order.

    Signal `edited`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: list[str] = []
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(self, spacing=16, line_spacing=4, centred=True)
        self.setSizePolicy(flowing())

    def set_choices(self, choices: Choices) -> None:
        """Offer these, in this order; what is left out and not offered stays left out."""
        wanted = [key for key, _ in choices]
        if wanted != list(self._boxes):
            self._make(wanted)
        for key, text in choices:
            self._boxes[key].setText(text)

    def first_stop(self) -> QWidget | None:
        return next(iter(self._boxes.values()), None)

    def value(self) -> list[str]:
        return list(self._value)

    def set_value(self, value: Sequence[str]) -> None:
        self._value = list(value)
        for key, box in self._boxes.items():
            box.setChecked(key not in self._value)

    def _make(self, keys: Sequence[str]) -> None:
        for box in self._boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for key in keys:
            box = QCheckBox()
            box.setObjectName(f"{self.objectName()}.{key}")
            box.setChecked(key not in self._value)
            box.clicked.connect(partial(self._on_clicked, key))
            self._boxes[key] = box
            self._flow.addWidget(box)
        follow(self, list(self._boxes.values()))

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        rest = [other for other in self._value if other != key]
        self._value = rest if self._boxes[key].isChecked() else [*rest, key]
        self.edited.emit()


class _Slider(QSlider):
    """A slider that the wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _SpinBox(QSpinBox):
    """A number that the wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
