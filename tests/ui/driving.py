"""Drives the real window by keys and clicks, as a person does who can read its labels.

Owns starting and ending a whole program in a home of its own, and finding what is visible. It
presses nothing that could not be pressed: a widget that is hidden, disabled or covered is waited
for, then named in the error. No pytest in here: pictures and the offscreen run use it too.
"""

from __future__ import annotations

import asyncio
import gc
import json
import threading
import time
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import httpx
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from tpns_desktop.app import Practice, Program
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.client.chat import ChatClient
from tpns_desktop.paths import find_paths
from tpns_desktop.practice.acts import play
from tpns_desktop.practice.command import start_line
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.server import serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World
from tpns_desktop.send.core import open_core
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.send.ways import ClientFactory, system_client
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

if TYPE_CHECKING:
    from tpns_desktop.client.chat_points import ChatPoint
    from tpns_desktop.model.chat_dialects import Dialect
    from tpns_desktop.paths import Paths
    from tpns_desktop.send.chat_ways import ChatFactory
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.apps import App

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
WaitUntil = Callable[[Callable[[], bool]], None]
"""Runs Qt's events until the condition holds; raises when it does not come to that."""

SIZE = QSize(1280, 860)
"""Of the window: the screen that the offscreen platform has is smaller than any real one."""
WAIT_MS = 15_000
_TEST_KEYS = {"android": "1500099001", "ios": "1600099001"}
LIVE_KEY = "0123456789abcdef0123456789abcdef"
"""The Secret Key of the made-up live app, on both systems."""
LIVE_CHAT = (1400000001, "fedcba9876543210fedcba9876543210")
"""SDKAppID and key of the made-up live Chat app; its administrator is "administrator"."""


def wait_until(condition: Callable[[], bool]) -> None:
    """Run Qt's events until `condition` holds. Raises TimeoutError."""
    # Not QTest.qWait: it keeps Python's lock, and the background would starve.
    for _ in range(WAIT_MS // 10):
        if condition():
            return
        pause(10)
    raise TimeoutError(f"not within {WAIT_MS / 1000:g} s")


def pause(ms: int) -> None:
    """Run Qt's events for a moment, for pictures of what is still moving."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


# ------------------------------------------------------------------------------- the services


class PracticeHere:
    """A practice service in this process, on a real loopback socket; stands in for `app.Practice`.

    `rules`: see `practice.rules.Rules` (`pace`, `limits`). `sleep` waits where a slow answer is
    acted out.
    """

    def __init__(
        self,
        devices: int = 2000,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        **rules: Any,
    ) -> None:
        self._sleep = sleep
        self.world = World(Population(devices=devices), Rules(**rules))
        self._info: PracticeInfo | None = None
        self._listening = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()), daemon=True)
        self._thread.start()
        if not self._listening.wait(20):
            raise TimeoutError("the practice service does not listen")

    async def _main(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        service = PracticeService(self.world, sleep=self._sleep)
        await serve(service, port=0, on_listening=self._on_listening, stop=self._stop)

    def _on_listening(self, base_url: str) -> None:
        line = json.loads(json.dumps(start_line(self.world, base_url)))
        self._info = PracticeInfo.from_line(line)
        self._listening.set()

    @property
    def info(self) -> PracticeInfo:
        assert self._info is not None
        return self._info

    async def open(self, desk: Desk) -> App:
        """As `app.Practice.open`."""
        return await desk.use_practice(self.info)

    async def set_pace(self, pace: float) -> None:
        """As `app.Practice.set_pace`."""
        self.world.timeline.set_pace(pace, now=time.time())

    @property
    def worlds(self) -> None:
        """As `app.Practice.worlds`: none can be kept here."""

    async def act(self, name: str) -> None:
        """As `app.Practice.act`."""
        assert play(self.world, name), name

    def received(self, platform: str) -> list[bytes]:
        """Bodies of the accepted pushes of one platform, as they came over the socket."""
        return [push.body for push in self.world.applications[platform].pushes]  # type: ignore[index]

    def close(self) -> None:
        """End the service. Safe to call twice."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(20)


class LiveHere:
    """A service in this process that plays a live app's; nothing leaves this machine.

    What the program would send to a real host comes here.

    `client` and `chat_client` are the factories for `open_core`. `answer`, when set, answers
    pushes instead.
    """

    def __init__(self, devices: int = 500) -> None:
        from tpns_desktop.practice.chat_auth import ChatKeys
        from tpns_desktop.practice.state import Credentials

        credentials = {key: Credentials(id, LIVE_KEY) for key, id in _TEST_KEYS.items()}
        self.world = World(
            Population(devices=devices),
            Rules(limits=False),
            credentials=credentials,  # type: ignore[arg-type]
            chat_keys=ChatKeys(*LIVE_CHAT),
        )
        self.answer: Callable[[httpx.Request], Coroutine[Any, Any, httpx.Response]] | None = None
        self._service = PracticeService(self.world)

    def received(self, platform: str) -> list[bytes]:
        """As `PracticeHere.received`."""
        return [push.body for push in self.world.applications[platform].pushes]  # type: ignore[index]

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        """A client that never reaches a real host."""
        if point.practice:
            return system_client(point, access_id, key)
        return system_client(point, access_id, key, transport=_Here(self))

    def chat_client(
        self, point: ChatPoint, sdkappid: int, identifier: str, key: Secret, dialect: Dialect
    ) -> ChatClient:
        """As `client`, for a Chat app."""
        transport = None if point.practice else _Here(self)
        return ChatClient(point, sdkappid, identifier, key, dialect, transport=transport)

    async def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        if self.answer is not None and request.url.path == "/v3/push/app":
            return await self.answer(request)
        # Practice takes no other name than its own (a web page must not push through it).
        here = httpx.Request(
            request.method,
            request.url.copy_with(scheme="http", host="127.0.0.1", port=80),
            headers=[(k, v) for k, v in request.headers.raw if k.lower() != b"host"],
            content=await request.aread(),
        )
        return await httpx.ASGITransport(self._service).handle_async_request(here)


class _Here(httpx.AsyncBaseTransport):
    def __init__(self, service: LiveHere) -> None:
        self._service = service

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._service.handle(request)


# ---------------------------------------------------------------------------------- a program


def write_settings(home: Path, **values: Any) -> None:
    """Put preferences into a home that no program has open (`hold_s`, `language`, `look`).

    The first lesson is over unless `tips` says otherwise.
    """
    settings = Settings.load(find_paths(home).settings_file)
    for name, value in {"tips": False, **values}.items():
        setattr(settings, name, value)
    settings.save()


def start(
    home: Path,
    practice: PracticeHere | Practice,
    client: ClientFactory = system_client,
    clock: Clock | None = None,
    chat_client: ChatFactory | None = None,
) -> Program:
    """A whole program in `home`, shown; keys stay in memory, whatever this machine has.

    `clock` is what sending goes by, the computer's own by default.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # Qt's objects in cycles that earlier tests left must go on this thread, not on the program's
    # background where Python's collector may happen to run.
    gc.collect()

    async def core(paths: Paths, settings: Settings) -> Desk:
        secrets = SecretStore(choose=lambda: None)
        try:
            return await open_core(
                paths,
                settings,
                client=client,
                chat_client=chat_client,
                secrets=secrets,
                clock=clock,
            )
        except Exception:
            traceback.print_exc()  # the window has words for people only
            raise

    program = Program(app, find_paths(home), core=core, practice=practice)  # type: ignore[arg-type]
    program.window.resize(SIZE)
    program.show()
    return program


def end(program: Program) -> None:
    """Close the window and everything behind it, and leave no trace of it in this process."""
    program.window.close()
    program.close()
    for gone in (program.window, program.languages, program.theme, program.background, program):
        gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What their deletion asked for has happened before the next program begins.
    QCoreApplication.processEvents()


@dataclass
class Driver:
    """Hands and eyes on one program."""

    program: Program
    wait_until: WaitUntil = field(default=wait_until)

    @property
    def window(self) -> QWidget:
        """What the keys go to: the open dialog, else the window."""
        return QApplication.activeModalWidget() or self.program.window

    # ------------------------------------------------------------------------------- finding

    def all(self, name: str, kind: type[W]) -> list[W]:
        """Every visible widget of this object name in the window that has the keys."""
        return [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]

    def sees(self, name: str) -> bool:
        """Whether something of this object name is visible."""
        return bool(self.all(name, QWidget))

    def find(self, name: str) -> QWidget:
        """The visible widget of this object name; waits until it is there. Raises LookupError."""
        return self.find_as(QWidget, name)

    def find_as(self, kind: type[W], name: str) -> W:
        """As `find`, for a widget of this kind."""
        try:
            self.wait_until(lambda: len(self.all(name, kind)) == 1)
        except Exception:
            shown = sorted(
                {w.objectName() for w in self.window.findChildren(QWidget) if w.isVisible()}
            )
            count = len(self.all(name, kind))
            raise LookupError(f"{name!r} is there {count} times; visible: {shown}") from None
        return self.all(name, kind)[0]

    def text(self, name: str) -> str:
        """The words of a visible label, button, pill or banner."""
        widget = self.find(name)
        said = getattr(widget, "text", None)
        return str(said()) if callable(said) else widget.accessibleName()

    def words(self, inside: QWidget | None = None) -> str:
        """Everything that can be read in the window (or `inside` it), a line a label."""
        labels = (inside or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())

    def until_words(self, *parts: str) -> None:
        """Wait until all of these can be read in the window. Raises LookupError."""
        try:
            self.wait_until(lambda: all(part in self.words() for part in parts))
        except Exception:
            raise LookupError(f"{parts} not in:\n{self.words()}") from None

    def table(self, name: str) -> list[str]:
        """The rows of a visible table, their cells joined by " | "."""
        view = self.find_as(QAbstractItemView, name)
        model = view.model()
        rows = []
        for row in range(model.rowCount()):
            cells = (model.index(row, column) for column in range(model.columnCount()))
            rows.append(" | ".join(str(cell.data() or "") for cell in cells))
        return rows

    def until_row(self, name: str, *parts: str) -> None:
        """Wait until a row of the table has all of these. Raises LookupError."""
        try:
            self.wait_until(lambda: any(all(p in row for p in parts) for row in self.table(name)))
        except Exception:
            raise LookupError(f"{parts} not in {name}: {self.table(name)}") from None

    def ask(self, question: Coroutine[Any, Any, T]) -> T:
        """Let the program's background answer a question about the desk."""
        answers: list[T] = []
        errors: list[BaseException] = []
        self.program.background.start(question, None, answers.append, errors.append)
        self.wait_until(lambda: bool(answers or errors))
        if errors:
            raise errors[0]
        return answers[0]

    @property
    def screen(self) -> str:
        """Key of the screen in front."""
        return self.program.window.current_screen

    def until_screen(self, key: str) -> None:
        """Wait until this screen is in front. Raises LookupError."""
        try:
            self.wait_until(lambda: self.screen == key)
        except Exception:
            raise LookupError(f"still {self.screen!r}, not {key!r}:\n{self.words()}") from None

    # ------------------------------------------------------------------------------ pressing

    def click(self, target: str | QWidget, *, double: bool = False) -> None:
        """Click in the middle of a widget, once it is enabled and nothing covers it."""
        widget = self._ready(target)
        hit = _under_the_mouse(widget)
        assert hit is not None  # it is ready
        place = hit.mapFrom(widget, _middle(widget))
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=place)
        if double:  # as the mouse does it: press, release, double press, release
            QTest.mouseDClick(hit, Qt.MouseButton.LeftButton, pos=place)

    def segment(self, name: str, key: str) -> None:
        """Click one of the choices that stand side by side."""
        self.click(self.part(name, key))

    def part(self, name: str, part: str) -> QWidget:
        """The visible widget `part` inside the visible widget `name`."""
        whole = self.find(name)
        found = [w for w in whole.findChildren(QWidget, part) if w.isVisible()]
        if len(found) != 1:
            inside = sorted({w.objectName() for w in whole.findChildren(QWidget)})
            raise LookupError(f"{part!r} is {len(found)} times in {name!r}; inside: {inside}")
        return found[0]

    def choose(self, name: str, key: str) -> None:
        """Choose an entry of a list that folds out, with the arrow keys."""
        combo = self._ready(self.find_as(QComboBox, name))
        assert isinstance(combo, QComboBox)
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        want = combo.findData(key)
        if want < 0:
            raise LookupError(f"{name!r} does not offer {key!r}")
        for _ in range(2 * combo.count()):
            unfolded = combo.view().isVisible()  # some lists show themselves before they change
            now = combo.view().currentIndex().row() if unfolded else combo.currentIndex()
            if now == want:
                if unfolded:
                    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
                return
            step = Qt.Key.Key_Down if now < want else Qt.Key.Key_Up
            QTest.keyClick(combo.view() if unfolded else combo, step)
        raise LookupError(f"{name!r}: {key!r} cannot be reached with the arrow keys")

    def picks(self) -> list[str]:
        """The keys of the rows in the open dialog of templates, signatures or SMS apps."""
        return [str(item.data(Qt.ItemDataRole.UserRole).key) for item in self._pick_items()]

    def show_pick(self, key: str) -> None:
        """Move to this row in it with the arrow keys, once it is there."""
        self.wait_until(lambda: key in self.picks())
        rows = self._ready(self.find_as(QListWidget, "sms.pick.rows"))
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(rows, Qt.Key.Key_Home)
        for _ in range(self.picks().index(key)):
            QTest.keyClick(rows, Qt.Key.Key_Down)

    def pick(self, field: str, key: str) -> None:
        """Choose a template, a signature or an SMS app of the book for `field`."""
        self.click(field)
        self.show_pick(key)
        self.click("sms.pick.do")
        self.wait_until(lambda: not self.sees("sms.pick.do"))

    def _pick_items(self) -> list[QListWidgetItem]:
        rows = self.find_as(QListWidget, "sms.pick.rows")
        return [rows.item(number) for number in range(rows.count())]

    def write(self, target: str | QWidget, text: str) -> None:
        """Click into a field and type. What no key has comes from an input method."""
        widget = self._ready(target)
        self.click(widget)
        self.type(text, widget.focusProxy() or widget)

    def replace(self, target: str | QWidget, text: str) -> None:
        """Click into a field, take away what is there, and type."""
        widget = self._ready(target)
        self.click(widget)
        field_ = widget.focusProxy() or widget
        QTest.keyClick(field_, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field_, Qt.Key.Key_Delete)
        self.type(text, field_)

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type into the field that has the focus."""
        widget = widget or self.window.focusWidget()
        assert widget is not None
        for char in text:
            if char == "\n":
                QTest.keyClick(widget, Qt.Key.Key_Return)
            elif " " <= char <= "~":
                QTest.keyClicks(widget, char)
            else:
                event = QInputMethodEvent()
                event.setCommitString(char)
                QCoreApplication.sendEvent(widget, event)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is; an open list of suggestions gets it first."""
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or self.window.focusWidget() or self.window, key, modifiers)

    def show_tab(self, name: str, index: int) -> None:
        """Click a tab."""
        tabs = self.find_as(QTabWidget, name)
        bar = tabs.tabBar()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())

    def _ready(self, target: str | QWidget) -> QWidget:
        widget = self.find(target) if isinstance(target, str) else target

        def ready() -> bool:
            nonlocal widget
            if isinstance(target, str):
                # Anew each time: a page that has news to show makes its buttons anew.
                shown = self.all(target, QWidget)
                if len(shown) != 1:
                    return False
                widget = shown[0]
            return self._can_be_pressed(widget)

        try:
            self.wait_until(ready)
        except Exception:
            raise LookupError(f"{target!r} cannot be pressed; it says: {self.words()}") from None
        return widget

    def _can_be_pressed(self, widget: QWidget) -> bool:
        if not widget.isVisible() or not widget.isEnabled():
            return False
        _scroll_to(widget)
        return _under_the_mouse(widget) is not None

    # -------------------------------------------------------------------------- longer ways

    def practise(self) -> None:
        """From Welcome into practice; waits until checks are run."""
        self.click("welcome.practise")
        self.until_composed()

    def until_composed(self) -> None:
        """Wait until Compose is in front and can judge what is typed."""
        self.until_screen("compose")
        compose = self.program.navigator.compose
        self.wait_until(lambda: compose.binding.examination is not None)

    def until_settled(self) -> None:
        """Wait until Compose shows what follows from the draft as it stands."""
        self.wait_until(lambda: self.program.navigator.compose.settled)

    def to_review(self) -> None:
        """Press Review and wait for the page. At night a live push wants a tick: it gets it."""
        self.click("bottom.review")
        self.until_screen("review")
        if self.sees("review.tick.time.night"):
            self.click("review.tick.time.night")

    def connect_live_chat(self, name: str = "Shop chat") -> None:
        """Through *Connect a Chat app* with the key of `LiveHere`; the dialog must be open."""
        self.write("chat_app.name", name)
        self.write("chat_app.sdkappid", str(LIVE_CHAT[0]))
        self.write("chat_app.key", LIVE_CHAT[1])
        self.click("chat_app.save")
        session = self.program.session
        self.wait_until(lambda: session.chat_app is not None and session.chat_app.name == name)

    def connect_live_app(
        self, name: str = "Shop", *, android: bool = True, ios: bool = True
    ) -> None:
        """Through *Connect my app* with the keys of `LiveHere`; the dialog must be open."""
        self.write("connect.name", name)
        self.choose("connect.access_point", "guangzhou")
        for platform, wanted in (("android", android), ("ios", ios)):
            if wanted:
                self.click(f"connect.{platform}")
                self.write(f"connect.{platform}.access_id", _TEST_KEYS[platform])
                self.write(f"connect.{platform}.secret_key", LIVE_KEY)
        if ios:
            self.segment("connect.ios_environment", "product")
        self.click("connect.save")
        self.wait_until(lambda: self.program.session.app is not None)
        self.until_composed()


@contextmanager
def running(
    home: Path,
    practice: PracticeHere | Practice,
    wait_until: WaitUntil = wait_until,
    client: ClientFactory = system_client,
    settings: Mapping[str, Any] | None = None,
    clock: Clock | None = None,
    chat_client: ChatFactory | None = None,
) -> Iterator[Driver]:
    """A program from its start to its end; `settings` are written before."""
    if settings is not None:
        write_settings(home, **settings)
    program = start(home, practice, client, clock, chat_client)
    try:
        driver = Driver(program, wait_until)
        wait_until(lambda: program.session.desk is not None)
        yield driver
    finally:
        end(program)


def _middle(widget: QWidget) -> QPoint:
    # The words of a tick box are no target where it is wider than they are.
    return (
        QPoint(10, widget.height() // 2)
        if isinstance(widget, QCheckBox)
        else widget.rect().center()
    )


def _under_the_mouse(widget: QWidget) -> QWidget | None:
    """What a click in the middle of `widget` meets: it or a part of it; None when covered."""
    top = widget.window()
    hit = top.childAt(widget.mapTo(top, _middle(widget)))
    return hit if hit is not None and (hit is widget or widget.isAncestorOf(hit)) else None


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        inner = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and inner is not None:
            # Not ensureWidgetVisible: of a text field it shows the cursor's line only.
            middle = widget.mapTo(inner, widget.rect().center())
            half = min(widget.height(), parent.viewport().height()) // 2
            parent.ensureVisible(middle.x(), middle.y(), 0, half)
        parent = parent.parentWidget()
