"""The Sent list over 1,000 and over 1,000,000 pushes: jumps and searches, painted.

Makes a database of each size (bulk SQL, then the program's own index) and opens the real page on
it. A jump: the scroll bar is set anywhere, until a painting with its rows in it has ended; in both
sizes the model was emptied before, so that these rows are read from the file each time. A search:
words are put into the search box, until what was found is painted; without the pause after the last
key. Both sizes take turns in one run. The words: Chinese and English, one character and more,
frequent, rare, absent; a rare one fills the same screen in both. Prints medians and p95 in
milliseconds, the ratio of the sizes, and memory. Reach: jump <= 16 ms, search <= 30 ms, each <= 1.5
of the same at 1,000 (medians). Then what the desk does by itself and for a person, over the same
two (`_history_desk`). Asserts nothing.

    python packaging/dev.py bench history [--pushes N] [--rounds N] [--keep FOLDER] [--only PART]
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from tests.benchmarks import _history_desk as desk  # noqa: E402
from tpns_desktop.paths import Paths  # noqa: E402
from tpns_desktop.send.core import open_core  # noqa: E402
from tpns_desktop.store import tables  # noqa: E402
from tpns_desktop.store.database import Database, open_database  # noqa: E402
from tpns_desktop.store.full_text import FullText, fold  # noqa: E402
from tpns_desktop.store.plan_sums import PlanSums  # noqa: E402
from tpns_desktop.store.secrets import SecretStore  # noqa: E402
from tpns_desktop.store.sent_index import key_of  # noqa: E402
from tpns_desktop.store.settings import Settings  # noqa: E402
from tpns_desktop.ui.background import Background  # noqa: E402
from tpns_desktop.ui.screens.sent.screen import SentScreen  # noqa: E402
from tpns_desktop.ui.screens.sent.sent_model import RECORD_ROLE  # noqa: E402
from tpns_desktop.ui.session import Session  # noqa: E402
from tpns_desktop.ui.theme.theme import Theme  # noqa: E402

SMALL = 1_000
JUMP_MS, SEARCH_MS, RATIO = 16.0, 30.0, 1.5
CHUNK = 20_000

ENGLISH = tuple(
    "sale tonight discount your cart is waiting members day double points order shipped free"  # noqa: SIM905
    " delivery coupon new arrival winter summer offer last chance hurry gift card weekend".split()
)
CHINESE = tuple(
    "今晚 八点 开抢 全场 五折 优惠 会员 购物车 宝贝 等你 带走 双倍 积分 订单 已发货 免运费 限时"  # noqa: SIM905
    " 新品 上架 冬季 清仓 最后 机会 礼品卡 周末 专享 提醒 活动 红包 满减".split()
)
RARE = ("龘靐", "quokka", "齉", "zx")
"""Each stands in as many pushes of either size."""
RARE_FOUND = 20

SEARCHES = {
    "frequent, Chinese, 2": "优惠",
    "frequent, Chinese, 1": "会",
    "frequent, Chinese, 3+": "购物车",
    "frequent, English": "discount",
    "frequent, English, 1": "e",
    "frequent, English, 2": "ca",
    "two words": "优惠 sale",
    "rare, Chinese, 2": "龘靐",
    "rare, Chinese, 1": "齉",
    "rare, English": "quokka",
    "rare, English, 2": "zx",
    "absent, Chinese, 2": "飞机",
    "absent, Chinese, 3+": "今晚五",
    "absent, English": "discord",
    "absent, English, 2": "qj",
}

Taken = tuple[float, float]
"""Seconds by the clock, seconds of the processor, all threads together."""

SPACING = timedelta(minutes=1)
"""From one push to the next; the last one is of now."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pushes", type=int, default=1_000_000, help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=9, help="default: %(default)s")
    parser.add_argument("--keep", type=Path, help="where the databases are made, or found again")
    parser.add_argument("--only", choices=("page", "desk"), help="one of the two parts")
    options = parser.parse_args()
    application = QApplication([sys.argv[0], "-style", "fusion"])
    theme = Theme(application)
    theme.apply("light")
    with tempfile.TemporaryDirectory() as folder:
        home = options.keep or Path(folder)
        scenes = []
        for count in (SMALL, options.pushes):
            begun, before = time.perf_counter(), _memory()
            _make(home / str(count) / "data" / "tpns-desktop.db", count)
            made = time.perf_counter() - begun
            if options.only == "desk":
                continue
            scene = _Scene(home / str(count), count)
            size = sum(f.stat().st_size for f in (home / str(count) / "data").iterdir())
            print(
                f"{count:>9,} pushes: made in {made:.0f} s, {size / 1e6:,.0f} MB on disk;"
                f" listed to the end in {scene.opened_s:.2f} s; the page and all behind it take"
                f" {(_memory() - before) / 1e6:,.0f} MB",
                flush=True,
            )
            scenes.append(scene)
        if scenes:
            _measure(scenes, options.rounds)
            print(f"\nmemory of the whole process at the end: {_memory() / 1e6:,.0f} MB")
        for scene in scenes:
            scene.close()
        if options.only != "page":
            desk.measure((home / str(SMALL), home / str(options.pushes)), min(options.rounds, 5))


def _measure(scenes: list[_Scene], rounds: int) -> None:
    small, large = scenes
    dice = random.Random(7)
    jumps = []
    for _ in range(rounds * 12):
        share = dice.uniform(0.15, 1.0)  # the first window is never among them
        jumps.append((small.jump(share), large.jump(share)))
    for of, title in ((0, "ms by the clock"), (1, "ms of the processor")):
        print(f"\n{title}: median and p95 of {small.count:,}, of {large.count:,}, ratio of medians")
        _say("jump anywhere", jumps, JUMP_MS, of)
    every, taken = [], {}
    for what, words in SEARCHES.items():
        taken[what] = [(small.search(words), large.search(words)) for _ in range(rounds)]
        every += taken[what]
    for of, title in ((0, "ms by the clock"), (1, "ms of the processor")):
        print(f"\n{title}: median and p95 of {small.count:,}, of {large.count:,}, ratio of medians")
        for what, pairs in taken.items():
            _say(what, pairs, SEARCH_MS, of)
        _say("all searches", every, SEARCH_MS, of)


def _say(what: str, taken: list[tuple[Taken, Taken]], reach: float, of: int) -> None:
    small, large = ([pair[n][of] * 1000 for pair in taken] for n in (0, 1))
    ratio = median(large) / median(small)
    print(
        f"{what:26}{median(small):8.1f}{_p95(small):8.1f}  {median(large):8.1f}{_p95(large):8.1f}"
        f"{ratio:9.2f}   <= {reach:g}, <= {RATIO:g}",
        flush=True,
    )


def _p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def _memory() -> int:
    return int(psutil.Process().memory_info().rss)


# ------------------------------------------------------------------------------------- the page


class _Scene:
    """The page on a screen, over a database of its own."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        paths = Paths(folder / "data", folder / "log", folder / "settings.ini")
        settings = Settings.load(folder / "settings.ini")
        self._background = Background()
        self._session = Session(self._background, settings)
        desks: list[object] = []
        self._background.start(
            open_core(paths, settings, secrets=SecretStore(choose=lambda: None)),
            self._session,
            desks.append,
        )
        _until(lambda: bool(desks))
        self._desk = desks[0]
        begun = time.perf_counter()
        self.screen = SentScreen(self._session)
        self.screen.resize(1180, 760)
        self._session.open(self._desk)  # type: ignore[arg-type]
        self.screen.show()
        _until(lambda: self.screen.model.rowCount() == count)
        self.opened_s = time.perf_counter() - begun
        _paint()

    def jump(self, share: float) -> Taken:
        """Scroll there; what it takes until the rows that are then seen are painted."""
        table, model = self.screen.table, self.screen.model
        bar = table.verticalScrollBar()
        model.show_lines(self.count, ())  # what was read before is forgotten
        _until(lambda: bool(model.index(0, 0).data(RECORD_ROLE)))
        _settle()
        seen: list[int] = []

        def here() -> bool:
            rows = (table.rowAt(0), table.rowAt(table.viewport().height() - 1))
            return rows[0] > 0 and all(model.index(n, 0).data(RECORD_ROLE) for n in rows)

        paintings = _Paintings(table.viewport(), lambda: seen.append(here()))
        begun = _now()
        bar.setValue(int(bar.maximum() * share))
        _until(lambda: any(seen))
        taken = _since(begun)
        paintings.end()
        return taken

    def search(self, words: str) -> Taken:
        """Search; what it takes until what was found is painted."""
        screen = self.screen
        screen.search.setText(words)
        screen._typed.stop()
        _settle()
        shown: list[int] = []
        painted: list[int] = []
        connection = screen.model.modelReset.connect(lambda: shown.append(0))
        # A painting of what was shown before is none of what was found.
        paintings = _Paintings(screen.table.viewport(), lambda: painted.extend(shown))
        begun = _now()
        screen._open()  # as the timer does after the last key
        _until(lambda: bool(painted or (shown and not screen.model.rowCount())))
        if not painted:
            screen._nothing.repaint()
        taken = _since(begun)
        paintings.end()
        screen.model.modelReset.disconnect(connection)
        _until(lambda: not screen._painted.isActive() and not screen._growing)
        return taken

    def close(self) -> None:
        """Let Qt's objects go before the application does."""
        self.screen.close()
        done: list[object] = []
        self._background.start(self._desk.close(), self._session, done.append)  # type: ignore[attr-defined]
        _until(lambda: bool(done))
        self._background.close()
        self.screen.deleteLater()
        _paint()


class _Paintings(QObject):
    """Tells of each painting of a widget as it begins; control comes back when it has ended."""

    def __init__(self, widget: QWidget, begun: Callable[[], object]) -> None:
        super().__init__()
        self._widget, self._begun = widget, begun
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._begun()
        return False

    def end(self) -> None:
        """Watch no longer."""
        self._widget.removeEventFilter(self)


def _now() -> Taken:
    return time.perf_counter(), time.process_time()


def _since(begun: Taken) -> Taken:
    now = _now()
    return now[0] - begun[0], now[1] - begun[1]


def _until(condition: Callable[[], bool]) -> None:
    loop = QEventLoop()
    end = time.perf_counter() + 600
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError
        # Woken by whatever comes; the timer only keeps a lost event from lasting.
        QTimer.singleShot(20, loop.quit)
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _paint() -> None:
    # Laying out asks for the painting in a later turn, and that may ask for another layout.
    for _ in range(5):
        QApplication.processEvents()


def _settle() -> None:
    """Let all that was asked for before come to its end, read-ahead and paintings too."""
    end = time.perf_counter() + 0.03
    while time.perf_counter() < end:
        QApplication.processEvents()  # nothing tells that no more will come


# --------------------------------------------------------------------------------- the databases


def _make(path: Path, count: int) -> None:
    """A database of so many pushes; found again when it is there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True)
    database = open_database(path)
    driver = database._driver
    driver.execute("PRAGMA synchronous = OFF")  # for the making alone
    driver.execute("PRAGMA cache_size = -200000")
    driver.execute("DROP TRIGGER tr_pushes_first")  # a history: most of it has ended
    driver.execute("DROP TRIGGER tr_pushes_began")
    rows = _rows(count)
    insert = f"INSERT INTO pushes ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
    while chunk := list(itertools.islice(rows, CHUNK)):
        driver.execute("BEGIN")
        driver.executemany(insert, chunk)
        driver.execute("COMMIT")
        _list(database, chunk)
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _list(database: Database, chunk: Sequence[tuple[Any, ...]]) -> None:
    """What the program's own index would hold of them, put there in bulk."""
    told = [dict(zip(_COLUMNS, row, strict=True)) for row in chunk]
    keys = [key_of(datetime.fromisoformat(row["created_at"])) for row in told]
    listed = [
        {
            "key": key,
            "batch_id": row["batch_id"],
            "app_id": row["app_id"],
            "access_id": row["access_id"],
            "state": row["state"],
            "status": "PUSH_FINISHED",
            "repeats": False,
        }
        for key, row in zip(keys, told, strict=True)
    ]
    texts = [
        (key, fold("\n".join(filter(None, (row["title"], row["content"], row["plan_name"])))))
        for key, row in zip(keys, told, strict=True)
    ]
    with database.transaction() as conn:
        conn.execute(tables.sent_list.insert(), listed)
        conn.execute(tables.sent_words.insert(), [{"key": k, "words": t} for k, t in texts])
        FullText(conn).add(texts)
        PlanSums(conn).put(row["batch_id"] for row in told)


_COLUMNS = (
    "id", "batch_id", "draft_id", "draft_rev", "platform", "app_id", "app_name", "practice",
    "access_point_url", "access_id", "body", "body_sha256", "title", "content", "audience_kind",
    "audience", "level", "plan_name", "state", "created_at", "sent_at", "settled_at", "push_ids",
    "attempts", "fingerprint", "app_version", "counters", "counters_at", "plan_id",
)  # fmt: skip

_COUNTERS = (
    '[{"channel":"all","planned":48210,"delivered":47001,"arrived":40112,"tapped":1822,'
    '"dismissed":310}]'
)


def _rows(count: int) -> Iterator[tuple[object, ...]]:
    dice = random.Random(11)
    body = b'{"audience_type":"all","message_type":"notify"}'
    began = datetime.now(UTC) - SPACING * count
    apart = count // RARE_FOUND
    for number in range(count):
        chinese = dice.random() < 0.6
        words = CHINESE if chinese else ENGLISH
        between = "" if chinese else " "
        title = between.join(dice.choices(words, k=4))
        content = between.join(dice.choices(words, k=9))
        if number % apart < len(RARE):
            content += between + RARE[number % apart]
        at = (began + SPACING * number).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        name = f"{number:032x}"
        yield (
            name, name, name, 1, "android", "app", "Demo Mall", 0, "https://api.tpns.tencent.com",
            "1500001048", body, "0" * 64, title, content, "all", '{"count":null,"kind":"all"}', 4,
            "双11" if number % 7 == 0 else None, "accepted", at, at, at, f'["{10**9 + number}"]', 1,
            name, "0.1.0", _COUNTERS, at, desk.PLAN if number % 7 == 0 else None,
        )  # fmt: skip


if __name__ == "__main__":
    main()
