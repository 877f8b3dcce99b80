"""The book of tags used before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.rows import NOON, app, later
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import Database
from tpns_desktop.store.errors import UnknownApp
from tpns_desktop.store.tag_book import Tag, TagBook

VIP = Tag(app_id="app-1", tag_type="xg_user_define", tag="vip 会员", added_at=NOON)
HUNAN = Tag(app_id="app-1", tag_type="xg_auto_province", tag="hunan", added_at=NOON)


def test_tags_are_kept_once_for_each_kind_and_app(database: Database) -> None:
    with database.transaction() as conn:
        Apps(conn).add(app("app-2"))
        book = TagBook(conn)
        assert book.add(VIP)
        assert book.add(HUNAN)
        assert book.add(replace(VIP, tag_type="xg_auto_province"))
        assert book.add(replace(VIP, app_id="app-2"))
        assert not book.add(replace(VIP, added_at=later(9)))
        assert book.all("app-1") == [HUNAN, replace(VIP, tag_type="xg_auto_province"), VIP]
        assert book.all("app-2") == [replace(VIP, app_id="app-2")]


def test_a_use_counts_once_a_push_and_adds_what_is_new(database: Database) -> None:
    with database.transaction() as conn:
        book = TagBook(conn)
        book.add(VIP)
        pairs = [(VIP.tag_type, VIP.tag), (HUNAN.tag_type, HUNAN.tag)]
        book.used("app-1", [*pairs, *pairs], later(5))
        book.used("app-1", pairs[:1], later(7))
        book.reached("app-1", *pairs[0], 48_210, later(8))
        assert book.all("app-1") == [
            replace(HUNAN, added_at=later(5), used_at=later(5), uses=1),
            replace(VIP, used_at=later(7), uses=2, reached=48_210, reached_at=later(8)),
        ]


def test_a_removed_tag_is_gone_and_can_come_back_as_it_was(database: Database) -> None:
    with database.transaction() as conn:
        book = TagBook(conn)
        before = replace(VIP, used_at=later(2), uses=7)
        book.add(before)
        assert book.remove("app-1", VIP.tag_type, VIP.tag)
        assert not book.remove("app-1", VIP.tag_type, VIP.tag)
        assert book.get("app-1", VIP.tag_type, VIP.tag) is None
        assert book.add(before)
        assert book.get("app-1", VIP.tag_type, VIP.tag) == before


def test_a_tag_goes_with_its_app_and_does_not_come_without_one(database: Database) -> None:
    with database.transaction() as conn:
        TagBook(conn).add(VIP)
        Apps(conn).remove("app-1")
        assert TagBook(conn).all("app-1") == []
    with pytest.raises(UnknownApp), database.transaction() as conn:
        TagBook(conn).add(VIP)
