"""The Result page tells the truth in each state, takes back what is held, and asks with measure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.send import builders
from tests.ui import pushes
from tests.ui.pushes import FakeDesk
from tpns_desktop.send.courses import Course, Point, Standing
from tpns_desktop.send.desk import AskFailed
from tpns_desktop.send.figure_notes import Note
from tpns_desktop.send.results import Batch, Figures
from tpns_desktop.send.watching import Outlook
from tpns_desktop.ui.exporting import safe_name
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.results.ending_card import EndingCard
from tpns_desktop.ui.screens.results.picture import details
from tpns_desktop.ui.screens.results.screen import ResultScreen
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.numbers import grouped

LEFT = Qt.MouseButton.LeftButton

Show = Callable[..., ResultScreen]


@pytest.fixture
def show(session: Session, desk: FakeDesk, qtbot: QtBot, languages: Languages) -> Show:
    """Gives the page with this batch on it, loaded; numbers are grouped as in English."""
    languages.apply("en")

    def make(batch: Batch) -> ResultScreen:
        desk.answers["batch"] = batch
        desk.answers.setdefault("refresh", batch)
        screen = ResultScreen(session)
        qtbot.addWidget(screen)
        screen.resize(1100, 900)
        screen.show_batch(batch.id)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(lambda: not screen.state.isHidden())
        # Cards that join a page already shown become visible a turn of the loop later.
        qtbot.waitUntil(lambda: all(card.isVisible() for card in screen.findChildren(EndingCard)))
        return screen

    return make


def now() -> datetime:
    return datetime.now(UTC)


def held(until: datetime | None) -> Batch:
    return pushes.batch(state="held", hold_until=until, created_at=now())


def accepted(**changes: Any) -> Batch:
    values: dict[str, Any] = {
        "state": "accepted",
        "push_ids": ("3895624686",),
        "sent_at": now(),
        "created_at": now(),
        "counters": pushes.counters(),
        "counters_at": now(),
    }
    return pushes.batch(**values | changes)


def read(screen: QWidget) -> str:
    """All words that are visible."""
    labels = screen.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def buttons(screen: QWidget) -> set[str]:
    return {b.objectName() for b in screen.findChildren(QPushButton) if b.isVisible()}


def button(screen: QWidget, name: str) -> QPushButton:
    found = screen.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


# ---------------------------------------------------------------------------------------- hold


def test_a_hold_counts_in_numbers_and_says_that_nothing_has_left(show: Show) -> None:
    screen = show(held(now() + timedelta(seconds=8)))
    assert screen.hold.isVisible()
    assert "Nothing has left this computer" in screen.hold.text()
    assert screen.hold.left_s() in (7, 8)
    assert not screen.hold.send_now.isVisible()
    assert screen.hold.cancel.hasFocus()


def test_cancel_takes_it_back(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    screen = show(held(now() + timedelta(seconds=60)))
    desk.answers["cancel"] = True
    desk.answers["batch"] = pushes.batch(state="withdrawn", reason="cancelled")
    qtbot.mouseClick(screen.hold.cancel, LEFT)
    qtbot.waitUntil(screen.hold.isHidden)
    assert desk.calls("cancel") == [("batch1",)]
    assert "Nothing left this computer." in read(screen)


def test_after_cancel_the_keyboard_is_on_no_button(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(held(now() + timedelta(seconds=60)))
    desk.answers["cancel"] = True
    desk.answers["batch"] = pushes.batch(state="withdrawn", reason="cancelled")
    qtbot.keyClick(screen.hold.cancel, Qt.Key.Key_Space)
    assert screen.hold.hasFocus()
    qtbot.waitUntil(screen.hold.isHidden)
    focused = screen.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "result.page"


def test_ctrl_z_takes_it_back_once(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    screen = show(held(now() + timedelta(seconds=60)))
    desk.answers["cancel"] = True
    for _ in range(2):
        qtbot.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.calls("cancel")))
    assert len(desk.calls("cancel")) == 1


def test_a_cancel_that_comes_too_late_says_so(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    screen = show(held(now() + timedelta(seconds=60)))
    desk.answers["cancel"] = False
    desk.answers["batch"] = pushes.batch(state="sending")
    qtbot.mouseClick(screen.hold.cancel, LEFT)
    qtbot.waitUntil(screen.problem.isVisible)
    assert "Too late" in screen.problem.text()


def test_a_hold_without_a_clock_is_ended_by_a_click_but_not_by_enter(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(held(None))
    desk.answers["send_now"] = True
    send_now = screen.hold.send_now
    assert send_now.isVisible()
    send_now.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(send_now, key)
    assert not desk.calls("send_now")
    qtbot.mouseClick(send_now, LEFT)
    qtbot.waitUntil(lambda: desk.calls("send_now") == [("batch1",)])


def test_news_of_the_push_are_shown(
    show: Show, session: Session, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(held(now() + timedelta(seconds=60)))
    desk.answers["batch"] = accepted()
    session.batch_changed.emit("batch1")
    qtbot.waitUntil(screen.figures.isVisible)
    assert screen.state.text() == "Accepted by TPNS"
    assert not screen.hold.isVisible()


# --------------------------------------------------------------------------------------- endings


def test_accepted_shows_the_push_id_to_copy(show: Show, qtbot: QtBot) -> None:
    screen = show(accepted())
    qtbot.mouseClick(button(screen, "result.copy.android"), LEFT)
    assert QGuiApplication.clipboard().text() == "3895624686"
    assert "result.draft" not in buttons(screen)


def test_of_a_repetition_each_push_id_has_its_run_beside_it(show: Show) -> None:
    batch = accepted(push_ids=("31", "32", "33", "34", "35"))
    loop = {
        "loopType": 1, "startDate": "2026-11-20", "endDate": "2026-11-24", "dayTimes": ["09:30:00"],
    }  # fmt: skip
    rows = []
    for row in batch.rows:
        body = json.loads(row.body) | {"loop_param": loop}
        began = datetime(2026, 11, 19, 2, tzinfo=UTC)
        changes = {"body": json.dumps(body).encode(), "sent_at": began, "created_at": began}
        rows.append(replace(row, **changes))
    screen = show(replace(batch, rows=tuple(rows)))
    said = [label.text() for card in screen._endings for label in card.findChildren(QLabel)]
    runs = [said[n - 1] for n, words in enumerate(said) if words == "35"]
    assert runs
    assert all("24 Nov 2026, 09:30 (Beijing time)" in run for run in runs)


def test_refused_says_what_happened_whether_it_was_sent_and_what_to_do(
    show: Show, qtbot: QtBot
) -> None:
    screen = show(pushes.batch(state="rejected", code=1008019, text="content may be evil"))
    said = read(screen)
    order = [
        said.index(part)
        for part in (
            "Tencent's content check refused the text.",
            "No. TPNS answered and did not take the push.",
            "Change title or text and review the push again.",
        )
    ]
    assert order == sorted(order)
    assert "1008019" not in said
    qtbot.mouseClick(button(screen, "result.details.android.ios"), LEFT)
    assert "1008019" in read(screen)
    assert "content may be evil" in read(screen)


@pytest.mark.parametrize("state", ["rejected", "not_sent", "withdrawn"])
def test_the_draft_is_reachable_where_nothing_was_sent(
    show: Show, qtbot: QtBot, state: str
) -> None:
    screen = show(pushes.batch(state=state))
    with qtbot.waitSignal(screen.back_to_draft_asked) as asked:
        qtbot.mouseClick(button(screen, "result.draft"), LEFT)
    assert asked.args == ["draft1"]


def test_not_knowing_is_said_and_offers_no_way_to_send_again(show: Show) -> None:
    screen = show(pushes.batch(state="unknown", reason="cut", sent_at=now()))
    said = read(screen)
    assert screen.state.text() == "We don't know yet"
    order = [
        said.index(part)
        for part in (
            "The connection broke after we sent it. It may have gone out.",
            "Don't send it again yet.",
            "Let this program look for it",
            "Not looked for yet.",
            "Send again stays off until this is settled",
        )
    ]
    assert order == sorted(order)
    assert "result.draft" not in buttons(screen)
    assert not button(screen, "result.send_again").isEnabled()
    assert button(screen, "result.send_again").accessibleDescription()


def test_systems_that_ended_differently_are_told_apart(show: Show) -> None:
    batch = pushes.split(
        pushes.batch(),
        {"state": "accepted", "push_ids": ("1",)},
        {"state": "rejected", "code": 1008003},
    )
    said = read(show(batch))
    assert "Android: Accepted by TPNS" in said
    assert "iPhone: Refused" in said


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("cancelled", "You took it back"),
        ("slept", "The computer slept"),
        ("closed", "The program was closed"),
        ("schedule_passed", "came too near"),
    ],
)
def test_a_push_that_was_not_sent_says_why(show: Show, reason: str, words: str) -> None:
    screen = show(pushes.batch(state="withdrawn", reason=reason))
    assert words in read(screen)


def test_the_details_hold_no_key(show: Show, qtbot: QtBot) -> None:
    screen = show(pushes.batch(state="rejected", code=1008003, text="auth failure"))
    qtbot.mouseClick(button(screen, "result.details.android.ios"), LEFT)
    qtbot.mouseClick(button(screen, "result.details.android.ios.copy"), LEFT)
    copied = QGuiApplication.clipboard().text()
    assert "1008003" in copied
    assert "secret" not in copied.lower()


# --------------------------------------------------------------------------------------- figures


def test_each_figure_says_what_it_is_a_share_of(show: Show) -> None:
    batch = pushes.split(accepted(), {}, {"counters": None, "counters_at": None})
    screen = show(batch)
    cards = screen.figures.cards
    assert cards["planned"].figure() == grouped(4342)
    assert cards["delivered"].note() == "87.6% of planned"
    assert cards["arrived"].note() == "60.7% of delivered"
    assert cards["tapped"].note() == "41.0% of arrived"
    assert screen.figures.updated.text().endswith("counts Android only")


def test_figures_of_the_whole_push_name_no_system(show: Show) -> None:
    assert "only" not in show(accepted()).figures.updated.text()
    refused = pushes.split(accepted(), {}, {"state": "rejected", "counters": None})
    assert "only" not in show(refused).figures.updated.text()


def test_figures_that_are_not_there_are_no_zero(show: Show) -> None:
    screen = show(accepted(counters=None, counters_at=now()))
    assert {card.figure() for card in screen.figures.cards.values()} == {"–"}


def course(**changes: Any) -> Course:
    """What the desk knows of the push on the page."""
    at = now() - timedelta(minutes=20)
    points = tuple(
        Point(at + timedelta(minutes=5 * n), Figures(900, 200 * n, 180 * n, 30 * n, 5))
        for n in range(4)
    )
    values: dict[str, Any] = {
        "points": points,
        "like": (),
        "replaced": "",
        "notes": (Note("growing"),),
        "outlook": Outlook(120, 88, False, None),
    }
    return Course(**values | changes)


def test_the_desk_follows_what_is_on_the_page_and_nothing_once_it_is_hidden(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    screen = show(accepted())
    qtbot.waitUntil(lambda: desk.calls("watching.look_at")[-1:] == [("batch1",)])
    screen.hide()
    qtbot.waitUntil(lambda: desk.calls("watching.look_at")[-1:] == [()])


@pytest.mark.parametrize("state", ["held", "sending", "rejected", "unknown", "withdrawn"])
def test_only_an_accepted_push_has_figures(show: Show, desk: FakeDesk, state: str) -> None:
    screen = show(pushes.batch(state=state, hold_until=now() + timedelta(seconds=60)))
    assert not screen.figures.isVisible()
    assert not desk.calls("watching.course")


def test_the_course_is_shown_and_explained(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["watching.course"] = course()
    screen = show(accepted())
    part = screen.figures.course
    qtbot.waitUntil(lambda: part.line.isVisible() and part.chart.drawn, timeout=20_000)
    assert "still grow" in part.notes.text()
    assert "600 at last" in part.chart.accessibleDescription()
    assert "updates every 2 minute" in screen.figures.updated.text()
    part.line.show_table(True)
    assert part.line.table.rows.rowCount() == 4
    assert part.line.table.text().count("\n") == 4


def test_few_questions_are_told(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["watching.course"] = course(outlook=Outlook(600, 38, True, None))
    screen = show(accepted())
    qtbot.waitUntil(lambda: "38 question" in screen.figures.updated.text())
    assert "every 10 minute" in screen.figures.updated.text()


def test_a_push_is_compared_with_its_like(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["watching.course"] = course(like=(Figures(1000, 100, 90, 9, 0),) * 5)
    screen = show(accepted())
    delivered = screen.figures.cards["delivered"]
    qtbot.waitUntil(lambda: "points against your last 5" in delivered.note())
    assert "▲" in delivered.note()
    desk.answers["watching.course"] = course()
    screen._load()
    qtbot.waitUntil(lambda: "no earlier push" in delivered.note())
    desk.answers["watching.course"] = course(like=(Figures(1000, 100, 90, 9, 0),))
    screen._load()
    qtbot.waitUntil(lambda: "against only 1 earlier" in delivered.note())
    desk.answers["watching.course"] = course(early=True)
    screen._load()
    qtbot.waitUntil(lambda: "too early to compare" in delivered.note())


@pytest.mark.parametrize(
    "error", [AskFailed("refused", code=1008015), AskFailed("practice_changed")]
)
def test_the_last_figures_stay_when_the_service_forgets_the_push(
    show: Show, desk: FakeDesk, qtbot: QtBot, error: AskFailed
) -> None:
    desk.answers["watching.course"] = course(outlook=Outlook(None, None, False, error))
    screen = show(accepted(counters_at=now() - timedelta(hours=3)))
    before = screen.figures.cards["planned"].figure()
    qtbot.waitUntil(lambda: "no longer has figures" in screen.figures.updated.text())
    assert screen.figures.cards["planned"].figure() == before != "–"


def test_a_person_asks_for_the_newest(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["refresh"] = AskFailed("dns")
    screen = show(accepted(counters_at=now() - timedelta(hours=3)))
    qtbot.mouseClick(button(screen, "result.refresh"), LEFT)
    qtbot.waitUntil(lambda: "could not be found" in screen.figures.updated.text())
    desk.answers["refresh"] = accepted(counters=[{"channel": "all", "planned": 4321}])
    qtbot.mouseClick(button(screen, "result.refresh"), LEFT)
    qtbot.waitUntil(lambda: screen.figures.cards["planned"].figure() == "8,642")


def test_what_a_person_was_told_stays_when_the_desk_has_news(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["refresh"] = AskFailed("dns")
    screen = show(accepted(counters_at=now() - timedelta(hours=3)))
    qtbot.mouseClick(button(screen, "result.refresh"), LEFT)
    qtbot.waitUntil(lambda: "could not be found" in screen.figures.updated.text())
    desk.answers["watching.course"] = course()
    screen.show_batch("batch1")
    qtbot.waitUntil(lambda: "still grow" in read(screen))
    assert "could not be found" in screen.figures.updated.text()


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("PUSH_FINISHED", "Finished"),
        ("PUSH_CANCELED", "Cancelled"),
        ("PUSH_COLLAPSED", "Replaced"),
    ],
)
def test_how_the_service_says_that_it_stands_is_shown(
    show: Show, desk: FakeDesk, qtbot: QtBot, status: str, word: str
) -> None:
    asked = now() - timedelta(minutes=3)
    desk.answers["watching.course"] = course(standing=Standing(status, asked))
    screen = show(accepted())
    qtbot.waitUntil(lambda: screen.state.accessibleName() == word)
    assert f"TPNS says: {word} (asked " in screen.figures.updated.text()
    assert ("shop",) in desk.calls("records.refresh")


def test_a_push_whose_end_somebody_told_keeps_saying_so(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    standing = Standing("PUSH_FINISHED", now())
    desk.answers["watching.course"] = course(standing=standing)
    screen = show(accepted(settled_by="person"))
    qtbot.waitUntil(lambda: "TPNS says: Finished" in screen.figures.updated.text())
    assert screen.state.accessibleName() != "Finished"


def test_a_mark_that_was_read_late_says_so(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    points = list(course().points)
    points[2] = replace(points[2], marks=(("1h", timedelta(minutes=20)),))
    desk.answers["watching.course"] = course(points=tuple(points))
    screen = show(accepted())
    part = screen.figures.course
    qtbot.waitUntil(lambda: part.line.isVisible())
    late = re.compile(r"1 hour\S* mark, read 20 minute\S* late")
    assert late.search(part.chart.accessibleDescription())
    part.line.show_table(True)
    assert len(late.findall(part.line.table.text())) == 1


def test_the_title_of_what_it_replaced_is_told(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.answers["watching.course"] = course(replaced="Sale at eight")
    batch = accepted()
    body = json.loads(batch.rows[0].body) | {"collapse_id": 42}
    changed = replace(batch, rows=(replace(batch.rows[0], body=json.dumps(body).encode()),))
    screen = show(changed)
    qtbot.waitUntil(lambda: "Sale at eight" in read(screen))


def test_all_figures_can_be_saved(show: Show, desk: FakeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.answers["watching.course"] = course()
    screen = show(accepted())
    qtbot.waitUntil(lambda: screen.figures.course.line.isVisible())
    for action, name in (("save_table", "figures.csv"), ("save_picture", "figures.png")):
        getattr(screen.figures, action).trigger()
        dialog = screen.exporting.dialog
        assert dialog is not None
        dialog.reject()
        screen.exporting.write(str(tmp_path / name))
        qtbot.waitUntil((tmp_path / name).exists)
    qtbot.waitUntil(lambda: name in screen.saved.text())
    lines = (tmp_path / "figures.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Time,System,Channel,Planned,Delivered")
    assert lines[-1].endswith("900,600,540,90,5")
    assert (tmp_path / "figures.png").read_bytes().startswith(b"\x89PNG")


def test_what_is_saved_is_known_again_without_the_page(
    show: Show, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.answers["watching.course"] = course()
    batch = accepted()
    screen = show(replace(batch, rows=tuple(replace(row, name="Double 11") for row in batch.rows)))
    part = screen.figures
    qtbot.waitUntil(lambda: part.course.line.isVisible())
    with qtbot.waitSignal(part.export_asked) as told:
        part.course.line.save_table.trigger()
    assert re.fullmatch(r"Double 11 - over time \d{4}-\d\d-\d\d\.csv", told.args[0])
    with qtbot.waitSignal(part.export_asked) as told:
        part.save_picture.trigger()
    assert re.fullmatch(r"Double 11 - figures \d{4}-\d\d-\d\d\.png", told.args[0])
    picture = QImage.fromData(told.args[1])
    assert picture.width() > 2 * part.width()
    assert picture.height() > 2 * part.height()
    head = " ".join(details(batch))
    assert "3895624686" in head
    assert batch.app_name in head
    # Where the buttons are on the page there is nothing in the picture.
    lower = picture.height() / 2 - part.height() - 24
    for control in (part.refresh, part.save, part.course.line.save):
        corner = control.mapTo(part, QPoint(0, 0))
        seen = {
            picture.pixel(2 * (24 + corner.x() + x), round(2 * (lower + corner.y() + y)))
            for x in range(0, control.width(), 3)
            for y in range(0, control.height(), 3)
        }
        assert len(seen) == 1


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("50% off: now/today?", "50% off now today.csv"),
        ("NUL", "TPNS NUL.csv"),
        (" ...", "TPNS.csv"),
        ("双十一 🎉", "双十一 🎉.csv"),
    ],
)
def test_a_saved_file_has_a_name_that_every_system_takes(stem: str, name: str) -> None:
    assert safe_name(stem, "csv") == name
    assert len(safe_name("🎉" * 100, "csv").encode()) < 240


# ----------------------------------------------------------------------------------- for everybody


@pytest.mark.parametrize(
    "batch",
    [
        accepted(),
        pushes.batch(state="rejected", code=1008019),
        pushes.batch(state="unknown", reason="cut"),
        pushes.batch(state="held"),
    ],
    ids=lambda batch: batch.state,
)
def test_every_tab_stop_has_a_name(
    show: Show, nameless: Callable[[QWidget], list[Any]], batch: Batch
) -> None:
    assert nameless(show(batch)) == []


def test_the_page_follows_the_language(show: Show) -> None:
    screen = show(accepted())
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert "Accepted by TPNS" in read(screen)
    assert "Sale tonight" in read(screen)


def test_another_push_takes_the_page(show: Show, desk: FakeDesk, qtbot: QtBot) -> None:
    screen = show(accepted())
    review = pushes.review(builders.draft("account", message__title="Second"))
    desk.answers["batch"] = pushes.batch(review, batch_id="batch2", state="rejected", code=1008019)
    screen.show_batch("batch2")
    qtbot.waitUntil(lambda: screen.state.text() == "Refused")
    assert not screen.figures.isVisible()
    assert "Second" in read(screen)
    assert "Accepted" not in read(screen)
