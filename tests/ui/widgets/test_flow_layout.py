"""Items flow like words."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.flow_layout import FlowLayout, flowing


def page(qtbot: QtBot, count: int, **options: bool) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, spacing=10, **options)
    items = [QWidget() for _ in range(count)]
    for item in items:
        item.setFixedSize(50, 20)
        flow.addWidget(item)
    return widget, flow, items


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    widget, flow, items = page(qtbot, 3)
    widget.resize(115, flow.heightForWidth(115))
    widget.show()
    assert [(item.x(), item.y()) for item in items] == [(0, 0), (60, 0), (0, 30)]
    assert flow.heightForWidth(115) == 50
    assert flow.heightForWidth(500) == 20


def test_the_last_may_take_the_rest_of_its_line(qtbot: QtBot) -> None:
    widget, _, items = page(qtbot, 2, stretch_last=True)
    items[-1].setMaximumWidth(1000)
    widget.resize(300, 20)
    widget.show()
    assert items[-1].x() == 60
    assert items[-1].width() == 240


def test_a_hidden_item_takes_no_room(qtbot: QtBot) -> None:
    widget, _, items = page(qtbot, 3)
    items[1].hide()
    widget.resize(500, 20)
    widget.show()
    assert items[2].x() == 60


def test_the_minimum_is_the_widest_item(qtbot: QtBot) -> None:
    widget, flow, _ = page(qtbot, 5)
    widget.show()
    assert flow.minimumSize().width() == 50


def test_a_layout_gives_flowing_things_all_their_lines(qtbot: QtBot) -> None:
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    flow = FlowLayout(inner, spacing=10, centred=True)
    for number in range(9):
        flow.addWidget(QPushButton(f"Choice {number}"))
    inner.setSizePolicy(flowing())
    column = QVBoxLayout(outer)
    column.addWidget(inner)
    outer.resize(300, outer.heightForWidth(300))
    outer.show()
    assert inner.height() >= flow.heightForWidth(inner.width())
    assert all(inner.rect().contains(one.geometry()) for one in inner.findChildren(QPushButton))


def test_beside_a_taller_neighbour_one_line_stands_on_the_middle(qtbot: QtBot) -> None:
    widget, _, items = page(qtbot, 2, centred=True)
    widget.resize(300, 60)
    widget.show()
    assert [item.y() for item in items] == [20, 20]
