"""What became of texts: when they begin, which hours are counted, and what is not known."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.send.bench import confirmed_row
from tests.send.builders import draft
from tests.send.conftest import FakeClock, Outside, Run
from tests.send.test_sms_account import FORM, cloud
from tests.store.keyrings import MemoryKeyring
from tpns_desktop.client.sms import hour
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.sms_account import SmsAccount
from tpns_desktop.send.sms_after import After, SmsAfter
from tpns_desktop.send.sms_desk import CloudForm, SmsFailed
from tpns_desktop.send.ways import Places
from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History
from tpns_desktop.store.secrets import SecretStore

SENT = datetime(2026, 11, 21, 2, 20, tzinfo=UTC)
INFO = {
    "delay_trigger_time": 3600,
    "trigger_condition": 1,
    "sms_sign_name": "腾讯云",
    "sms_template_id": "10",
    "sms_app_id": "1400006666",
}
ROWS: dict[str, dict[str, Any]] = {
    "SendStatusStatistics": {
        "SendStatusStatistics": {"FeeCount": 120, "RequestCount": 105, "RequestSuccessCount": 100}
    },
    "CallbackStatusStatistics": {
        "CallbackStatusStatistics": {
            "CallbackCount": 100,
            "CallbackFailCount": 5,
            "CallbackSuccessCount": 95,
            "InvalidNumberCount": 3,
            "ShutdownErrorCount": 2,
        }
    },
    "PullSmsSendStatusByPhoneNumber": {
        "PullSmsSendStatusSet": [
            {"PhoneNumber": "+8613711112222", "UserReceiveTime": 1, "ReportStatus": "FAIL"},
            {"PhoneNumber": "+8613711112222", "UserReceiveTime": 9, "ReportStatus": "SUCCESS"},
        ]
    },
}


class Scene:
    """A history with some pushes, a cloud account, and a clock."""

    def __init__(self, world: Outside) -> None:
        self.world = world
        world.clock = FakeClock(SENT)
        world.answer = cloud(ROWS)
        self.database = open_database(world.folder / "after.db", world.clock.now)
        secrets = SecretStore(lambda: MemoryKeyring())
        places = Places(secrets, lambda _id: None, world.client)
        self.account = SmsAccount(world.settings, secrets, places, world.clock, world.sms_client)
        self.after = After(self.database, self.account, world.clock, world.settings)

    def push(self, batch: str = "b", state: str = "accepted", **changes: Any) -> str:
        """A push that left at `SENT`; `sms` for its texts, None for none."""
        info = changes.pop("sms", INFO)
        body: dict[str, Any] = {"message": {"title": batch}}
        if info is not None:
            body |= {"resend_by_sms": True, "sms_info": info}
        data = json.dumps(body).encode()
        row = confirmed_row(
            changes.pop("id", f"row of {batch}"),
            batch_id=batch,
            body=data,
            body_sha256=hashlib.sha256(data).hexdigest(),
            state="held",
            created_at=SENT,
            **changes,
        )
        with self.database.transaction() as conn:
            history = History(conn)
            history.add([row])
            history.move(row.id, "held", "sending", sent_at=SENT)
            facts = {"push_ids": ("42",)} if state == "accepted" else {}
            history.move(row.id, "sending", state, **facts)
        return batch

    def ask(self, step: Callable[[After], Coroutine[Any, Any, Any]], form: CloudForm = FORM) -> Any:
        async def story() -> Any:
            await self.account.save(form)
            return await step(self.after)

        return asyncio.run(story())

    def found(self, batch: str = "b", form: CloudForm = FORM) -> SmsAfter | None:
        found = self.ask(lambda after: after.after(batch), form)
        assert found is None or isinstance(found, SmsAfter)
        return found


@pytest.fixture
def scene(world: Outside) -> Scene:
    return Scene(world)


def test_a_push_without_texts_has_none(scene: Scene) -> None:
    scene.push("plain", sms=None)
    scene.push("refused", state="rejected")
    assert scene.found("plain") is None
    assert scene.found("refused") is None
    assert scene.found("nowhere") is None


def test_before_push_time_and_wait_nobody_is_asked(scene: Scene) -> None:
    scene.push()
    scene.world.clock.leap(3599)
    found = scene.found()
    assert found is not None
    assert (found.waiting, found.starts_at) == (True, SENT + timedelta(hours=1))
    assert (found.trigger, found.wait_s) == (1, 3600)
    assert not scene.world.requests


def test_a_scheduled_pushs_texts_start_after_its_time(scene: Scene) -> None:
    at = SENT + timedelta(days=1)
    scene.push(schedule_at=at)
    found = scene.found()
    assert found is not None
    assert found.starts_at == at + timedelta(hours=1)
    assert found.waiting


@pytest.mark.parametrize(
    ("later_h", "end_hour", "runs"), [(1.0, 12, True), (2.5, 13, True), (9.0, 16, False)]
)
def test_the_totals_are_over_the_hours_in_which_the_texts_leave(
    later_h: float, end_hour: int, runs: bool, scene: Scene
) -> None:
    scene.push()
    scene.world.clock.leap(later_h * 3600)
    found = scene.found()
    assert found is not None
    # 10:20 in China and an hour's wait: from 11 o'clock on.
    assert found.from_at is not None
    assert found.to_at is not None
    assert hour(found.from_at) == "2026112111"
    assert hour(found.to_at) == f"20261121{end_hour}"
    assert found.open is runs
    assert found.sent is not None
    assert found.receipts is not None
    assert (found.sent.accepted, found.receipts.delivered) == (100, 95)
    assert (found.receipts.wrong_number, found.receipts.switched_off) == (3, 2)
    asked = [json.loads(body) for body in scene.world.bodies]
    # The last hour is named, and counts as a whole.
    hours = {(row["BeginTime"], row["EndTime"]) for row in asked}
    assert hours == {("2026112111", f"20261121{end_hour - 1}")}
    assert {row["SmsSdkAppId"] for row in asked} == {"1400006666"}


def test_the_international_site_is_never_asked_about_a_single_hour(scene: Scene) -> None:
    scene.push()
    scene.world.clock.leap(3700)
    form = CloudForm("international", "ap-singapore", FORM.secret_id, FORM.secret_key)
    found = scene.found(form=form)
    assert found is not None
    assert found.from_at is not None
    assert hour(found.from_at) == "2026112110"


def test_other_pushes_with_texts_in_the_same_hours_are_counted(scene: Scene) -> None:
    scene.push()
    scene.push("same")
    scene.push("other app", sms=INFO | {"sms_app_id": "1400007777"})
    scene.push("much later", sms=INFO | {"delay_trigger_time": 86400})
    scene.push("no texts", sms=None)
    scene.world.clock.leap(2 * 3600)
    found = scene.found()
    assert found is not None
    assert found.other_pushes == 1


def test_both_platforms_are_one_push(scene: Scene) -> None:
    scene.push(id="a")
    scene.push(id="i", platform="ios", access_id="1600012345")
    scene.world.clock.leap(2 * 3600)
    found = scene.found()
    assert found is not None
    assert found.other_pushes == 0


def test_what_cannot_be_read_is_not_called_zero(scene: Scene) -> None:
    scene.push()
    scene.world.clock.leap(2 * 3600)
    scene.world.answer = cloud(error="UnauthorizedOperation.SmsSdkAppIdVerifyFail")
    found = scene.found()
    assert found is not None
    assert (found.sent, found.receipts) == (None, None)
    assert found.trouble is not None
    assert found.trouble.reason == "sms_app"


def test_what_was_sent_stands_although_receipts_cannot_be_read(scene: Scene) -> None:
    scene.push()
    scene.world.clock.leap(2 * 3600)
    scene.world.answer = cloud({"SendStatusStatistics": ROWS["SendStatusStatistics"]})
    found = scene.found()
    assert found is not None
    assert found.sent is not None
    assert found.receipts is None
    assert found.trouble is not None


def test_receipts_of_a_number_are_read_the_last_first(scene: Scene) -> None:
    scene.push()
    scene.world.clock.leap(2 * 3600)
    found = scene.ask(lambda after: after.receipts("b", "+8613711112222"))
    assert [one.delivered for one in found] == [True, False]
    (asked,) = (json.loads(body) for body in scene.world.bodies)
    assert asked["BeginTime"] == int((SENT + timedelta(hours=1)).timestamp())
    assert asked["EndTime"] == int(scene.world.clock.unix())


@pytest.mark.parametrize(("later_h", "reason"), [(0.5, "too_early"), (8 * 24, "too_old")])
def test_receipts_are_not_asked_for_too_early_or_too_late(
    later_h: float, reason: str, scene: Scene
) -> None:
    scene.push()
    scene.world.clock.leap(later_h * 3600)

    async def step(after: After) -> str:
        with pytest.raises(SmsFailed) as failed:
            await after.receipts("b", "+8613711112222")
        return failed.value.reason

    assert scene.ask(step) == reason
    assert not scene.world.requests


def test_practice_sends_texts_at_its_pace_and_tells_of_them(world: Outside, run: Run[Any]) -> None:
    sms = {
        "on": True,
        "delay_s": "3600",
        "trigger": "0",
        "template_id": "2101",
        "app_id": "1400006666",
        "sign_name": "演练商城",
        "params": ["会员", "50元券", "周日"],
    }

    async def story(desk: Desk) -> Any:
        app = await desk.use_practice(world.line)
        await desk.sms.refresh_book(app.id)
        review = await desk.review(app.id, None, draft("all", sms=sms))
        assert review.ready, review.examination.errors
        ticks = set(review.required_ticks)
        batch = await desk.confirm(review, ticks, review.app_name, night_reason="it is a test")
        await world.clock.advance(40)
        before = await desk.sms.after(batch.id)
        world.clock.leap(120)
        return before, await desk.sms.after(batch.id), await desk.sms.setup(app.id)

    before, after, setup = run(story)
    assert before.waiting
    assert (after.waiting, after.practice, after.trouble) == (False, True, None)
    assert after.sent.accepted > 0
    assert after.receipts is not None
    # What was used is remembered, and practice is ready for it.
    assert setup.texted
    assert setup.apps[0].sms_app_id == "1400006666"
    assert setup.steps["numbers"] == setup.steps["authorise"] == "done"


def test_setting_up_is_known_from_what_is_here(run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        return await desk.sms.setup(None)

    setup = run(story)
    assert (setup.account, setup.numbers, setup.texted) == (None, None, False)
    assert (setup.signatures.rows, setup.templates.rows, setup.apps) == ((), (), ())
    assert setup.site == "china"
