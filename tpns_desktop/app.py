"""The composition root: builds store, clients, background and window; nothing else knows them all.

The order of a start: settings, language, look, window, first paint; only then, in the background,
the core (database, client, outbox) and whatever else is heavy.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, Slot
from PySide6.QtWidgets import QApplication

from tpns_desktop.paths import Paths, find_paths
from tpns_desktop.store.log import ProgramLog, no_core_dumps
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.background import Background
from tpns_desktop.ui.collector import Collector
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.navigator import Navigator
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.window import MainWindow, app_mark

if TYPE_CHECKING:
    import asyncio

    from tpns_desktop.practice.process import PracticeProcess
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.send.practice_app import PracticeInfo
    from tpns_desktop.send.practice_worlds import PracticeWorlds
    from tpns_desktop.send.storage import StorageTrouble
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.backups import Backup
    from tpns_desktop.ui.update_notice import UpdateNotice

OpenCore = Callable[[Paths, Settings], Coroutine[Any, Any, "Desk"]]
"""Gives the desk; called on the background's thread after the first paint."""


async def open_installed_core(paths: Paths, settings: Settings) -> Desk:
    """The core as people run it. Its import is the heavy part, so it happens here."""
    from tpns_desktop.send.core import open_core

    return await open_core(paths, settings)


class Practice:
    """The practice service of this run: started when first wanted, ended with the program."""

    def __init__(
        self,
        devices: int | None = None,
        pace: float | None = None,
        worlds: Path | None = None,
    ) -> None:
        """`worlds`: the folder of saved worlds, where there may be any."""
        self._devices = devices
        self._pace = pace
        self._folder = worlds
        self._world: Path | None = None
        self._process: PracticeProcess[PracticeInfo] | None = None
        self._act = ""
        self._starting: asyncio.Lock | None = None

    @property
    def info(self) -> PracticeInfo | None:
        """Address and keys of the running service, None before it runs."""
        return self._process.info if self._process is not None else None

    async def open(self, desk: Desk) -> App:
        """Start the service if it is not running, and give the practice app.

        Raises `PracticeFailed` when it does not start.
        """
        import asyncio  # here and below: nothing before the first paint needs it

        from tpns_desktop.practice.process import PracticeProcess
        from tpns_desktop.send.practice_app import PracticeInfo

        self._starting = self._starting or asyncio.Lock()
        async with self._starting:
            if self._process is None or not self._process.running:
                pace = self._pace
                self._process = await _on_own_thread(
                    lambda: PracticeProcess.start(
                        PracticeInfo.from_line,
                        devices=self._devices,
                        pace=pace,
                        world=self._world,
                    )
                )
                if self._pace is not None and self._pace != pace:
                    self._process.set_pace(self._pace)  # chosen while it started
                if self._act:
                    self._process.act(self._act)
            return await desk.use_practice(self._process.info)

    async def set_pace(self, pace: float) -> None:
        """Let practice time run at `pace`, now and at the next start of the service."""
        self._pace = pace
        if self._process is not None:
            self._process.set_pace(pace)

    async def act(self, name: str) -> None:
        """Let the service act out a bad day (`practice.acts`), now and should it start again."""
        self._act = name
        if self._process is not None:
            self._process.act(name)

    @property
    def worlds(self) -> PracticeWorlds | None:
        """The saved worlds; None where none can be kept."""
        from tpns_desktop.send.practice_worlds import PracticeWorlds

        return PracticeWorlds(self._folder) if self._folder is not None else None

    async def save_world(self, name: str) -> None:
        """Save the world as it stands. Raises `PracticeFailed`, `OSError`."""
        from tpns_desktop.practice.process import PracticeFailed

        process, worlds = self._process, self.worlds
        if process is None or worlds is None:
            raise PracticeFailed("not_saved")
        await _on_own_thread(lambda: process.save(worlds.new_path(), name))

    async def begin_world(self, world_id: str | None) -> None:
        """End the service; `open` starts it anew, with a saved world or (None) a fresh one."""
        worlds = self.worlds
        self._world = worlds.path(world_id) if worlds is not None and world_id is not None else None
        process, self._process = self._process, None
        if process is not None:
            await _on_own_thread(process.stop)

    def close(self) -> None:
        """End the service. Blocks for a moment; called after the window is gone."""
        if self._process is not None:
            self._process.stop()
            self._process = None


class DataFolder:
    """The data folder while no core has it open; each step runs on the background's thread."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    async def trouble_of(self, error: BaseException) -> StorageTrouble:
        """Why the core did not open, and the backups there are."""
        from tpns_desktop.send import storage

        return await storage.trouble_of(error, self._paths)

    async def restore(self, backup: Backup) -> None:
        """Put a backup where the database belongs. Raises StoreError, OSError."""
        from tpns_desktop.send import storage

        await storage.restore(self._paths, backup, datetime.now(UTC))

    async def start_afresh(self) -> None:
        """Let the next opening begin an empty history. Raises StoreError, OSError."""
        from tpns_desktop.send import storage

        await storage.start_afresh(self._paths, datetime.now(UTC))


async def _on_own_thread(work: Callable[[], Any]) -> Any:
    import asyncio

    # A daemon thread: a pool would hold the process open at exit until the work is done.
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()

    def settle(result: Any, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(result)
        else:
            answer.set_exception(error)

    def run() -> None:
        try:
            result, error = work(), None
        except Exception as raised:
            result, error = None, raised
        loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, name="practice-start", daemon=True).start()
    return await answer


class Program(QObject):
    """One running program: everything that lives as long as the window."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        *,
        core: OpenCore | None = open_installed_core,
        practice: Practice | None = None,
        log: ProgramLog | None = None,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.log = log
        self._core = core
        self._updates: UpdateNotice | None = None
        self.settings = Settings.load(paths.settings_file)
        self.languages = Languages(app)
        self.languages.apply(self.settings.language)
        self.theme = Theme(app)
        self.theme.prepare(self.settings.look)
        self.background = Background()
        self.collector = Collector(self)
        self.session = Session(self.background, self.settings)
        if log is not None:
            log.told = self.session.broke.emit  # on the failing thread; a signal crosses by itself
        self.practice = practice or Practice(
            pace=float(self.settings.practice_pace), worlds=paths.data_dir / "practice-worlds"
        )
        self.window = MainWindow(self.session, self.theme)
        self.navigator = Navigator(
            self.window,
            self.session,
            self.theme,
            self.languages,
            self.practice,
            DataFolder(paths),
        )
        self.navigator.opening.core_wanted.connect(self._open_core)
        self.session.opened.connect(self._on_opened)
        self.theme.apply(self.settings.look)
        self.window.painted.connect(self._on_painted)

    def show(self) -> None:
        """Open the window; the core follows after its first paint."""
        self.window.show()

    def close(self) -> None:
        """Take held pushes back, end practice and the background. Safe to call twice."""
        if self.log is not None:
            self.log.told = None
        desk, self.session.desk = self.session.desk, None
        if desk is not None:
            self.background.finish(desk.close())
        self.background.close()
        self.practice.close()
        self.collector.stop()

    @Slot()
    def _on_painted(self) -> None:
        self.collector.start()  # before the background's thread allocates anything
        if self._core is None:
            return  # nothing is to follow
        self.window.setWindowIcon(app_mark())
        if self.log is not None:
            self.background.post(self.log.begin)
        self._open_core()

    @Slot()
    def _on_opened(self) -> None:
        from tpns_desktop.ui.update_notice import UpdateNotice  # nothing before the desk needs it

        if self._updates is None:
            self._updates = UpdateNotice(self.window, self.session)

    @Slot()
    def _open_core(self) -> None:
        if self._core is not None:
            self.background.start(
                self._core(self.paths, self.settings),
                self,
                self.session.open,
                self.navigator.opening.show_failed,
            )


def main(*, exit_after_first_paint: bool = False, exit_when_loaded: bool = False) -> int:
    """Run the window until it is closed. Gives back the process's exit code."""
    no_core_dumps()
    # Fusion by argument: asked of `setStyle`, Qt's whole QStyle would be made known to Python.
    app = QApplication([sys.argv[0], "-style", "fusion"])
    app.setApplicationName("TPNS Desktop")
    app.setDesktopFileName("tpns-desktop")
    paths = find_paths()
    lock = lock_of(paths)
    if lock is None:
        return show_already_open(odd_lock(paths))
    log = ProgramLog(paths.log_dir)
    log.watch()
    core = None if exit_after_first_paint else open_installed_core
    program = Program(app, paths, core=core, log=log)
    if exit_after_first_paint:
        program.window.painted.connect(app.quit)
    if exit_when_loaded:
        program.session.opened.connect(app.quit)
    program.show()
    code = app.exec()
    program.close()
    program.theme.close()
    log.close()
    lock.unlock()
    if exit_after_first_paint or exit_when_loaded:
        os._exit(code)  # what is measured ends here: that Qt takes itself apart is no part of it
    return code


def lock_of(paths: Paths) -> QLockFile | None:
    """The lock of a data folder, held; None when another copy of the program holds it.

    A second copy would take the first one's pushes on hold for leftovers of a crash. The lock of
    a program that was killed is taken over.
    """
    # A folder that cannot be made is told later, by the core, with what to do about it.
    with contextlib.suppress(OSError):
        paths.make()
    lock = QLockFile(str(_lock_file(paths)))
    lock.setStaleLockTime(0)
    if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock
    return None


def odd_lock(paths: Paths) -> Path | None:
    """The lock of a data folder where nobody could take it, be the program open or not."""
    file = _lock_file(paths)
    if file.exists() and (file.is_dir() or not os.access(file, os.W_OK)):
        return file
    return None


def _lock_file(paths: Paths) -> Path:
    return paths.data_dir / "tpns-desktop.lock"


def already_open_words(odd: Path | None) -> tuple[str, str]:
    """Why the program does not open, and what to do; `odd` is what `odd_lock` gave."""
    if odd is None:
        return (
            QCoreApplication.translate("App", "TPNS Desktop is open already."),
            QCoreApplication.translate(
                "App", "Go on in the window that is open, or close it first."
            ),
        )
    return (
        QCoreApplication.translate("App", "TPNS Desktop may not write its lock file."),
        QCoreApplication.translate(
            "App",
            "So it cannot tell whether it is open already. Close any other window of the program, "
            "delete this file or allow writing to it, then start again:\n{0}",
        ).format(odd),
    )


def show_already_open(odd: Path | None = None) -> int:
    """Say that the program is open already, or why nobody can tell. Gives the exit code."""
    from PySide6.QtWidgets import QMessageBox  # seldom met, and slow to load

    box = QMessageBox()
    box.setWindowTitle("TPNS Desktop")
    text, to_do = already_open_words(odd)
    box.setText(text)
    box.setInformativeText(to_do)
    box.addButton(QMessageBox.StandardButton.Close)
    box.finished.connect(QCoreApplication.quit)
    box.open()
    QCoreApplication.exec()
    return 1
