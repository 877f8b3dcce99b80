"""Qt objects in reference cycles are destroyed on the window's thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.collector import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.collect()
    gc.enable()
    made = Collector()
    made.start()
    yield made
    made.stop()
    made.deleteLater()


class Node(QObject):
    """Holds itself, so that only the collector of cycles can take it away."""

    def __init__(self, seen: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: seen.append(threading.current_thread()))


def allocate_much() -> list[list[int]]:
    """More than enough new objects to make a collection due, while they are kept."""
    return [[number] for number in range(50_000)]


def test_another_thread_that_allocates_destroys_no_qt_object(
    collector: Collector, qtbot: QtBot
) -> None:
    seen: list[threading.Thread] = []
    Node(seen)
    busy = threading.Thread(target=allocate_much)
    busy.start()
    busy.join()
    assert seen == []
    kept = allocate_much()
    qtbot.waitUntil(lambda: seen == [threading.main_thread()])
    assert kept


def test_python_collects_by_itself_again_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_where_somebody_else_collects_it_stays_so(collector: Collector) -> None:
    gc.disable()
    collector.start()
    collector.stop()
    assert not gc.isenabled()


def test_with_nothing_due_nothing_is_collected(collector: Collector) -> None:
    seen: list[threading.Thread] = []
    gc.collect()
    Node(seen)
    collector.collect_due()
    assert seen == []
    gc.collect()
