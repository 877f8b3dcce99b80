"""Whatever a person does on Compose, in any order, editors, draft, preview and file stay equal.

Hypothesis plays the person: it touches whatever can be touched on the page, as keys and clicks
do, takes back what was typed, changes language and look, leaves and comes back, and goes to
another draft and back. After each step the editors show the draft; after each sequence the preview
shows the bytes that the model makes of it, and what is stored reads back as the same draft.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tpns_desktop.model.body import push_body
from tpns_desktop.model.draft import empty_draft, platforms_of
from tpns_desktop.model.options import OPTIONS
from tpns_desktop.model.problem import PushRefused
from tpns_desktop.model.push import parse_push, push_json
from tpns_desktop.model.wire import Platform
from tpns_desktop.paths import find_paths
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.device_book import DeviceForm
from tpns_desktop.store.apps import App
from tpns_desktop.store.columns import json_text
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.forms.day_editors import DateEditor
from tpns_desktop.ui.forms.editors import ChoiceEditor, WhenEditor
from tpns_desktop.ui.forms.fixes import mended
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.disclosure import Disclosure
from tpns_desktop.ui.widgets.json_lines import json_lines

FAST = {"language": "en", "look": "light", "hold_s": "0"}
CTRL = Qt.KeyboardModifier.ControlModifier

LEADS_AWAY = (
    "plan.new",
    "plan.known",
    "audience.offer.account",
    "audience.offer.token",
    "schedule.to_list",
    ".book",
    ".check",
    ".choose",
)
"""Ends of the names of buttons that open a dialog or another page, or begin work behind it."""

TYPED = ("a", "7", "#", " ", ",", "09", "\n", "中", "😀", "\u00a0", "{", '"', "https://例.cn/?a=b")
"""Pieces of what is typed; also what no key has."""


def full_draft() -> dict[str, Any]:
    """A draft that holds something in every kind of editor."""
    draft = builders.draft("tag", message__title="Sale tonight")
    row = {"tag_type": "xg_user_define", "match": "none", "tags": ["vip", "新客"]}
    draft["audience"]["tag"]["groups"] = [[row, dict(row, match="all")], [row]]
    draft["audience"]["account"]["text"] = "li\nmei\nli"
    draft["message"]["tap"].update(kind="web", url="https://example.cn/", confirm=True)
    draft["message"]["custom"] = [["id", "12"], ["more", "[1, 2]", "json"]]
    draft["message"]["accept"] = [{"start": "22:00", "end": "07:30"}]
    draft["message"]["personal"] = {"on": True, "title": "Hi", "content": "you", "subtitle": ""}
    draft["schedule"]["loop"] = {
        "every": "2",
        "days": ["1", "5"],
        "times": ["09:30", "18:00"],
        "start": "2030-01-16",
        "end": "2030-02-16",
    }
    draft["schedule"].update(kind="loop", speed="12000", expire_s="7200", channels_off=["mi"])
    draft["schedule"]["replaces"] = {"android": "12", "ios": "13", "title": "Earlier"}
    draft["sms"].update(on=True, delay_s="5400", template_id="77", params=["a", "b"])
    for option in OPTIONS:
        *parents, last = option.path.split(".")
        at: Any = draft
        for name in parents:
            at = at[name]
        words = {"number": "3", "colour": "#01e240"}
        at[last] = option.choices[-1] if option.choices else words.get(option.kind, "x")
    return draft


BEGINNINGS: tuple[Callable[[], dict[str, Any]], ...] = (empty_draft, full_draft)


KINDS = ("touch",) * 10 + ("undo", "undo", "language", "leave", "another", "example", "fix")


@dataclass(frozen=True)
class Step:
    """One thing that a person does. What it means is decided by what is there to do."""

    kind: str
    which: int
    """Of the things that can be touched; how often something is taken back, say."""
    turn: int
    typed: str


def steps_of(kinds: Sequence[str]) -> st.SearchStrategy[Step]:
    """Steps of these kinds."""
    return st.builds(
        Step,
        st.sampled_from(kinds),
        st.integers(0, 999),
        st.integers(0, 11),
        st.sampled_from(TYPED),
    )


EACH_ONCE = [Step(kind, 40, turn, "a") for turn, kind in enumerate(("look", *KINDS[9:]), 1)]
"""A sequence with a step of every kind; a change of look takes longer than all the others."""


@dataclass
class Person:
    """Hands on the page, and what must be true of it."""

    driver: Driver
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Id of each draft that was stored → the draft as it was left."""
    steps: int = 0

    @property
    def compose(self) -> Any:
        return self.driver.program.navigator.compose

    @property
    def draft(self) -> dict[str, Any]:
        return dict(self.compose.binding.draft)

    @property
    def app(self) -> App:
        app = self.driver.program.session.app
        assert app is not None
        return app

    @property
    def desk(self) -> Desk:
        desk = self.driver.program.session.desk
        assert desk is not None
        return desk

    # What is done

    def begin(self, draft: dict[str, Any]) -> None:
        """Another draft; all that can be opened is open, so that all can be touched."""
        self.driver.program.languages.apply("en")
        self.driver.program.theme.apply("light")
        self.compose.start_new(draft)
        for part in self.compose.form.widget().findChildren(Disclosure):
            part.set_open(True)
        self.same_in_editors()

    def do(self, step: Step) -> None:
        """Take a step."""
        self.steps += 1
        said = step.kind
        program, turn = self.driver.program, step.turn
        if step.kind == "touch":
            there = self.touchable()
            if not there:  # a link has led to another page, or a dialog is open
                while (dialog := QApplication.activeModalWidget()) is not None:
                    dialog.close()
                program.window.show_screen("compose")
                there = self.touchable()
            said, widget = there[step.which % len(there)]
            self.touch(widget, step.typed, turn)
        elif step.kind == "undo":
            self.take_back(1 + turn % 3)
        elif step.kind == "language":
            program.languages.apply(("en", "zh_CN")[turn % 2])
        elif step.kind == "look":
            program.theme.apply(("light", "dark")[turn % 2])
        elif step.kind == "leave":
            self.leave_and_come_back(("sent", "drafts", "settings")[turn % 3])
        elif step.kind == "another":
            self.open_another_and_come_back()
        elif step.kind == "example":
            if self.compose.audience.examples.isVisible():
                self.compose.audience.examples.click()
        else:
            said = self.mend()
        note(f"{said} {step.turn} {step.typed!r}")

    def mend(self) -> str:
        """Press the button beside the first finding that mends itself; says which."""
        checks = self.compose.preview.checks
        for finding in self.compose.examine().findings:
            if mended(finding, self.compose.binding):
                (*_, button) = checks.findChildren(QPushButton, f"check.{finding.id}")
                button.click()
                return f"mend {finding.id}"
        return "nothing to mend"

    def touchable(self) -> list[tuple[str, QWidget]]:
        """What can be touched in the form."""
        found: list[tuple[str, QWidget]] = []
        form = self.compose.form.widget()
        kinds = (QLineEdit, QPlainTextEdit, QAbstractButton, QComboBox, QAbstractSpinBox, QSlider)
        for widget in form.findChildren(QWidget):
            name = widget.objectName()
            if (
                not isinstance(widget, kinds)
                or not widget.isVisible()
                or not widget.isEnabled()
                or name.endswith(LEADS_AWAY)
                or isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
                or widget.property("role") == "help"
                or self.compose.audience.file.isAncestorOf(widget)
            ):
                continue
            parent = widget.parent()
            owner = parent.objectName() if parent is not None else ""
            found.append((f"{owner}/{name}", widget))
        return found

    def touch(self, widget: QWidget, piece: str, turn: int) -> None:
        """Do to a widget what people do to its kind."""
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            self._write(widget, piece, turn)
        elif isinstance(widget, QAbstractButton):
            widget.click()
        elif isinstance(widget, QComboBox):
            for _ in range(1 + turn % 3):
                QTest.keyClick(widget, Qt.Key.Key_Down if turn % 2 else Qt.Key.Key_Up)
        else:
            key = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_5)[turn % 4]
            QTest.keyClick(widget, key)

    def _write(self, widget: QLineEdit | QPlainTextEdit, piece: str, turn: int) -> None:
        widget.setFocus()
        if turn % 4 == 0:
            QTest.keyClick(widget, Qt.Key.Key_A, CTRL)
            QTest.keyClick(widget, Qt.Key.Key_Delete)
        elif turn % 4 == 1:
            QTest.keyClick(widget, Qt.Key.Key_Backspace)
        if piece.isascii() and piece.isprintable():
            QTest.keyClicks(widget, piece)
        elif piece == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        else:
            event = QInputMethodEvent()
            event.setCommitString(piece)
            QCoreApplication.sendEvent(widget, event)

    def take_back(self, times: int) -> None:
        """Ctrl+Z where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(
                self.driver.window.focusWidget() or self.driver.window, Qt.Key.Key_Z, CTRL
            )

    def leave_and_come_back(self, screen: str) -> None:
        self.driver.program.window.show_screen(screen)
        self.driver.program.window.show_screen("compose")

    def open_another_and_come_back(self) -> None:
        """Begin another draft; the one before is opened again as its list opens it."""
        before, draft_id = self.draft, self.compose.draft_id
        self.compose.start_new(full_draft())
        self.same_in_editors()
        if draft_id is None:
            self.compose.start_new(before)
        else:
            row = self.driver.ask(self.desk.draft(draft_id))
            assert row is not None
            self.compose.open_draft(row)
        assert self.draft == before

    # What must be true

    def same_in_editors(self) -> None:
        """Every editor shows what the draft holds at its place."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        fields = self.compose.fields
        for path in paths_of(self.draft):
            if not fields.has(path):
                continue
            wanted = self.compose.binding.value(path)
            shown = shown_by(fields.field(path).editor, wanted)
            assert shown == wanted, f"{path}: shows {shown!r}, the draft has {wanted!r}"
        tags = self.draft["audience"]["tag"]["groups"]
        assert self.compose.audience.tags.groups() == tags

    def same_in_preview(self) -> None:
        """The preview shows the bytes that the model makes of the draft, and no others."""
        examination = self.compose.examine()
        draft, app = self.draft, self.app
        assert examination.draft == draft
        bodies: dict[str, bytes] = {}
        for platform in platforms_of(draft, app.platforms, None):
            body = push_body(
                draft, platform=platform, ios_environment=app.ios_environment, plan_id=None
            )
            try:
                push = parse_push(body, platform=cast(Platform, platform), now=datetime.now(UTC))
            except PushRefused:
                continue
            bodies[platform] = push_json(push)
        assert examination.bodies == bodies
        part = self.compose.preview.json
        self.compose.preview.setCurrentWidget(part)
        for platform in platforms_of(draft, app.platforms, None):
            if len(examination.audience.platforms) > 1:
                part.platform.segment(platform).click()
            shown = part.json.data() if part.json.isVisible() else None
            assert shown == bodies.get(platform)
            if shown is not None and not part.json.folds:
                assert part.json.toPlainText().split("\n") == json_lines(shown, fold=False)

    def same_in_store(self, database: Path) -> None:
        """What is stored reads back as the draft, byte for byte."""
        self.driver.program.window.show_screen("sent")
        self.driver.program.window.show_screen("compose")
        draft_id = self.compose.draft_id
        if draft_id is None:
            return  # nothing was typed
        row = self.driver.ask(self.desk.draft(draft_id))  # after the save that is on its way
        assert row is not None
        with closing(sqlite3.connect(database)) as conn:
            ((text,),) = conn.execute("SELECT data FROM drafts WHERE id = ?", [draft_id])
        assert text == json_text(self.draft)
        self.kept[draft_id] = self.draft


def paths_of(draft: dict[str, Any], before: str = "") -> Iterator[str]:
    """Every place of a draft, parts and whole."""
    for key, value in draft.items():
        yield before + key
        if isinstance(value, dict):
            yield from paths_of(value, f"{before}{key}.")


def shown_by(editor: Any, wanted: Any) -> Any:
    """What an editor shows; a choice that is not offered is kept unseen."""
    if isinstance(editor, ChoiceEditor) and editor.findData(wanted or "") >= 0:
        return editor.currentData() or (None if wanted is None else "")
    if isinstance(editor, WhenEditor) and not wanted:
        return wanted  # a date editor has no way to show that there is none
    if isinstance(editor, DateEditor) and wanted:
        return editor.date().toString(DateEditor.FORMAT)
    return editor.value()


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=200, pace=3600.0)
    yield service
    service.close()


@pytest.fixture
def person(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Iterator[Person]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    with running(home, service, wait, settings=FAST) as driver:
        driver.practise()
        person = Person(driver)
        for name, platform in (("Li's phone", "android"), ("Mei's", "ios")):
            token = service.info.tokens[platform][0]
            driver.ask(person.desk.save_device(person.app.id, DeviceForm(name, platform, token)))
        driver.program.navigator.compose.message.offer_silent(True)
        yield person


def test_any_sequence_leaves_editors_draft_preview_and_file_equal(
    person: Person, home: Path, size: Callable[[int, int], int]
) -> None:
    database = find_paths(home).database_file

    @settings(
        max_examples=size(12, 60),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.sampled_from(BEGINNINGS),
        st.lists(
            steps_of(KINDS + ("look",) * size(0, 1)), min_size=size(6, 12), max_size=size(14, 30)
        ),
    )
    @example(full_draft, EACH_ONCE)
    def any_sequence(begin: Callable[[], dict[str, Any]], steps: list[Step]) -> None:
        person.begin(begin())
        for step in steps:
            person.do(step)
            person.same_in_editors()
        person.same_in_preview()
        person.same_in_store(database)

    any_sequence()
    read_back = asyncio.run(second_core(home, list(person.kept)))
    assert read_back == person.kept
    print(f"{person.steps} steps, {len(read_back)} drafts read back by a second core")


async def second_core(home: Path, ids: list[str]) -> dict[str, dict[str, Any]]:
    """The drafts of these ids as another core reads them from the same folder."""
    paths = find_paths(home)
    secrets = SecretStore(choose=lambda: None)
    desk = await open_core(paths, Settings.load(paths.settings_file), secrets=secrets)
    try:
        rows = [await desk.draft(id) for id in ids]
    finally:
        await desk.close()
    return {row.id: json.loads(json_text(row.data)) for row in rows if row is not None}
