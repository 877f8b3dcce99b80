"""The composition root: a program starts, ends, and holds its data folder alone."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import PracticeHere, end, running, write_settings
from tpns_desktop.app import Practice, Program, already_open_words, lock_of, odd_lock
from tpns_desktop.paths import find_paths
from tpns_desktop.practice.process import PracticeFailed

pytestmark = pytest.mark.usefixtures("collected_on_this_thread")

ROOT = Path(__file__).parent.parent
FAST = {"language": "en", "look": "light", "hold_s": "0"}


def run(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tpns_desktop", *arguments],
        cwd=ROOT,
        env={**os.environ, "TPNS_DESKTOP_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_program_opens_paints_and_ends(home: Path) -> None:
    done = run(home, "--exit-after-first-paint")
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_the_program_opens_loads_its_core_and_ends(home: Path) -> None:
    done = run(home, "--exit-when-loaded")
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert find_paths(home).database_file.is_file()


HEAVY = (
    *("sqlalchemy", "alembic", "httpx", "pydantic", "keyring", "starlette", "uvicorn"),
    *("truststore", "psutil", "numpy", "asyncio", "ssl", "socket", "subprocess"),
    *("hmac", "html", "platform", "logging.handlers", "tpns_desktop.send"),
    *("tpns_desktop.ui.help.panel", "tpns_desktop.ui.forms.plan_dialogs"),
    "tpns_desktop.ui.screens.compose.file_panel",
    "tpns_desktop.ui.screens.compose.import_dialog",
    "tpns_desktop.ui.forms.options_part",
    "tpns_desktop.ui.screens.compose.replace_dialog",
    "tpns_desktop.ui.screens.compose.tag_builder",
    "tpns_desktop.ui.screens.compose.test_dialog",
)
"""Modules that cost more than the first window can spare, or that it shows nothing of."""


@pytest.mark.parametrize(("last_app", "screen"), [("", "welcome"), ("an-app", "compose")])
def test_nothing_heavy_is_loaded_before_the_first_paint(
    home: Path, last_app: str, screen: str
) -> None:
    write_settings(home, last_app=last_app)
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from tpns_desktop.app import Program\n"
        "from tpns_desktop.paths import find_paths\n"
        "application = QApplication([sys.argv[0]])\n"
        "program = Program(application, find_paths(), core=None)\n"
        "def painted():\n"
        "    print(program.window.current_screen,\n"
        f"        [name for name in {HEAVY} if name in sys.modules])\n"
        "    application.quit()\n"
        "program.window.painted.connect(painted)\n"
        "program.show()\n"
        "application.exec()\n"
        "program.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TPNS_DESKTOP_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == f"{screen} []", done.stderr


def test_what_is_hidden_at_first_is_there_after_the_first_paint(
    home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    write_settings(home, last_app="an-app")
    program = Program(qapp, find_paths(home), core=None)
    program.show()
    for name in ("audience.account.text", "audience.file.list_id", "message.custom"):
        qtbot.waitUntil(
            lambda name=name: program.window.findChild(QWidget, name) is not None  # type: ignore[misc]
        )
    end(program)


def test_a_start_reads_no_modules_source(home: Path) -> None:
    """PySide6 reads it of every module that is imported, unless Python's own import is back."""
    code = (
        "import linecache, os, sys\n"
        "from tpns_desktop.ui import quick_start\n"
        "quick_start.load_quickly()\n"
        "import tpns_desktop.app\n"
        "print([name for name in linecache.cache if 'tpns_desktop' + os.sep + 'store' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_closing_leaves_no_thread_and_no_child_behind(
    home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    before = set(threading.enumerate())
    practice = Practice(devices=100)
    with running(home, practice, _wait(qtbot), settings=FAST) as driver:
        driver.practise()
        process = practice._process
        assert process is not None
        assert process.running
    assert not process.running
    left = {thread.name for thread in set(threading.enumerate()) - before if not thread.daemon}
    assert left == set()
    assert "background" not in {thread.name for thread in threading.enumerate()}


def test_closing_twice_is_closing_once(home: Path, qapp: QApplication, qtbot: QtBot) -> None:
    service = PracticeHere(devices=100)
    program = Program(qapp, find_paths(home), core=None, practice=service)  # type: ignore[arg-type]
    program.close()
    program.close()
    end(program)


def test_practice_starts_once_however_often_it_is_wanted(home: Path) -> None:
    practice = Practice(devices=100)
    adopted: list[object] = []

    class Desk:
        async def use_practice(self, info: object) -> object:
            adopted.append(info)
            return info

    async def often() -> None:
        desk: Any = Desk()
        await asyncio.gather(practice.open(desk), practice.open(desk), practice.open(desk))

    try:
        asyncio.run(often())
        assert len({id(info) for info in adopted}) == 1
        assert practice.info is adopted[0]
    finally:
        practice.close()
    assert practice.info is None
    practice.close()


def test_a_practice_service_that_ended_is_started_again(home: Path) -> None:
    practice = Practice(devices=100)

    class Desk:
        async def use_practice(self, info: Any) -> str:
            return str(info.base_url)

    async def twice() -> tuple[str, str]:
        desk: Any = Desk()
        first = await practice.open(desk)
        assert practice._process is not None
        practice._process.stop()
        return str(first), str(await practice.open(desk))

    try:
        first, second = asyncio.run(twice())
        assert first != second
    finally:
        practice.close()


def test_a_practice_service_that_cannot_start_says_so() -> None:
    practice = Practice(devices=1)  # fewer than the service takes

    async def once() -> None:
        await practice.open(None)  # type: ignore[arg-type]  # never reached

    with pytest.raises(PracticeFailed):
        asyncio.run(once())
    practice.close()


def test_one_home_is_held_by_one_program(home: Path, tmp_path: Path) -> None:
    first = lock_of(find_paths(home))
    assert first is not None
    assert lock_of(find_paths(home)) is None
    other = lock_of(find_paths(tmp_path / "other"))
    assert other is not None
    first.unlock()
    second = lock_of(find_paths(home))
    assert second is not None
    second.unlock()
    other.unlock()


@pytest.mark.parametrize("kind", ["folder", "write-protected"])
def test_a_lock_that_nobody_could_take_is_not_called_a_second_window(home: Path, kind: str) -> None:
    paths = find_paths(home)
    lock = paths.data_dir / "tpns-desktop.lock"
    paths.make()
    if kind == "folder":
        lock.mkdir()
    else:
        lock.write_text("1\nelsewhere\nelsewhere\n")
        lock.chmod(0o444)
        if os.access(lock, os.W_OK):
            pytest.skip("an administrator may write everything")
    assert lock_of(paths) is None
    assert odd_lock(paths) == lock
    happened, to_do = already_open_words(odd_lock(paths))
    assert "may not write its lock file" in happened
    assert str(lock) in to_do


def test_a_second_window_is_said_to_be_one(home: Path) -> None:
    first = lock_of(find_paths(home))
    assert first is not None
    assert lock_of(find_paths(home)) is None
    assert odd_lock(find_paths(home)) is None
    assert "is open already." in already_open_words(None)[0]
    first.unlock()


def _wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=20_000)
