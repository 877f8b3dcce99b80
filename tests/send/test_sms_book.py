"""The book of texts: what a refresh keeps and marks, what can be typed, balance and numbers."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.send.conftest import Outside, Run
from tests.send.test_sms_account import FORM, LISTS, cloud
from tpns_desktop.model.cloud_sms import GONE
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.sms_desk import (
    BookRefused,
    SignatureForm,
    SmsAppForm,
    SmsFailed,
    TemplateForm,
)


def changed(**rows: dict[str, Any] | None) -> Any:
    """The account's lists with some rows changed: `t10`, `s1` → new fields, None to take it out."""
    lists = copy.deepcopy(LISTS)
    for action, key, letter, id_key in (
        ("DescribeSmsTemplateList", "DescribeTemplateStatusSet", "t", "TemplateId"),
        ("DescribeSmsSignList", "DescribeSignListStatusSet", "s", "SignId"),
    ):
        kept = []
        for row in lists[action][key]:
            news = rows.get(f"{letter}{row[id_key]}", {})
            if news is not None:
                kept.append(row | news)
        lists[action][key] = kept
    return cloud(lists)


def test_the_book_is_used_offline_and_without_an_account(run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.add_template(
            None, TemplateForm(" 2001 ", "Parcel {1} is there, {2}", "Parcel", 1, "notice")
        )
        await desk.sms.add_signature(None, SignatureForm("  Acme ", international=True))
        await desk.sms.add_sms_app(None, SmsAppForm("1400006666", "Main"))
        refreshed = await desk.sms.refresh_book(None)
        return (
            refreshed,
            await desk.sms.templates(None),
            await desk.sms.signatures(None),
            await desk.sms.sms_apps(None),
        )

    refreshed, templates, signatures, apps = run(story)
    assert refreshed.templates.trouble.reason == "no_account"
    (template,) = templates.rows
    assert (template.template_id, template.kind, template.status) == ("2001", "notice", None)
    assert (template.international, template.read_at, templates.read_at) == (1, None, None)
    assert [(s.name, s.international) for s in signatures.rows] == [("Acme", True)]
    assert [(a.sms_app_id, a.name) for a in apps] == [("1400006666", "Main")]


@pytest.mark.parametrize(
    ("form", "problems"),
    [
        (TemplateForm("", ""), {("template_id", "required"), ("content", "required")}),
        (TemplateForm("12a", "x"), {("template_id", "digits")}),
        (TemplateForm("12", "{1} and {3}"), {("content", "gaps")}),
        (TemplateForm("12", "{0}"), {("content", "gaps")}),
        (TemplateForm("12", "x" * 2001), {("content", "length")}),
        (TemplateForm("12", "x", kind="spam"), {("kind", "unknown")}),
        (SignatureForm(" "), {("name", "required")}),
        (SignatureForm("【Acme】"), {("name", "brackets")}),
        (SignatureForm("x" * 101), {("name", "length")}),
        (SmsAppForm(""), {("sms_app_id", "required")}),
        (SmsAppForm("appId"), {("sms_app_id", "digits")}),
    ],
)
def test_what_cannot_go_into_the_book_is_named(
    form: Any, problems: set[tuple[str, str]], run: Run[Any]
) -> None:
    async def story(desk: Desk) -> Any:
        step = {
            TemplateForm: desk.sms.add_template,
            SignatureForm: desk.sms.add_signature,
            SmsAppForm: desk.sms.add_sms_app,
        }[type(form)]
        with pytest.raises(BookRefused) as refused:
            await step(None, form)
        return {(one.field, one.reason) for one in refused.value.problems}

    assert run(story) == problems


def test_a_refresh_keeps_what_was_typed_and_what_was_said(world: Outside, run: Run[Any]) -> None:
    world.answer = cloud(LISTS)

    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        await desk.sms.add_template(None, TemplateForm("777", "typed"))
        await desk.sms.refresh_book(None)
        await desk.sms.set_kind(None, "10", "marketing")
        world.clock.leap(3600)
        again = await desk.sms.refresh_book(None)
        return again, await desk.sms.signatures(None)

    again, signatures = run(story)
    rows = {row.template_id: row for row in again.templates.rows}
    assert set(rows) == {"10", "11", "777"}
    assert (rows["10"].kind, rows["777"].read_at) == ("marketing", None)
    assert (rows["11"].international, rows["11"].status) == (3, -1)
    assert again.templates.read_at == world.clock.now()
    assert again.changed_templates == again.changed_signatures == ()
    assert [(s.name, s.international, s.status) for s in signatures.rows] == [
        ("Acme", True, 1),
        ("腾讯云", False, 0),
    ]


def test_a_refresh_that_fails_leaves_the_book_and_says_why(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        world.answer = cloud(LISTS)
        first = await desk.sms.refresh_book(None)
        world.clock.leap(60)
        world.answer = cloud(error="FailedOperation.NotEnterpriseCertification")
        return first, await desk.sms.refresh_book(None)

    first, second = run(story)
    assert second.templates.rows == first.templates.rows
    assert second.templates.read_at == world.clock.now() - timedelta(seconds=60)
    assert second.templates.trouble.reason == "individual"
    assert second.signatures.trouble is second.templates.trouble


def test_an_empty_region_is_told_from_an_empty_book(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        before = await desk.sms.templates(None)
        world.answer = cloud({})
        return before, (await desk.sms.refresh_book(None)).templates

    before, after = run(story)
    assert (before.nothing_found, after.nothing_found) == (False, True)
    assert after.other_region
    assert after.other_region != after.region


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ({}, ()),
        ({"t10": {"TemplateContent": "a {1} {2}"}}, ("template_changed",)),
        ({"t10": {"StatusCode": -1}}, ("template_status",)),
        ({"t10": None}, ("template_gone",)),
        ({"s1": {"StatusCode": 2}}, ("signature_status",)),
        ({"s1": None}, ("signature_gone",)),
        ({"t10": None, "s1": None}, ("template_gone", "signature_gone")),
        ({"t11": None}, ()),
    ],
)
def test_what_changed_between_the_choice_and_the_push_is_noticed(
    rows: dict[str, Any], found: tuple[str, ...], world: Outside, run: Run[Any]
) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        world.answer = cloud(LISTS)
        await desk.sms.refresh_book(None)
        world.answer = changed(**rows)
        return await desk.sms.recheck(None, "10", "腾讯云"), await desk.sms.templates(None)

    news, book = run(story)
    assert news == found
    if "template_gone" in found:
        (gone,) = [row for row in book.rows if row.template_id == "10"]
        assert (gone.status, gone.content) == (GONE, "a {1}")  # it can still be shown


def test_a_typed_template_that_the_account_does_not_list_is_no_change(
    world: Outside, run: Run[Any]
) -> None:
    world.answer = cloud(LISTS)

    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        await desk.sms.add_template(None, TemplateForm("777", "typed {1}"))
        return await desk.sms.recheck(None, "777", "unknown")

    assert run(story) == ()


def test_a_recheck_that_cannot_ask_says_so(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        with pytest.raises(SmsFailed) as failed:
            await desk.sms.recheck(None, "10", "腾讯云")
        return failed.value.reason

    assert run(story) == "no_account"


def test_a_row_is_forgotten_here_only(run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.add_template(None, TemplateForm("777", "typed"))
        await desk.sms.add_signature(None, SignatureForm("Acme"))
        await desk.sms.add_sms_app(None, SmsAppForm("1400006666"))
        gone = [
            await desk.sms.remove(None, "template", "777"),
            await desk.sms.remove(None, "signature", "Acme"),
            await desk.sms.remove(None, "app", "1400006666"),
            await desk.sms.remove(None, "app", "1400006666"),
        ]
        return gone, (await desk.sms.templates(None)).rows, await desk.sms.sms_apps(None)

    assert run(story) == ([True, True, True, False], (), ())


def test_the_balance_is_what_packages_in_force_have_left(world: Outside, run: Run[Any]) -> None:
    now = int(world.clock.unix())

    def package(number: int, amount: int, used: int, starts: int, ends: int) -> dict[str, int]:
        return {
            "PackageId": number,
            "PackageAmount": amount,
            "CurrentUsage": used,
            "PackageEffectiveTime": now + starts,
            "PackageExpiredTime": now + ends,
        }

    rows = [package(1, 1000, 250, -10, 10), package(2, 500, 0, -20, -10), package(3, 9, 0, 5, 10)]
    world.answer = cloud({"SmsPackagesStatistics": {"SmsPackagesStatisticsSet": rows}})

    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(FORM)
        fresh = await desk.sms.balance(None, "1400006666")
        world.answer = cloud(error="InternalError.Timeout")
        world.clock.leap(600)
        return fresh, await desk.sms.balance(None, "1400006666")

    fresh, stale = run(story)
    assert (fresh.left, fresh.trouble) == (750, None)
    assert (stale.left, stale.read_at, stale.trouble.reason) == (750, fresh.read_at, "service")


def test_the_international_site_does_not_tell_a_balance(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        await desk.sms.save_account(replace(FORM, site="international", region="ap-singapore"))
        return await desk.sms.balance(None, "1400006666")

    balance = run(story)
    assert (balance.left, balance.trouble.reason) == (None, "china_only")
    assert not world.requests


def test_practice_has_a_balance_and_reads_numbers(world: Outside, run: Run[Any]) -> None:
    async def story(desk: Desk) -> Any:
        app = await desk.use_practice(world.line)
        apps = await desk.sms.sms_apps(app.id)
        balance = await desk.sms.balance(app.id, apps[0].sms_app_id)
        return apps, balance, await desk.sms.number_info(app.id, ["+86018845720123", "+00"])

    apps, balance, (good, bad) = run(story)
    assert apps[0].name
    assert balance.trouble is None
    assert balance.left is not None
    assert (good.ok, good.number, good.iso_code) == (True, "+8618845720123", "CN")
    assert not bad.ok
