"""The frame: where one is, for which app, and that Live cannot be overlooked."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tpns_desktop.store.apps import App
from tpns_desktop.store.chat_apps import ChatApp
from tpns_desktop.store.settings import Settings
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.window import CHAT_ONLY, CONNECT, MainWindow

RAIL = ["compose", "drafts", "sent", "settings"]


def app(key: str, name: str, kind: str = "tpns", env: str = "product", android: bool = True) -> App:
    return App(
        key, kind, name, "#0B62E5", "guangzhou", "1500000001" if android else None, "1600000001",
        env, datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


PRACTICE = app("p", "Practice shop", kind="practice")
IOS_TEST = app("t", "Test build", env="dev", android=False)
LIVE = app("l", "Demo Mall")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(None, Settings.load(tmp_path / "settings.ini"))  # type: ignore[arg-type]


@pytest.fixture
def window(session: Session, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = MainWindow(session, theme)
    qtbot.addWidget(window)
    for key in RAIL:
        window.add_screen(key, key.capitalize, QLineEdit, key)
    window.add_screen("review", lambda: "Review", QWidget)
    window.set_apps([PRACTICE, LIVE])
    window.show_screen("compose")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def choose(session: Session, chosen: App | None) -> None:
    session.app = chosen
    session.app_changed.emit(chosen)


def live_line(window: MainWindow) -> QFrame:
    found = window.findChild(QFrame, "live_line")
    assert isinstance(found, QFrame)
    return found


@pytest.mark.parametrize(
    ("chosen", "words", "tone"),
    [
        (PRACTICE, "◇ PRACTICE", "practice"),
        (IOS_TEST, "△ iOS TEST", "warn"),
        (LIVE, "■ LIVE", "live"),
    ],
)
def test_the_plate_says_it_with_shape_word_and_colour(
    window: MainWindow, session: Session, chosen: App, words: str, tone: str
) -> None:
    choose(session, chosen)
    assert window.plate.isVisible()
    assert (window.plate.text(), window.plate.tone) == (words, tone)
    assert words in window.windowTitle()


def test_the_title_repeats_app_environment_and_screen(window: MainWindow, session: Session) -> None:
    choose(session, LIVE)
    assert window.windowTitle() == "Demo Mall — ■ LIVE — Compose"


def test_the_red_line_is_there_on_live_alone(window: MainWindow, session: Session) -> None:
    for chosen in (PRACTICE, IOS_TEST, None):
        choose(session, chosen)
        assert not live_line(window).isVisible()
    choose(session, LIVE)
    assert live_line(window).isVisible()
    assert live_line(window).height() == 4
    assert live_line(window).width() == window.width()


def test_a_screen_is_made_at_its_first_visit(window: MainWindow) -> None:
    assert window.has_screen("compose")
    assert not window.has_screen("sent")
    window.show_screen("sent")
    assert window.has_screen("sent")
    assert window.screen_widget("sent") is window.screen_widget("sent")


@pytest.mark.parametrize(("number", "key"), list(enumerate(RAIL, start=1)))
def test_ctrl_and_a_number_open_a_screen(
    window: MainWindow, qtbot: QtBot, number: int, key: str
) -> None:
    window.show_screen("review")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.current_screen == key


def test_the_rail_has_words_and_marks_where_one_is(window: MainWindow, qtbot: QtBot) -> None:
    buttons = {key: window.findChild(QToolButton, f"rail.{key}") for key in RAIL}
    for key, button in buttons.items():
        assert isinstance(button, QToolButton)
        assert button.text().strip() == button.accessibleName() == key.capitalize()
        assert not button.icon().isNull()
    sent = buttons["sent"]
    assert isinstance(sent, QToolButton)
    qtbot.mouseClick(sent, Qt.MouseButton.LeftButton)
    assert [key for key, one in buttons.items() if isinstance(one, QToolButton) and one.isChecked()
            ] == ["sent"]  # fmt: skip


def test_f6_goes_from_rail_to_screen_and_back(window: MainWindow, qtbot: QtBot) -> None:
    screen = window.screen_widget("compose")
    screen.setFocus()
    seen = set()
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        seen.add(window.rail.isAncestorOf(focused))
    assert True in seen


def test_the_switcher_tells_which_app_and_shows_it_only_once_it_is_chosen(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    choose(session, PRACTICE)
    place = window.apps.findData(LIVE.id)
    with qtbot.waitSignal(window.app_chosen) as told:
        window.apps.setCurrentIndex(place)
        window.apps.activated.emit(place)
    assert told.args == [LIVE.id]
    assert window.apps.currentData() == PRACTICE.id


def test_the_switcher_leads_to_connecting(window: MainWindow, qtbot: QtBot) -> None:
    place = window.apps.findData(CONNECT)
    with qtbot.waitSignal(window.connect_asked):
        window.apps.setCurrentIndex(place)
        window.apps.activated.emit(place)


def test_a_start_note_stands_until_it_is_put_away(window: MainWindow, qtbot: QtBot) -> None:
    banner = window.add_banner("The history was set aside untouched")
    qtbot.waitUntil(banner.isVisible)
    cross = banner.findChild(QToolButton, "dismiss")
    assert isinstance(cross, QToolButton)
    with qtbot.waitSignal(banner.destroyed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)


def test_a_note_that_is_not_shown_takes_no_room(window: MainWindow, qtbot: QtBot) -> None:
    page = window.screen_widget("compose")

    def top() -> int:
        return page.mapTo(window, QPoint(0, 0)).y()

    before = top()
    banner = window.add_banner("On hold")
    qtbot.waitUntil(lambda: top() >= before + banner.height() + 12)
    banner.hide()
    qtbot.waitUntil(lambda: top() == before)


def test_the_frame_can_be_put_away_for_welcome(window: MainWindow) -> None:
    window.show_frame(False)
    assert not window.rail.isVisible()
    assert not window.top_bar.isVisible()
    window.show_frame(True)
    assert window.rail.isVisible()


@pytest.mark.parametrize("size", [(1280, 720), (853, 480), (640, 360)])
def test_it_can_be_used_at_1280_by_720_and_up_to_200_percent(
    window: MainWindow, session: Session, size: tuple[int, int]
) -> None:
    choose(session, LIVE)
    window.resize(*size)
    assert (window.width(), window.height()) == size
    right = window.plate.mapTo(window, window.plate.rect().topRight()).x()
    assert right <= window.width()
    for key in RAIL:
        button = window.findChild(QToolButton, f"rail.{key}")
        assert isinstance(button, QToolButton)
        assert button.width() >= button.sizeHint().width()


def test_in_a_low_window_banners_scroll_and_leave_the_page_its_room(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    choose(session, LIVE)
    first = window.add_banner("The practice service was started anew. " * 4)
    second = window.add_banner("This computer has no password store. " * 4)
    area = window.findChild(QScrollArea, "window.banners")
    assert area is not None

    def seen(banner: Banner) -> bool:
        return banner.visibleRegion().boundingRect().height() == banner.height()

    window.resize(1280, 720)
    qtbot.waitUntil(lambda: seen(first) and seen(second))
    window.resize(640, 360)
    qtbot.waitUntil(lambda: area.height() <= 90)
    qtbot.waitUntil(lambda: seen(second))  # the newest
    first.cross.click()
    second.cross.click()
    qtbot.waitUntil(lambda: area.height() == 0)


def test_every_tab_stop_of_the_frame_has_a_name(window: MainWindow, session: Session) -> None:
    choose(session, LIVE)
    window.add_banner("Note").add_action("show", "Show it")
    stops = [
        widget
        for kind in (QPushButton, QToolButton, QFrame)
        for widget in window.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    named = [widget for widget in [*stops, window.apps] if widget.objectName() != "qt_spinbox"]
    assert len(named) > len(RAIL)
    for widget in named:
        words = widget.text() if isinstance(widget, QPushButton | QToolButton) else ""
        assert widget.accessibleName() or words, widget.objectName()


def test_the_switcher_says_of_each_app_where_its_pushes_go(
    window: MainWindow, session: Session
) -> None:
    window.set_apps([PRACTICE, LIVE])
    shown = [window.apps.itemText(index) for index in range(2)]
    assert shown == ["App: Practice shop · ◇ PRACTICE", "App: Demo Mall · ■ LIVE"]


def test_no_other_app_is_chosen_in_passing(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    window.set_apps([PRACTICE, LIVE])
    choose(session, PRACTICE)
    window.apps.setFocus()
    with qtbot.assertNotEmitted(window.app_chosen):
        middle = QPointF(window.apps.rect().center())
        wheel = QWheelEvent(
            middle,
            window.apps.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(window.apps, wheel)
        qtbot.keyClick(window.apps, "A")
        qtbot.keyClick(window.apps, Qt.Key.Key_Down)
    assert window.apps.view().isVisible()
    window.apps.hidePopup()


@pytest.mark.parametrize(("screen", "place"), [("review", "compose"), ("sent", "sent")])
def test_the_rail_shows_where_one_is(window: MainWindow, screen: str, place: str) -> None:
    window.show_screen(screen)
    button = window.findChild(QToolButton, f"rail.{place}")
    assert isinstance(button, QToolButton)
    assert button.isChecked()


# -------------------------------------------------------------------------------- Chat apps

CHAT = ChatApp(
    "c", "tencent", "Shop chat", 1400000001, "administrator", "https://console.tim.qq.com",
    "all_member_push", datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip


@pytest.fixture
def grouped(session: Session, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = MainWindow(session, theme)
    qtbot.addWidget(window)
    for group, key in (("push", "compose"), ("chat", "chat")):
        window.add_heading(group, group.upper)
        window.add_screen(key, key.capitalize, QLineEdit, key)
    window.add_screen("settings", lambda: "Settings", QLineEdit, "settings", at_end=True)
    window.add_screen("review", lambda: "Review", QWidget)
    window.set_apps([PRACTICE, IOS_TEST])
    window.show_screen("compose")
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def use_chat(session: Session, chosen: ChatApp | None) -> None:
    session.chat_app = chosen
    session.chat_app_changed.emit(chosen)


def shown(window: MainWindow) -> list[str]:
    found = window.rail.findChildren(QWidget)
    return [one.objectName() for one in found if one.isVisible() and one.objectName()]


def test_the_rail_has_groups_and_settings_at_its_end(grouped: MainWindow) -> None:
    ys = [grouped.rail.findChild(QWidget, name).y() for name in (  # type: ignore[union-attr]
        "rail.push.heading", "rail.compose", "rail.chat.heading", "rail.chat", "rail.settings",
    )]  # fmt: skip
    assert ys == sorted(ys)
    settings = grouped.rail.findChild(QToolButton, "rail.settings")
    assert isinstance(settings, QToolButton)
    assert settings.geometry().bottom() > grouped.rail.height() - 30


def test_a_low_window_keeps_every_entry_and_leaves_the_headings_out(
    grouped: MainWindow, qtbot: QtBot
) -> None:
    grouped.resize(640, 360)
    qtbot.waitUntil(lambda: "rail.push.heading" not in shown(grouped))
    assert {"rail.compose", "rail.chat", "rail.settings"} <= set(shown(grouped))
    grouped.resize(1280, 720)
    qtbot.waitUntil(lambda: "rail.push.heading" in shown(grouped))


def test_a_group_that_leads_nowhere_goes_with_its_keys(grouped: MainWindow, qtbot: QtBot) -> None:
    grouped.show_screen("chat")
    grouped.show_group("push", False)
    assert not {"rail.push.heading", "rail.compose"} & set(shown(grouped))
    qtbot.keyClick(grouped, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert grouped.current_screen == "chat"
    grouped.show_group("push", True)
    assert "rail.compose" in shown(grouped)


def test_the_plate_is_true_of_a_chat_app(grouped: MainWindow, session: Session) -> None:
    assert not grouped.plate.isVisible()
    use_chat(session, CHAT)
    assert grouped.plate.text() == "■ LIVE"  # with no other app there is nothing but Chat
    choose(session, IOS_TEST)
    assert grouped.plate.text() == "△ iOS TEST"
    grouped.show_screen("chat")  # where there are no test builds
    assert grouped.plate.text() == "■ LIVE"
    assert live_line(grouped).isVisible()
    assert grouped.windowTitle() == "Shop chat — ■ LIVE — Chat"
    grouped.show_screen("review")
    assert grouped.plate.text() == "△ iOS TEST"
    grouped.set_place("review", "chat")
    assert grouped.plate.text() == "■ LIVE"


def test_chat_alone_is_offered_only_where_it_makes_sense(grouped: MainWindow, qtbot: QtBot) -> None:
    assert grouped.apps.findData(CHAT_ONLY) < 0
    grouped.offer_chat_only(True)
    place = grouped.apps.findData(CHAT_ONLY)
    assert "LIVE" in grouped.apps.itemText(place)
    assert grouped.apps.currentIndex() == place  # no app is chosen
    with qtbot.waitSignal(grouped.chat_only_chosen):
        grouped.apps.activated.emit(place)
