"""The card Texts that followed: figures named as what they are, and what is not known said so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.send.bench import confirmed_row
from tests.send.builders import draft
from tests.send.catalogue import book, sms
from tests.ui.pushes import FakeDesk
from tpns_desktop.model.cloud_sms import Receipt, ReceiptTotals, SendTotals
from tpns_desktop.send.results import Batch
from tpns_desktop.send.sms_desk import SmsAfter, SmsFailed
from tpns_desktop.send.sms_facts import text_of_draft
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.screens.results.sms_part import SmsPart
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
AT = datetime(2026, 11, 21, 2, tzinfo=UTC)
FOUND = SmsAfter(
    trigger=1,
    wait_s=3600,
    sms_app_id="1400006666",
    template_id="10",
    signature="Acme",
    starts_at=AT + timedelta(minutes=20),
    from_at=AT,
    to_at=AT + timedelta(hours=4),
    sent=SendTotals(messages=120, requested=105, accepted=100),
    receipts=ReceiptTotals(100, 95, 5, wrong_number=3, switched_off=2),
    read_at=AT + timedelta(hours=5),
)


def batch(batch_id: str = "b", *, texts: bool = True, state: str = "accepted") -> Batch:
    body = b'{"resend_by_sms":true,"sms_info":{}}' if texts else b"{}"
    return Batch(batch_id, (confirmed_row(batch_id=batch_id, body=body, state=state),))


@pytest.fixture
def part(session: Session, desk: FakeDesk, theme: Theme, qtbot: QtBot) -> SmsPart:
    desk.answers["sms.after"] = FOUND
    made = SmsPart(session)
    qtbot.addWidget(made)
    made.resize(800, 420)
    return made


def shown(part: SmsPart, qtbot: QtBot, **given: Any) -> None:
    part.show_batch(batch(**given))
    qtbot.waitUntil(part.isVisible)
    qtbot.waitUntil(part.read.isEnabled)


def facts(part: SmsPart) -> dict[str, str]:
    return dict(part.facts.facts())


def test_a_push_without_texts_has_no_such_card(part: SmsPart, desk: FakeDesk, qtbot: QtBot) -> None:
    part.show_batch(batch(texts=False))
    part.show_batch(batch("held", state="held"))
    assert not desk.calls("sms.after")
    assert part.isHidden()
    shown(part, qtbot)
    part.show_batch(batch("other", texts=False))
    assert part.isHidden()


def test_the_figures_are_named_as_the_apps_total(part: SmsPart, qtbot: QtBot) -> None:
    shown(part, qtbot)
    assert part.hours.text().startswith(
        "All texts of SMS app 1400006666 between 10:00 and 14:00 on Sat 21 Nov"
    )
    assert "1 hour" in part.accessibleDescription()
    assert facts(part) == {
        "Sent": "100 of 105 numbers",
        "Delivered": "95 of 100 that carriers reported (95.0%)",
        "Not delivered": "5 (no such number: 3, phone off or no service: 2)",
    }
    assert "by SMS app, not by push" in part.mixed.text()
    assert part.state.isHidden()
    assert part.trouble.isHidden()


def test_hours_that_reach_into_the_next_day_say_so(
    part: SmsPart, desk: FakeDesk, qtbot: QtBot
) -> None:
    late = AT + timedelta(hours=12)
    desk.answers["sms.after"] = replace(
        FOUND, from_at=late, to_at=late + timedelta(hours=4), other_pushes=2, open=True
    )
    shown(part, qtbot)
    assert "between 22:00 and Sun 22 Nov 02:00 on Sat 21 Nov" in part.hours.text()
    assert "2 other push" in part.mixed.text()
    assert "will grow" in part.read_at.text()


def test_before_the_first_text_nothing_is_counted(
    part: SmsPart, desk: FakeDesk, qtbot: QtBot
) -> None:
    soon = datetime.now(UTC) + timedelta(hours=3)
    desk.answers["sms.after"] = SmsAfter(2, 7200, "1400006666", "10", "Acme", soon)
    shown(part, qtbot)
    assert part.state.text().startswith("The first texts leave at ")
    assert "tapped" in part.accessibleDescription()
    for widget in (part.hours, part.facts, part.mixed, part.read, part.one):
        assert widget.isHidden()


def test_what_is_not_known_is_not_shown_as_none(
    part: SmsPart, desk: FakeDesk, qtbot: QtBot
) -> None:
    failed = SmsFailed("no_account")
    desk.answers["sms.after"] = replace(FOUND, sent=None, receipts=None, trouble=failed)
    shown(part, qtbot)
    assert part.facts.isHidden()
    assert "not known" in part.trouble.text()
    assert "No cloud account" in part.trouble.text()
    failed = SmsFailed("service", code="InternalError.Timeout", request_id="r-1")
    desk.answers["sms.after"] = replace(FOUND, receipts=None, trouble=failed)
    qtbot.mouseClick(part.read, LEFT)
    qtbot.waitUntil(lambda: "r-1" in part.details.text())
    assert facts(part) == {"Sent": "100 of 105 numbers", "Delivered": "Not known"}
    assert "InternalError" not in part.trouble.text()


def test_receipts_of_one_number_are_looked_up(part: SmsPart, desk: FakeDesk, qtbot: QtBot) -> None:
    shown(part, qtbot)
    qtbot.mouseClick(part.one.button, LEFT)
    qtbot.keyClicks(part.number, "13711112222")
    qtbot.mouseClick(part.look, LEFT)
    assert "country code" in part.receipts.text()
    assert not desk.calls("sms.receipts")
    number = "+8613711112222"
    desk.answers["sms.receipts"] = [
        Receipt(number, AT, True, "DELIVRD"),
        Receipt(number, AT, False, "MK:0001"),
    ]
    part.number.clear()
    qtbot.keyClicks(part.number, number)
    qtbot.keyClick(part.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "✓ Delivered" in part.receipts.text())
    assert desk.calls("sms.receipts") == [("b", number)]
    assert "✕ Not delivered" in part.receipts.text()
    assert "“MK:0001”" in part.receipts.text()
    desk.answers["sms.receipts"] = []
    qtbot.mouseClick(part.look, LEFT)
    qtbot.waitUntil(lambda: "No carrier" in part.receipts.text())
    desk.answers["sms.receipts"] = SmsFailed("too_old")
    qtbot.waitUntil(part.look.isEnabled)
    qtbot.mouseClick(part.look, LEFT)
    qtbot.waitUntil(lambda: "seven days" in part.receipts.text())


def test_another_push_begins_empty(part: SmsPart, desk: FakeDesk, qtbot: QtBot) -> None:
    shown(part, qtbot)
    part.number.setText("+8613711112222")
    desk.answers["sms.after"] = replace(FOUND, sms_app_id="1400007777")
    shown(part, qtbot, batch_id="c")
    qtbot.waitUntil(lambda: "1400007777" in part.hours.text())
    assert part.number.text() == ""
    assert [asked[0] for asked in desk.calls("sms.after")] == ["b", "c"]


def test_every_stop_has_a_name_in_both_languages(
    part: SmsPart,
    languages: Languages,
    nameless: Callable[[QWidget], list[Any]],
    qtbot: QtBot,
) -> None:
    shown(part, qtbot)
    part.one.set_open(True)
    assert nameless(part) == []
    languages.apply("zh_CN")
    assert nameless(part) == []


def test_in_practice_a_drawn_phone_shows_the_text_from_when_it_left(
    part: SmsPart, desk: FakeDesk, qtbot: QtBot
) -> None:
    made = draft("all", **sms(sign_name="Acme", params=["a tent"]))
    text = text_of_draft(made, book()["sms"])
    desk.answers["sms.after"] = replace(FOUND, practice=True, text=text, platform="ios")
    shown(part, qtbot)
    assert part.phone.isVisible()
    assert "iPhone" in part.phone.accessibleName()
    said = part.phone.accessibleDescription()
    assert "Text: 【Acme】Won a tent." in said
    assert "100 text" in said
    for other in (
        replace(FOUND, practice=True, text=text, from_at=None),  # it has not left
        replace(FOUND, practice=True),  # its words are not known
        replace(FOUND, text=text),  # real phones are nobody's to show
    ):
        desk.answers["sms.after"] = other
        part.read.click()
        qtbot.waitUntil(lambda: not part.phone.isVisible())
        desk.answers["sms.after"] = replace(FOUND, practice=True, text=text)
        part.read.click()
        qtbot.waitUntil(part.phone.isVisible)
