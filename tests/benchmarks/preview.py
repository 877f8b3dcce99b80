"""From a keystroke to the repainted preview, with 1,000 tokens in the draft, against an idle loop.

Prints p50, p95, p99 in milliseconds of: an idle turn of the loop (its timer's lateness), the phone
at the keystroke, checks and JSON at the pause after it, both together, each painted. All taken in
turn in one run, by the clock and by the processor's time of this thread, which other programs on
the machine do not lengthen. Reach: p95 of a keystroke to the repainted preview <= 8 ms. Asserts
nothing.

    python packaging/dev.py bench preview [--keys N] [--tokens N]
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from tests.send import builders  # noqa: E402
from tpns_desktop.model.draft import empty_draft  # noqa: E402
from tpns_desktop.send.checks import examine  # noqa: E402
from tpns_desktop.ui.forms.binding import DraftBinding  # noqa: E402
from tpns_desktop.ui.screens.compose.preview import Preview  # noqa: E402
from tpns_desktop.ui.theme.theme import Theme  # noqa: E402

TYPED = "Your cart is waiting: 30% off from 8 pm. 购物车里的宝贝等你带走，今晚8点开抢。"
REACH_MS = 8.0

Taken = tuple[float, float]
"""Seconds by the clock, seconds of the processor."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keys", type=int, default=400, help="default: %(default)s")
    parser.add_argument("--tokens", type=int, default=1000, help="default: %(default)s")
    options = parser.parse_args()
    application = QApplication([sys.argv[0], "-style", "fusion"])
    theme = Theme(application)
    theme.apply("light")
    scene = _Scene(options.tokens)
    for tab, name in ((0, "tab Phone"), (2, "tab JSON")):
        scene.preview.setCurrentIndex(tab)
        _settle()
        taken = scene.type(options.keys)
        print(f"\n{name}, {options.tokens:,} tokens, {options.keys} keys")
        head = f"{'p50':>7}{'p95':>7}{'p99':>7}"
        print(f"{'ms':26}{head}{'reach':>7}   of the processor: {head}")
        for what, values in taken.items():
            reach = f"<= {REACH_MS:g}" if what == "all of it" else ""
            clock = _parts([passed for passed, _ in values])
            print(f"{what:26}{clock}{reach:>7}{'':21}{_parts([used for _, used in values])}")
    scene.close()


class _Scene:
    """A preview on the screen and a draft that is typed into."""

    def __init__(self, tokens: int) -> None:
        self.binding = DraftBinding(empty_draft())
        self.window = QWidget()
        self.preview = Preview(self.binding, self.window)
        self.preview.set_app(builders.app())
        self.window.resize(440, 800)
        self.preview.resize(440, 800)
        self.window.show()
        text = "\n".join(f"{number:036x}" for number in range(tokens))
        self.draft = builders.draft("device", audience__device__text=text)
        self.binding.replace(self.draft)
        self.context = builders.context()
        self._examine()
        _settle()

    def type(self, keys: int) -> dict[str, list[Taken]]:
        """Type that many characters; what each step took."""
        taken: dict[str, list[Taken]] = {
            "idle loop": [],
            "key: phone painted": [],
            "pause: checks of the send": [],
            "pause: JSON painted": [],
            "all of it": [],
        }
        text = ""
        for number in range(keys):
            taken["idle loop"].append(_idle())
            text = "" if len(text) > 300 else text + TYPED[number % len(TYPED)]
            begun = _now()
            self.binding.set_value("message.content", text or "a")
            _paint()
            typed = _now()
            examination: Any = examine(self.binding.draft, self.context)
            examined = _now()
            self.binding.set_examination(examination)
            self.preview.show_examination(examination)
            _paint()
            done = _now()
            for what, start, end in (
                ("key: phone painted", begun, typed),
                ("pause: checks of the send", typed, examined),
                ("pause: JSON painted", examined, done),
                ("all of it", begun, done),
            ):
                taken[what].append(_between(start, end))
        return taken

    def close(self) -> None:
        """Let Qt's objects go before the application does."""
        self.window.close()
        self.window.deleteLater()
        self.binding.deleteLater()
        _settle()

    def _examine(self) -> None:
        self.preview.show_examination(examine(self.binding.draft, self.context))


def _paint() -> None:
    """Do what waits: layouts, then paints."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _settle() -> None:
    for _ in range(5):
        _paint()


def _now() -> Taken:
    return time.perf_counter(), time.thread_time()


def _between(start: Taken, end: Taken) -> Taken:
    return end[0] - start[0], end[1] - start[1]


def _idle() -> Taken:
    """How late a timer of no time comes in a loop that has nothing to do."""
    loop = QEventLoop()
    begun = _now()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    return _between(begun, _now())


def _parts(values: list[float]) -> str:
    ordered = sorted(values)
    places = (0.5, 0.95, 0.99)
    picked = [ordered[min(int(len(ordered) * place), len(ordered) - 1)] for place in places]
    return "".join(f"{1000 * value:7.2f}" for value in picked)


if __name__ == "__main__":
    main()
