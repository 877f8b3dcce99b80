"""The check that uses the program: one push in practice, from Welcome to its figures.

The real window, by clicks and typing; the real practice service in its own process; the real
database, in a folder that is removed. No key leaves memory and nothing leaves this computer.
"""

from __future__ import annotations

import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from tpns_desktop.app import OpenCore, Practice, Program
from tpns_desktop.paths import Paths, find_paths
from tpns_desktop.selftest import Failed
from tpns_desktop.selftest.hands import Hands
from tpns_desktop.store.settings import Settings

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Batch, Desk

TITLE: Final = "双十一 starts tonight"
TEXT: Final = "Your cart is waiting: 30% off from 8 pm."
DEVICES: Final = 2000
SIZE: Final = QSize(1280, 860)

T = TypeVar("T")


async def core_without_keyring(paths: Paths, settings: Settings) -> Desk:
    """The core as people run it, but that practice keys stay in memory."""
    from tpns_desktop.send.core import open_core
    from tpns_desktop.store.secrets import SecretStore

    return await open_core(paths, settings, secrets=SecretStore(choose=lambda: None))


def push(
    app: QApplication, pictures: Path | None = None, core: OpenCore = core_without_keyring
) -> str:
    """A push is written, reviewed, confirmed, accepted, and its figures come."""
    with tempfile.TemporaryDirectory(prefix="tpns-desktop-", ignore_cleanup_errors=True) as home:
        paths = find_paths(Path(home))
        settings = Settings.load(paths.settings_file)
        settings.language, settings.look, settings.hold_s = "en", "light", "1"
        settings.save()
        troubles: list[BaseException] = []

        async def opened(paths: Paths, settings: Settings) -> Desk:
            try:
                return await core(paths, settings)
            except BaseException as error:
                troubles.append(error)
                raise

        program = Program(app, paths, core=opened, practice=Practice(devices=DEVICES))
        program.window.resize(SIZE)
        program.show()
        hands = Hands(program, pictures)
        try:
            hands.wait(
                lambda: program.session.desk is not None or bool(troubles), "what is kept here"
            )
            if troubles:
                raise Failed(f"the program opens no data: {type(troubles[0]).__name__}")
            return _push(program, hands)
        finally:
            _end(program)


def _push(program: Program, hands: Hands) -> str:
    hands.find("welcome.practise")
    hands.picture("welcome")
    hands.click("welcome.practise")
    hands.until_screen("compose")
    compose = program.navigator.compose
    hands.wait(lambda: compose.binding.examination is not None, "the first examination")
    info = program.practice.info
    if info is None:
        raise Failed("the practice service is not there")

    hands.click("audience.kind", "account")
    hands.write("audience.account.text", "\n".join(info.accounts[:3]))
    hands.write("message.title", TITLE)
    hands.write("message.content", TEXT)

    def right() -> bool:
        examination = compose.binding.examination
        return compose.settled and examination is not None and not examination.errors

    hands.wait(right, "a push without objections")
    hands.picture("compose")
    hands.click("bottom.review")
    hands.until_screen("review")
    hands.find("review.send")
    hands.picture("review")
    hands.click("review.send")
    hands.until_screen("result")

    def settled() -> bool:
        return _batch(program, hands).state not in ("confirmed", "held", "sending")

    hands.wait(settled, "an answer to the push")
    batch = _batch(program, hands)
    if batch.state != "accepted":
        raise Failed(f"the push in practice ended as “{batch.state}”")
    hands.wait(lambda: _batch(program, hands).counters.planned is not None, "figures of the push")
    batch = _batch(program, hands)
    ids = ", ".join(one for row in batch.rows for one in row.push_ids)
    hands.picture("result")
    platform = QApplication.platformName()
    return f"accepted as {ids}, {batch.counters.planned} planned; window by Qt's “{platform}”"


def _batch(program: Program, hands: Hands) -> Batch:
    desk, screen = program.session.desk, program.window.screen_widget("result")
    assert desk is not None  # it was waited for
    batch = _ask(program, hands, desk.batch(screen.batch_id))  # type: ignore[attr-defined]
    if batch is None:
        raise Failed("what was confirmed is not in the history")
    return batch


def _ask(program: Program, hands: Hands, question: Coroutine[Any, Any, T]) -> T:
    answers: list[T] = []
    errors: list[BaseException] = []
    program.background.start(question, None, answers.append, errors.append)
    hands.wait(lambda: bool(answers or errors), "an answer of the database")
    if errors:
        raise Failed(f"the database does not answer: {type(errors[0]).__name__}")
    return answers[0]


def _end(program: Program) -> None:
    program.window.close()
    program.close()
    for gone in (program.window, program.languages, program.theme, program.background, program):
        gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What their deletion asked for has happened before the process ends.
    QCoreApplication.processEvents()
