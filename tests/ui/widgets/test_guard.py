"""Guards against a PySide6 that loses references (6.12.0 on Python 3.11 aborts here)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.json_view import JsonView
from tpns_desktop.ui.widgets.segmented import Segmented

EMISSIONS = 50_000
PAINTS = 2_000
TICKS = 2_000


class Source(QObject):
    told = Signal(object)
    nothing = Signal()


class Counter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @Slot(object)
    def on_told(self, value: object) -> None:
        self.count += value is not None

    @Slot()
    def on_nothing(self) -> None:
        self.count += 1


class Painted(QWidget):
    count = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.count += 1


def references() -> tuple[int, ...]:
    return tuple(sys.getrefcount(thing) for thing in (None, True, False))


def lost(before: tuple[int, ...]) -> int:
    return max(b - a for b, a in zip(before, references(), strict=True))


def test_emitting_loses_no_references(qtbot: QtBot) -> None:
    source, counter = Source(), Counter()
    source.told.connect(counter.on_told)
    source.nothing.connect(counter.on_nothing)
    before = references()
    for _ in range(EMISSIONS):
        source.told.emit(True)
        source.nothing.emit()
    assert counter.count == 2 * EMISSIONS
    assert lost(before) < 1000


def test_painting_loses_no_references(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.resize(40, 40)
    with qtbot.waitExposed(widget):
        widget.show()
    before = references()
    painted = widget.count
    for _ in range(PAINTS):
        widget.repaint()
    assert widget.count - painted >= PAINTS
    assert lost(before) < 1000


def test_ticking_loses_no_references(qtbot: QtBot) -> None:
    counter, timer = Counter(), QTimer()
    timer.timeout.connect(counter.on_nothing)
    before = references()
    timer.start(0)
    qtbot.waitUntil(lambda: counter.count >= TICKS, timeout=30_000)
    timer.stop()
    assert lost(before) < 1000


def test_highlighting_and_our_own_painting_lose_no_references(theme: Theme, qtbot: QtBot) -> None:
    view = JsonView()
    qtbot.addWidget(view)
    choice = Segmented([("a", "A"), ("b", "B")])
    qtbot.addWidget(choice)
    with qtbot.waitExposed(view), qtbot.waitExposed(choice):
        view.show()
        choice.show()
    before = references()
    for number in range(1_000):
        view.set_json(b'{"number":%d,"yes":true}' % number)
        choice.set_value("ab"[number % 2])
        choice.repaint()
    assert lost(before) < 1000
