"""The facts of the review are those of the frozen bytes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.send.builders import app, context, draft, plan
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.checks import examine
from tpns_desktop.send.review import FrozenPush, SmsFacts, TagRow, facts_of, freeze, sha256_of

URL = "https://api.tpns.tencent.com"


def frozen(*changes: Any, **named: Any) -> dict[str, FrozenPush]:
    examined = examine(draft(*changes, **named), context(plan=plan()))
    return {row.platform: row for row in freeze(examined, app(), URL)}


def test_a_frozen_request_names_its_bytes_and_its_way() -> None:
    rows = frozen()
    android, ios = rows["android"], rows["ios"]
    assert (android.url, android.access_id, android.environment) == (URL, "1500012345", None)
    assert (ios.access_id, ios.environment) == ("1600012345", "product")
    assert android.body_sha256 == sha256_of(android.body) != ios.body_sha256
    assert len(android.body_sha256) == 64


def test_nothing_is_frozen_while_an_error_stands() -> None:
    assert frozen(message__title="") == {}
    assert frozen(plan="gone") == {}


def test_everyone_now() -> None:
    facts = frozen()["ios"].facts
    assert (facts.audience_type, facts.count, facts.first) == ("all", None, ())
    assert (facts.title, facts.content) == ("Sale tonight", "Everything is cheaper until midnight.")
    assert (facts.send_time, facts.expire_s, facts.environment) == (None, 86400, "product")
    assert (facts.link, facts.link_kind, facts.sms, facts.plan_id) == (None, "app", None, None)


def test_accounts_with_their_type_and_reach() -> None:
    text = "\n".join(f"+86137000000{n:02}" for n in range(30))
    facts = frozen(
        "account",
        audience__account={"text": text, "account_type": "1002", "push_type": "1"},
    )["android"].facts
    assert (facts.audience_type, facts.count) == ("account_list", 30)
    assert (facts.account_type, facts.account_push_type) == (1002, 1)
    assert facts.first == tuple(f"+86137000000{n:02}" for n in range(20))


def test_devices() -> None:
    rows = frozen("device")
    assert list(rows) == ["android"]
    assert (rows["android"].facts.audience_type, rows["android"].facts.count) == ("token_list", 1)


def test_tag_rules_read_back_as_rows_and_groups() -> None:
    rows = [
        {"tag_type": "xg_user_define", "match": "any", "tags": ["a", "b"]},
        {"tag_type": "xg_auto_province", "match": "none", "tags": ["hunan"]},
    ]
    other = [{"tag_type": "xg_user_define", "match": "all", "tags": ["c", "d"]}]
    facts = frozen("tag", audience__tag__groups=[rows, other])["android"].facts
    assert facts.tag_groups == (
        (
            TagRow("xg_user_define", ("a", "b"), "any"),
            TagRow("xg_auto_province", ("hunan",), "none"),
        ),
        (TagRow("xg_user_define", ("c", "d"), "all"),),
    )


def test_time_link_plan_and_sms() -> None:
    sms = empty_draft()["sms"] | {
        "on": True, "delay_s": "600", "template_id": "12", "app_id": "14", "params": ["x"],
    }  # fmt: skip
    facts = frozen(
        schedule__kind="at",
        schedule__at="2026-11-20T09:30",
        message__tap={"kind": "web", "url": "https://example.com/a?b=c", "page": ""},
        plan="plan1",
        sms=sms,
    )["android"].facts
    assert facts.send_time == datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    assert (facts.link, facts.link_kind) == ("https://example.com/a?b=c", "web")
    assert facts.plan_id == "48"
    assert facts.sms == SmsFacts(600, 1, "12", "14", "", ("x",))


def test_a_page_of_the_app() -> None:
    facts = frozen(message__tap={"kind": "page", "url": "", "page": "shop://orders"})[
        "android"
    ].facts
    assert (facts.link, facts.link_kind) == ("shop://orders", "page")


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"\xff"])
def test_what_is_no_push_is_not_read(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each reader has words of its own
        facts_of(body)


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_title_and_text_come_back_character_for_character(title: str, content: str) -> None:
    for row in frozen(message__title=title, message__content=content).values():
        assert (row.facts.title, row.facts.content) == (title, content)
