"""Lists and uploads in the database, and the one slot that the database itself guards."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update

from tests.store.rows import NOON, later, push
from tpns_desktop.store import tables
from tpns_desktop.store.database import Database
from tpns_desktop.store.errors import IllegalMove
from tpns_desktop.store.history import History
from tpns_desktop.store.lists import ListRow, Lists
from tpns_desktop.store.uploads import Upload, Uploads

SHA = "a" * 64
TEMPLATE = (
    '{"audience_type":"package_account_push","upload_id":0,'
    '"message":{"title":"\\"upload_id\\":0 五折"}}'
).encode()
FILLED = TEMPLATE.replace(b'"upload_id":0', b'"upload_id":77', 1)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def list_row(list_id: str = "list-1", **changes: Any) -> ListRow:
    values: dict[str, Any] = {
        "id": list_id,
        "kind": "account",
        "name": "名单 vip.txt",
        "account_type": 0,
        "path": Path("/data/lists") / f"{SHA}.txt",
        "sha256": SHA,
        "size_bytes": 3,
        "rows": 2,
        "accounts": 2,
        "duplicates": None,
        "verdict": {"outcome": "accept", "code": "ok", "notes": []},
        "first": ("al…ce",),
        "created_at": NOON,
        "checked_at": NOON,
        "original": Path("/home/名单 vip.txt"),
        "original_mtime_ns": 1_700_000_000_123_456_789,
        "original_size_bytes": 3,
    }
    return ListRow(**values | changes)


def to_list(row_id: str = "p", **changes: Any) -> Any:
    values: dict[str, Any] = {
        "body": TEMPLATE,
        "body_sha256": digest(TEMPLATE),
        "list_id": "list-1",
        "list_sha256": SHA,
        "list_bytes": 3,
        "list_accounts": 2,
        "audience_kind": "file",
    }
    return push(row_id, **values | changes)


def fill(database: Database, **changes: Any) -> bool:
    values: dict[str, Any] = {
        "template_sha256": digest(TEMPLATE),
        "body": FILLED,
        "body_sha256": digest(FILLED),
        "upload_id": 77,
    }
    with database.transaction() as conn:
        return History(conn).fill("p", **values | changes)


@pytest.fixture
def confirmed(database: Database) -> Database:
    with database.transaction() as conn:
        History(conn).add([to_list()])
    return database


def test_a_list_comes_back_as_it_was(database: Database) -> None:
    row = list_row(answers=("sci",), used_at=later(5))
    with database.transaction() as conn:
        lists = Lists(conn)
        lists.add(row)
        lists.add(list_row("list-2", created_at=later(1)))
        assert lists.get("list-1") == row
        assert [found.id for found in lists.all()] == ["list-2", "list-1"]
        assert lists.update(list_row(account_type=3))
        lists.used("list-1", later(9))
        assert lists.get("list-1") == list_row(account_type=3, used_at=later(9))
        assert lists.paths() == {row.path}
        assert lists.remove("list-1")
        assert not lists.remove("list-1")
        assert not lists.update(row)


@pytest.mark.parametrize(
    ("verdict", "answers", "usable"),
    [
        ({"outcome": "accept", "code": "ok", "notes": ["dup"]}, (), True),
        ({"outcome": "fix", "code": "heading", "notes": ["dup"]}, (), False),
        ({"outcome": "fix", "code": "heading", "notes": ["dup"]}, ("heading",), True),
        ({"outcome": "fix", "code": "heading", "notes": ["sci"]}, ("heading",), False),
        ({"outcome": "fix", "code": "blank", "notes": ["sci"]}, ("sci", "blank"), False),
        ({"outcome": "fix", "code": "something new", "notes": []}, (), False),
        ({"outcome": "refuse", "code": "sci", "notes": []}, ("sci",), False),
        ({}, (), False),
    ],
    ids=str,
)
def test_only_an_accepted_or_answered_list_is_usable(
    verdict: dict[str, Any], answers: tuple[str, ...], usable: bool
) -> None:
    row = list_row(verdict=verdict, answers=answers)
    assert row.usable is usable
    assert not list_row(verdict=verdict, answers=answers, gone=True).usable
    assert not list_row(verdict=verdict, answers=answers, accounts=0).usable


def test_a_pasted_list_has_no_original(database: Database) -> None:
    row = list_row(original=None, original_mtime_ns=0, original_size_bytes=0)
    with database.transaction() as conn:
        Lists(conn).add(row)
        assert Lists(conn).get(row.id) == row


def test_pushes_to_a_list_are_named_once_each_the_newest_first(database: Database) -> None:
    both = [
        to_list(f"{title}-{platform}", title=title, batch_id=title, platform=platform)
        for title in ("One", "Two")
        for platform in ("android", "ios")
    ]
    with database.transaction() as conn:
        for row in both:
            History(conn).add([replace(row, draft_id=row.batch_id)])
        assert Lists(conn).titles_of_pushes_to("list-1") == ["Two", "One"]


def test_a_copy_is_needed_while_a_push_to_it_is_open_or_unsettled(confirmed: Database) -> None:
    def needed() -> frozenset[str]:
        with confirmed.reading() as conn:
            lists = Lists(conn)
            # The same push by the list that it names; a list that shares the copy is not named.
            assert bool(lists.titles_of_pushes_to("list-1")) is bool(lists.hashes_in_use())
            assert lists.titles_of_pushes_to("list-2") == []
            return lists.hashes_in_use()

    assert needed() == {SHA}
    assert fill(confirmed)
    with confirmed.transaction() as conn:
        for before, after in (("confirmed", "held"), ("held", "sending"), ("sending", "unknown")):
            assert History(conn).move("p", before, after)
    assert needed() == {SHA}
    with confirmed.transaction() as conn:
        assert History(conn).move("p", "unknown", "accepted", settled_by="query")
    assert needed() == frozenset()


def test_an_upload_is_found_under_its_own_file_and_place_alone(database: Database) -> None:
    upload = Upload(SHA, "https://a", "1500", 77, 2, NOON)
    with database.transaction() as conn:
        uploads = Uploads(conn)
        uploads.keep(upload)
        assert uploads.get(SHA, "https://a", "1500") == upload
        for key in (("b" * 64, "https://a", "1500"), (SHA, "https://b", "1500"),
                    (SHA, "https://a", "1600")):  # fmt: skip
            assert uploads.get(*key) is None
        newer = Upload(SHA, "https://a", "1500", 78, 2, later(5))
        uploads.keep(newer)
        assert uploads.get(SHA, "https://a", "1500") == newer


def test_a_slot_is_filled_once(confirmed: Database) -> None:
    assert fill(confirmed)
    with confirmed.reading() as conn:
        row = History(conn).row("p")
    assert row is not None
    assert (row.body, row.body_sha256, row.upload_id) == (FILLED, digest(FILLED), 77)
    assert row.body.decode().count("五折") == 1
    assert not fill(confirmed)
    other = TEMPLATE.replace(b'"upload_id":0', b'"upload_id":78', 1)
    with pytest.raises(IllegalMove), confirmed.transaction() as conn:
        conn.execute(update(tables.pushes).values(body=other, upload_id=78))


@pytest.mark.parametrize(
    "changes",
    [
        {"body": FILLED.replace(b"account", b"token")},
        {"body": FILLED + b" "},
        {"body": TEMPLATE},
        {"upload_id": 78},
        {"upload_id": 0, "body": TEMPLATE},
        {"upload_id": -1, "body": TEMPLATE.replace(b":0,", b":-1,", 1)},
        {"body": FILLED.replace("五折".encode(), "六折".encode())},
    ],
    ids=str,
)
def test_the_database_lets_nothing_else_change(
    confirmed: Database, changes: dict[str, Any]
) -> None:
    with pytest.raises(IllegalMove):
        fill(confirmed, **changes)
    with confirmed.reading() as conn:
        assert History(conn).row("p") == to_list()


def test_other_bytes_than_those_confirmed_are_not_filled(confirmed: Database) -> None:
    assert not fill(confirmed, template_sha256="0" * 64)


def test_a_slot_is_filled_only_while_nothing_is_held(confirmed: Database) -> None:
    with confirmed.transaction() as conn:
        assert History(conn).move("p", "confirmed", "held")
    assert not fill(confirmed)
    with pytest.raises(IllegalMove), confirmed.transaction() as conn:
        conn.execute(
            update(tables.pushes).values(body=FILLED, body_sha256=digest(FILLED), upload_id=77)
        )
    # And with an empty slot it never leaves.
    with pytest.raises(IllegalMove), confirmed.transaction() as conn:
        History(conn).move("p", "held", "sending")


def test_a_filled_row_without_a_list_cannot_be(database: Database) -> None:
    with database.transaction() as conn:
        History(conn).add([to_list(list_sha256=None)])
    with pytest.raises(IllegalMove):
        fill(database)


def test_a_restored_push_to_a_list_is_in_doubt_like_any_other(confirmed: Database) -> None:
    from tpns_desktop.store.sqlite import doubt_open_pushes

    with confirmed.transaction() as conn:
        doubt_open_pushes(conn.connection.driver_connection)
        assert conn.execute(text("SELECT state, reason FROM pushes")).all() == [
            ("unknown", "restored")
        ]
