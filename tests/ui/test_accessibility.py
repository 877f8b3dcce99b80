"""Every screen as a screen reader and a keyboard meet it, in both languages.

One program walks through all screens and dialogs. At each stop every tab stop has a name, Tab comes
to all of them from top to bottom, nothing to press is smaller than a fingertip, every label belongs
to something, and nothing ever shows as a window of its own that is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, LiveHere, PracticeHere, running
from tests.ui.list_files import FILES, add, choose_row
from tests.ui.test_file_push import drop_file
from tpns_desktop.send.desk import Note
from tpns_desktop.send.device_book import DeviceForm
from tpns_desktop.send.storage import StorageTrouble
from tpns_desktop.store.backups import Backup
from tpns_desktop.ui.screens.settings.arrival_dialog import ArrivalDialog
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.window import MainWindow

REGIONS = ("rail", "window.top", "compose.form", "preview", "review.page", "result.page", "help")
TARGET = 24
"""Smallest edge of what can be pressed, in Qt's points (WCAG 2.5.8)."""


class Strays(QObject):
    """Remembers every top-level window that is neither window, dialog, menu nor popup."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, MainWindow | QDialog | QMenu)
            and watched.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        ):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[Strays]:
    found = Strays()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


@dataclass
class Walk:
    """What was wrong, by stop."""

    driver: Driver
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def look(self, stop: str) -> None:
        """Judge the window, or the dialog upon it, once it stands still.

        What a choice leads to is examined a moment later: buttons and the JSON come and go then,
        in the middle of a walk with Tab if it has begun before.
        """
        # the choice reaches the draft, so that there is something to wait for
        QApplication.processEvents()
        if self.driver.screen == "compose":
            self.driver.until_settled()
        window = self.driver.window
        found = [
            *_nameless(window),
            *_too_small(window),
            *_labels_of_nothing(window),
            *_tab_order(window),
        ]
        if found:
            self.wrong[stop] = found


def _visible(window: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(kind) if w.isVisible() and w.window() is window]


def _tab_stops(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in _visible(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"


def _name(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip() if face is not None else ""


def _nameless(window: QWidget) -> list[str]:
    stops = {*_tab_stops(window), *_visible(window, QAbstractButton)}
    return [f"{_said(widget)} has no name" for widget in stops if not _name(widget)]


def _too_small(window: QWidget) -> list[str]:
    found = []
    for widget in {*_tab_stops(window), *_visible(window, QAbstractButton)}:
        if min(widget.width(), widget.height()) < TARGET:
            found.append(f"{_said(widget)} is {widget.width()}x{widget.height()}")
    return found


def _labels_of_nothing(window: QWidget) -> list[str]:
    """Mnemonics and buddies: a label's buddy must be there with it."""
    found = []
    for label in _visible(window, QLabel):
        assert isinstance(label, QLabel)
        buddy = label.buddy()
        if buddy is not None and not buddy.isVisible():
            found.append(f"the label {label.text()!r} is of something that is not there")
    # A field that people fill in has a label, or says by itself what it is.
    buddies = {label.buddy() for label in window.findChildren(QLabel)}
    for widget in _visible(window):
        if type(widget).__name__ in ("LineEditor", "TextEditor", "ChoiceEditor", "WhenEditor"):
            named = widget in buddies or widget.accessibleName() or widget.accessibleDescription()
            if not named:
                found.append(f"{_said(widget)} has no label")
    return found


def _tab_order(window: QWidget) -> list[str]:
    """Press Tab until it comes round: all stops are met, none twice, from top to bottom."""
    stops = _tab_stops(window)
    if not stops:
        return []
    inside = [stop for stop in stops if window.rect().contains(_place(stop).center())]
    first = min(inside, key=lambda stop: (_place(stop).top(), _place(stop).left()))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []
    for _ in range(3 * len(stops) + 10):
        focused = window.focusWidget()
        if focused is None or focused in met[:-1]:
            break
        if not met or focused is not met[-1]:  # a date is left after its last part
            met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QApplication.processEvents()  # Qt moves the focus in a turn of the loop
    # What the checks took away meanwhile (the JSON of a draft that has an error now) is not missed.
    there = [widget for widget in stops if shiboken6.isValid(widget) and widget.isVisible()]
    missed = [widget for widget in there if widget not in met]
    found = [f"Tab does not come to {_said(widget)}" for widget in missed]
    for one, two in pairwise(met):
        if two is not first and _region(one) is _region(two) and _above(two, one):
            found.append(f"Tab goes back up from {_said(one)} to {_said(two)}")
    return found


def _region(widget: QWidget) -> QWidget | None:
    """The bar, card or page that a stop is in: reading order holds within it."""
    parent = widget.parentWidget()
    while parent is not None:
        card = any(kind.__name__ in ("Card", "Group") for kind in type(parent).__mro__)
        screen = isinstance(parent.parentWidget(), QStackedWidget)
        if card or screen or parent.objectName() in REGIONS:
            return parent
        parent = parent.parentWidget()
    return None


def _place(widget: QWidget) -> QRect:
    top = widget.window()
    return QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())


def _above(one: QWidget, two: QWidget) -> bool:
    """Whether `one` ends before `two` begins, or stands left of it in the same line."""
    here, there = _place(one), _place(two)
    if here.bottom() <= there.top():
        return True
    same_line = here.top() < there.bottom() and there.top() < here.bottom()
    return same_line and here.right() <= there.left()


# --------------------------------------------------------------------------------- the walks


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=2000, pace=3600.0)
    yield service
    service.close()


@pytest.fixture(params=["en", pytest.param("zh_CN", marks=pytest.mark.slow)])
def walk(
    request: pytest.FixtureRequest,
    home: Path,
    service: PracticeHere,
    qtbot: QtBot,
    theme: Theme,
    strays: Strays,
) -> Iterator[Walk]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=WAIT_MS)

    live = LiveHere()
    settings = {"language": request.param, "look": "light", "hold_s": "60"}
    with running(home, service, wait, live.client, settings) as driver:
        walk = Walk(driver)
        yield walk
        QApplication.processEvents()  # what closed last is gone before the run is judged
    lines = [f"{stop}: {line}" for stop, found in walk.wrong.items() for line in found]
    assert not lines, "\n".join(lines)
    assert strays.seen == []


def test_welcome_and_connect(walk: Walk) -> None:
    driver = walk.driver
    driver.find("welcome.practise")
    walk.look("welcome")
    driver.click("welcome.connect")
    driver.find("connect.name")
    walk.look("connect")
    driver.click("connect.android")
    driver.click("connect.ios")
    driver.click("connect.save")
    driver.wait_until(lambda: driver.find("connect.save").isEnabled())
    walk.look("connect, not filled in")
    driver.click("connect.back")


def test_compose_with_every_audience_and_the_text_message(
    walk: Walk, service: PracticeHere
) -> None:
    driver = walk.driver
    driver.practise()
    walk.look("compose")
    for kind in ("all", "tag", "account", "device"):
        driver.segment("audience.kind", kind)
        # the page of this kind is laid out before its stops are counted
        QApplication.processEvents()
        walk.look(f"compose, {kind}")
    driver.segment("audience.kind", "tag")
    driver.click("audience.tag.groups.0.add_row")
    driver.click("audience.tag.groups.add_group")
    driver.segment("schedule.kind", "at")
    driver.segment("message.tap.kind", "page")
    driver.click("sms.on")
    driver.click("sms.template_id")
    driver.show_pick("2101")
    walk.look("templates")
    driver.click("sms.pick.type")
    driver.find("sms.type.template_id")
    walk.look("typing a template in")
    driver.click("sms.type.back")
    driver.wait_until(lambda: not driver.sees("sms.type.back"))
    driver.click("sms.pick.do")
    driver.find("sms.params.3")
    walk.look("compose, everything open")
    driver.click("message.more")
    for group in driver.program.navigator.compose.message.more.options.groups:
        driver.click(f"message.options.{group}")
    driver.click("message.custom.add")
    driver.click("message.accept.add")
    driver.segment("schedule.kind", "loop")
    driver.segment("schedule.loop.every", "2")
    driver.click("times.add")
    driver.segment("schedule.speed.kind", "slow")
    driver.click("schedule.more")
    walk.look("compose, every option open")
    for tab in (1, 2, 3):
        driver.show_tab("preview", tab)
        walk.look(f"compose, tab {tab}")
    driver.click("bottom.review")
    walk.look("compose, with errors")


def test_the_dialogs_of_plans(walk: Walk) -> None:
    driver = walk.driver
    driver.practise()
    for name in ("plan.new", "plan.known"):
        driver.click(name)
        driver.find("plan.add")
        walk.look(name)
        driver.click("plan.add")
        driver.find("plan.error")
        walk.look(f"{name}, refused")
        driver.click("plan.back")
        driver.wait_until(lambda: not driver.sees("plan.back"))


def test_review_result_and_the_lists(walk: Walk, service: PracticeHere) -> None:
    driver = walk.driver
    driver.practise()
    for key in ("sent", "drafts", "plans", "settings"):
        driver.click(f"rail.{key}")
        walk.look(f"{key}, empty")
    driver.click("rail.compose")
    driver.segment("audience.kind", "account")
    driver.write("audience.account.text", "\n".join(service.info.accounts[:3]))
    driver.to_review()
    walk.look("review")
    driver.click("review.technical")
    walk.look("review, technical view")
    driver.click("review.send")
    driver.find("result.cancel")
    walk.look("hold")
    driver.click("result.cancel")
    driver.find("result.draft")
    walk.look("cancelled")
    driver.click("rail.sent")
    driver.wait_until(lambda: bool(driver.table("sent.table")))
    walk.look("sent")
    driver.click("rail.drafts")
    driver.wait_until(lambda: bool(driver.table("drafts.table")))
    walk.look("drafts")


def test_lists_and_their_dialogs(walk: Walk, tmp_path: Path) -> None:
    driver = walk.driver
    driver.practise()
    driver.click("rail.lists")
    driver.find("lists.first")
    walk.look("lists, empty")
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
        add(driver, tmp_path / name)
    walk.look("lists")
    for tab, dialog in (("tags", "add_tags"), ("devices", "device")):
        driver.segment("books.tabs", tab)
        driver.find(f"{tab}.first")
        walk.look(f"{tab}, empty")
        driver.click(f"{tab}.first")
        driver.find(f"{dialog}.do")
        walk.look(f"{dialog} dialog")
        driver.click(f"{dialog}.back")
    driver.segment("books.tabs", "lists")
    choose_row(driver, "会员.txt")
    driver.click("lists.clean")
    driver.find("clean.do")
    walk.look("clean copy")
    driver.click("clean.back")
    choose_row(driver, "members.csv")
    for button, dialog in (
        ("check", "role"),
        ("compare", "compare"),
        ("find_accounts", "find"),
        ("paste", "paste"),
        ("rename", "rename"),
        ("remove", "remove_list"),
    ):
        driver.click(f"lists.{button}")
        driver.find(f"{dialog}.do")
        walk.look(dialog)
        driver.click(f"{dialog}.back")
        driver.wait_until(partial(_gone, driver, f"{dialog}.back"))


def _gone(driver: Driver, name: str) -> bool:
    return not driver.sees(name)


def test_accepted_with_figures(walk: Walk) -> None:
    driver = walk.driver
    driver.click("welcome.practise")
    driver.until_composed()
    driver.program.settings.hold_s = "0"
    driver.segment("audience.kind", "all")
    driver.to_review()
    driver.click("review.send")
    driver.wait_until(lambda: driver.sees("result.channels"))
    walk.look("accepted")


def test_review_and_confirmation_of_a_live_app(walk: Walk) -> None:
    driver = walk.driver
    driver.click("welcome.connect")
    driver.connect_live_app("Shop")
    driver.segment("audience.kind", "all")
    driver.write("message.title", "Sale tonight")
    driver.write("message.content", "Everything is cheaper until midnight.")
    driver.click("bottom.test")
    driver.wait_until(lambda: driver.sees("test.name"))
    walk.look("test")
    driver.click("test.back")
    driver.wait_until(partial(_gone, driver, "test.back"))
    driver.program.settings.quiet, driver.program.settings.quiet_to = "on", "22:00"
    driver.to_review()
    walk.look("review")
    driver.click("review.send")
    walk.look("review, ticks missing")
    driver.write("review.night", "Flood warning")
    for tick in ("who", "what", "when", "test.none"):
        driver.click(f"review.tick.{tick}")
    driver.write("review.name", "Shop")
    driver.click("review.send")
    driver.wait_until(driver.find("confirm.send").isEnabled)
    walk.look("confirm")
    driver.click("confirm.back")
    driver.click("rail.settings")
    walk.look("settings")


def test_data_that_cannot_be_opened(walk: Walk) -> None:
    driver = walk.driver
    folder, now = Path("/home/li/.local/share/tpns-desktop"), datetime.now(UTC)
    kept = tuple(Backup(folder / f"{n}.db", now - timedelta(days=n)) for n in range(7))
    for kind in ("gone", "network", "full", "failed"):
        found = kept if kind == "gone" else ()
        driver.program.navigator.opening._show(StorageTrouble(kind, folder, found))
        driver.find("storage.retry")
        walk.look(f"storage, {kind}")


def test_banners_network_and_help(walk: Walk) -> None:
    driver = walk.driver
    driver.practise()
    notices = driver.program.navigator.notices
    notices.tell([Note("damaged", kept_at=Path("/home/li/tpns-desktop.damaged.db"))])
    notices.tell_unsaved(full=True)
    notices.tell_fault("4F2A91")
    driver.find("fault.report")
    walk.look("compose, with banners")
    driver.click("rail.settings")
    driver.segment("network.proxy", "own")
    card = driver.find("network.save")
    walk.look("settings, own proxy")
    driver.click("network.save")
    driver.wait_until(card.isEnabled)
    walk.look("settings, own proxy refused")


def test_help_import_and_what_else_opens_beside_compose(walk: Walk) -> None:
    driver = walk.driver
    driver.practise()
    driver.click("window.help")
    driver.find("help.search")
    walk.look("help beside compose")
    driver.write("help.search", "zzzz")
    driver.find("help.nothing")
    walk.look("help, nothing found")
    driver.click("help.close")
    driver.show_tab("preview", 2)
    driver.click("preview.json.import")
    driver.find("import.text")
    walk.look("import")
    driver.write("import.text", '{"audience_type": "all", "n_id": 7}')
    driver.wait_until(driver.find("import.use").isEnabled)
    walk.look("import, read")
    driver.click("import.back")
    driver.wait_until(partial(_gone, driver, "import.back"))
    driver.click("schedule.more")
    driver.click("schedule.replaces.choose")
    driver.find("replace.pushes")
    walk.look("replace")
    driver.click("replace.back")
    driver.wait_until(partial(_gone, driver, "replace.back"))
    driver.click("bottom.test")
    driver.find("test.name")
    # Without a window manager nobody gives the keys to a dialog that opens.
    driver.window.activateWindow()
    driver.wait_until(driver.window.isActiveWindow)
    driver.press(Qt.Key.Key_F1)
    driver.find("help.search")
    walk.look("help over a dialog")
    driver.click("help.close")
    driver.find("test.back")


def test_chat_its_keys_and_what_must_be_ready(walk: Walk) -> None:
    driver = walk.driver
    driver.click("welcome.connect_chat")
    driver.find("chat_app.name")
    walk.look("connect a chat app")
    driver.choose("chat_app.region", "other")
    driver.click("chat_app.save")
    driver.wait_until(lambda: driver.find("chat_app.save").isEnabled())
    walk.look("connect a chat app, not filled in")
    driver.click("chat_app.back")
    driver.wait_until(partial(_gone, driver, "chat_app.back"))
    driver.practise()
    driver.program.navigator.chat.show_setup()
    walk.look("what must be ready")
    driver.click("rail.chat")
    driver.until_screen("chat")
    driver.wait_until(lambda: driver.program.navigator.chat.screen.settled)
    walk.look("chat")


def test_a_file_of_accounts_and_books_with_rows(
    walk: Walk, service: PracticeHere, tmp_path: Path
) -> None:
    driver = walk.driver
    driver.practise()
    driver.segment("audience.kind", "file")
    driver.find("file.holds")
    walk.look("compose, file")
    (tmp_path / "members.csv").write_bytes(FILES["members.csv"])
    drop_file(driver, tmp_path / "members.csv")
    driver.wait_until(lambda: driver.sees("file.facts"))
    walk.look("compose, file read")
    app, desk = driver.program.session.app, driver.program.session.desk
    assert app is not None
    assert desk is not None
    driver.ask(desk.add_tags(app.id, "xg_user_define", ["vip", "new"]))
    token = service.info.tokens["android"][0]
    driver.ask(desk.save_device(app.id, DeviceForm("Li's phone", "android", token)))
    driver.click("rail.lists")
    for tab in ("tags", "devices"):
        driver.segment("books.tabs", tab)
        driver.wait_until(partial(_has_rows, driver, f"{tab}.table"))
        walk.look(f"{tab} with rows")
    driver.click("rail.compose")
    driver.segment("audience.kind", "device")
    walk.look("compose, named devices")


def _has_rows(driver: Driver, table: str) -> bool:
    return bool(driver.table(table))


def test_what_is_asked_in_settings(walk: Walk, home: Path) -> None:
    driver = walk.driver
    driver.practise()
    driver.click("rail.settings")
    driver.click("settings.quiet")
    desk = driver.program.session.desk
    assert desk is not None
    driver.ask(desk.export_book(home / "moving.json"))
    _, merged = driver.ask(desk.open_book(home / "moving.json"))
    dialog = ArrivalDialog(merged, driver.program.window)
    dialog.open()
    driver.find("arrival.back")
    walk.look("arrival")
    driver.click("arrival.back")
    driver.click("settings.cloud.change")
    driver.find("cloud.save")
    walk.look("account of texts")
    driver.click("cloud.back")
    driver.click("settings.cloud.setup")
    driver.until_screen("sms_setup")
    walk.look("what texts need")
