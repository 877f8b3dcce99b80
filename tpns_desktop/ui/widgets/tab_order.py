"""Where Tab comes to widgets that were made after their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

HOLDS_STOPS = "holds_stops"
"""Property of a part that is no stop itself and into which stops are put later, by `follow`."""


def put_last(window: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to `stops` after all else in `window`: buttons older than what is above them."""
    last: QWidget | None = window.previousInFocusChain()
    while last is not None and last in stops:
        last = last.previousInFocusChain()
    if last is not None:
        for before, after in pairwise((last, *stops)):
            QWidget.setTabOrder(before, after)


@contextmanager
def made_behind(place: QWidget) -> Iterator[None]:
    """Let Tab come to what is made meanwhile, and put into the window of `place`, right behind it.

    The parts keep the order in which they were put there.
    """
    window = place.window()
    last = window.previousInFocusChain()
    yield
    stops: list[QWidget] = []
    made = last.nextInFocusChain() if last is not None else None
    while made is not None and made is not window:
        stop = made.focusPolicy() & Qt.FocusPolicy.TabFocus and made.focusProxy() is None
        if stop or made.property(HOLDS_STOPS):
            stops.append(made)
        made = made.nextInFocusChain()
    follow(place, stops)


def follow(container: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to `stops`, in this order, where `container` has its place.

    By itself it would come to them after everything that was made before them. All are in the same
    window; each may have a focus proxy inside itself, as a field of chips has.
    """
    whole = [container, *stops]
    # Qt orders nothing that has no focus itself, and hands a policy on to the proxy: so the
    # proxies come last when everything is put back.
    proxies = [proxy for widget in whole if (proxy := widget.focusProxy()) is not None]
    kept = [(widget, widget.focusPolicy()) for widget in (*whole, *proxies)]
    for widget, policy in kept:
        if policy == Qt.FocusPolicy.NoFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(whole):
        QWidget.setTabOrder(before, after)
    for widget, policy in kept:
        widget.setFocusPolicy(policy)
