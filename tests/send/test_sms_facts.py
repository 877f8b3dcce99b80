"""What a draft's text will be, and where a button moves it to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.send.builders import context, draft
from tests.send.catalogue import NIGHT, at, book, sign, sms
from tpns_desktop.send.checks import examine
from tpns_desktop.send.sms_facts import text_of_draft


def finding(id: str, made: dict[str, Any], **around: Any) -> Any:
    found = [one for one in examine(made, context(**around)).findings if one.id == id]
    assert len(found) == 1
    return found[0].params


def test_the_most_it_can_cost_is_messages_times_people() -> None:
    made = draft("account", **sms(sign_name="Acme", params=["a" * 70]))
    params = finding("sms.cost", made, **book())
    assert params == {"count": 2, "state": "account_each", "each": 2, "total": 4}


def test_the_wait_ends_when_marketing_texts_may_go_out() -> None:
    made = draft(**sms(delay_s="3600") | at(NIGHT))
    params = finding("sms.hours", made, **book(kind="marketing"))
    due = NIGHT + timedelta(seconds=int(params["wait"]))
    assert (due + timedelta(hours=8)).strftime("%H:%M") == "08:00"
    made = draft(**sms(delay_s=params["wait"]) | at(NIGHT))
    told = {one.id for one in examine(made, context(**book(kind="marketing"))).findings}
    assert "sms.hours" not in told


@pytest.mark.parametrize(
    ("numbers", "international", "away"),
    [("+8613711112222\n+85291234567", 0, 1), ("+8613711112222\n+85291234567", 1, 1)],
)
def test_numbers_of_the_other_side_are_counted(numbers: str, international: int, away: int) -> None:
    made = draft("account", **sms(params=["a"]))
    made["audience"]["account"] |= {"text": numbers, "account_type": "1002"}
    params = finding("sms.side", made, **book(international=international))
    assert params["count"] == away


def test_a_template_for_both_sides_reads_as_its_signature_does() -> None:
    made = draft(**sms(sign_name="Acme", params=["a"]))
    signs = sign(international=True)
    text = text_of_draft(made, context(**book(signs, international=3)).sms)
    assert text is not None
    assert text.text == "[Acme]Won a."
    assert text_of_draft(draft(), context(**book()).sms) is None
