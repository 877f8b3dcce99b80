"""How long the window stands still while a list is checked and uploaded and a push is sent.

One process with the real window, offscreen; the practice service is a process of its own, as for a
person. A precise timer of 5 ms runs on the window's thread, and the gaps between its ticks are
taken: while nothing happens, while 100 MiB are checked, while they are uploaded (once for each
system), while a push is sent and its figures come in. "worst" is the longest gap. Each round is a
program of its own and is held against its own idle time; how far apart the rounds' idle times are
is the machine's noise.
Reach: p99 <= 2 times idle's in the same run. Asserts no time.

    python packaging/dev.py bench pauses [--rounds N] [--mib N] [--idle SECONDS] [--profile]
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from tpns_desktop.ui.screens.results.screen import ResultScreen

TICK_MS = 5
REACH = 2.0
STALL_S = 0.0075
"""`--profile` looks where the window's thread is in a gap longer than this."""
PATIENCE_S = 300.0

Gapped = dict[str, list[float]]
"""What is done → gaps in milliseconds."""


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    parser.add_argument("--mib", type=int, default=100, help="size of the list (default: 100)")
    parser.add_argument("--idle", type=float, default=5.0, help="seconds (default: %(default)s)")
    parser.add_argument("--profile", action="store_true", help="where the longest gaps come from")
    options = parser.parse_args()
    # Before Qt and keyring are imported.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    from PySide6.QtWidgets import QApplication

    app = QApplication([sys.argv[0], "-style", "fusion"])
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-bench-") as name:
        path = Path(name) / "list.txt"
        _write(path, options.mib << 20)
        rounds = []
        for number in range(options.rounds):
            home = Path(name) / f"home{number}"
            rounds.append(_measure(home, path, options.idle, profile=options.profile))
    _print(rounds)
    app.quit()


class Gaps:
    """The gaps between the ticks of one timer on the window's thread."""

    def __init__(self, *, profile: bool) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._last = 0.0
        self._taken: list[float] = []
        self._until: Callable[[], bool] = lambda: True
        self._sampler = Sampler() if profile else None

    def during(self, until: Callable[[], bool]) -> list[float]:
        """Let the window live until the condition holds; gives the gaps in milliseconds."""
        from PySide6.QtCore import QEventLoop

        self._taken, self._until = [], until
        self._loop = QEventLoop()
        self._begun = self._last = time.perf_counter()
        self._timer.start()
        if self._sampler is not None:
            self._sampler.watch(self)
        self._loop.exec()
        self._timer.stop()
        if self._sampler is not None:
            self._sampler.rest()
        return self._taken

    def open_s(self) -> float:
        """How long the present gap is open. May be asked from any thread."""
        return time.perf_counter() - self._last

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._taken.append((now - self._last) * 1000)
        self._last = now
        if now - self._begun > PATIENCE_S:
            sys.exit("pauses: it does not come to an end")
        if self._until():
            self._loop.quit()


class Sampler:
    """Looks from another thread where the window's thread is while a gap is too long."""

    def __init__(self) -> None:
        self._window = threading.get_ident()
        self._gaps: Gaps | None = None
        self.seen: Counter[str] = Counter()
        self._collecting = 0.0
        gc.callbacks.append(self._on_collected)
        threading.Thread(target=self._look, daemon=True).start()

    def watch(self, gaps: Gaps) -> None:
        self.seen.clear()
        self._gaps = gaps

    def rest(self) -> None:
        self._gaps = None
        for place, times in self.seen.most_common(12):
            print(f"    {times:5} x  {place}")

    def _on_collected(self, phase: str, info: dict[str, int]) -> None:
        now = time.perf_counter()
        if phase == "start":
            self._collecting = now
        elif self._gaps is not None and now - self._collecting > 0.002:
            took = (now - self._collecting) * 1000
            print(f"    collecting generation {info['generation']}: {took:.1f} ms")

    def _look(self) -> None:
        never = threading.Event()
        while not never.wait(0.002):
            gaps = self._gaps
            if gaps is None or gaps.open_s() < STALL_S:
                continue
            frame = sys._current_frames().get(self._window)
            stack = traceback.extract_stack(frame)[-6:]
            here = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in stack]
            self.seen[" > ".join(here)] += 1
            del frame  # it would keep what the window paints with


def _measure(home: Path, path: Path, idle_s: float, *, profile: bool) -> Gapped:
    """One round: what is done → the gaps meanwhile."""
    from tests.ui.driving import running
    from tpns_desktop.app import Practice
    from tpns_desktop.ui.screens.results.screen import ResultScreen

    practice = Practice()
    settings = {"language": "en", "look": "light", "hold_s": "manual"}
    taken: Gapped = {}
    with running(home, practice, settings=settings) as driver:
        driver.practise()
        driver.replace("message.title", "Double 11 starts tonight")
        driver.replace("message.content", "From 8 pm.")
        driver.segment("audience.kind", "file")
        gaps = Gaps(profile=profile)
        gaps.during(_after(2.0))  # what Compose does once it was typed in

        taken["idle, Compose"] = gaps.during(_after(idle_s))
        panel = driver.program.navigator.compose.audience.file
        panel.choose(str(path))
        taken["checking"] = gaps.during(lambda: panel.row is not None)
        driver.wait_until(lambda: panel.row is not None and panel.row.usable)
        driver.to_review()
        driver.click("review.send")
        driver.until_screen("result")
        driver.until_words("Uploading your list…")
        result = driver.program.window.findChild(ResultScreen)
        assert result is not None
        taken["uploading"] = gaps.during(result.hold.send_now.isVisible)
        taken["idle, held"] = gaps.during(_after(idle_s))
        driver.click("result.send_now")
        taken["sending, figures"] = gaps.during(_figures(result, idle_s))
    return taken


def _after(seconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() > end


def _figures(result: ResultScreen, least_s: float) -> Callable[[], bool]:
    """The push is accepted, and its first figures have come."""
    late = _after(least_s)

    def there() -> bool:
        return late() and result.figures.model.rowCount() > 0

    return there


def _print(rounds: list[Gapped]) -> None:
    idle = [_part(taken["idle, Compose"] + taken["idle, held"], 0.99) for taken in rounds]
    print(f"{'':18}{'ticks':>7}{'p50':>9}{'p99':>9}{'worst':>9}   p99 of idle's, each round")
    for name in rounds[0]:
        each = [taken[name] for taken in rounds]
        p99 = [_part(gaps, 0.99) for gaps in each]
        ratios = [one / base for one, base in zip(p99, idle, strict=True)]
        print(
            f"{name:18}{_middle(len(gaps) for gaps in each):7.0f}"
            f"{_middle(_part(gaps, 0.5) for gaps in each):9.2f}{_middle(p99):9.2f}"
            f"{_middle(max(gaps) for gaps in each):9.2f}{_middle(ratios):8.2f}   "
            + " ".join(f"{ratio:.2f}" for ratio in ratios)
        )
    print(f"milliseconds between ticks of {TICK_MS} ms; medians of {len(rounds)} rounds")
    print(f"reach <= {REACH:g} of idle's p99, which was {min(idle):.2f} to {max(idle):.2f} ms")


def _middle(values: Iterable[float]) -> float:
    return statistics.median(values)


def _part(gaps: list[float], part: float) -> float:
    return sorted(gaps)[min(len(gaps) - 1, int(len(gaps) * part))]


def _write(path: Path, size_bytes: int) -> None:
    """Accounts of nobody, one a row, and a handful of the practice service's own."""
    with path.open("wb") as file:
        file.write(b"".join(b"user%06d\n" % n for n in range(1, 500)))
        rows = 0
        while file.tell() < size_bytes - 20_000 * 15:
            file.write(b"".join(b"guest%09d\n" % n for n in range(rows, rows + 20_000)))
            rows += 20_000


if __name__ == "__main__":
    main()
