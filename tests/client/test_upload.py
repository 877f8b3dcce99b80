"""Uploading a file: what is on the wire, and what every way of breaking off means.

Cases U01 to U03 of the hostile packages are here. The server is raw sockets, so that it can break
off anywhere; practice reads the form as a stranger would.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from socket import socket as Socket  # noqa: N812
from typing import Any

import httpx
import pytest

from tests.net.servers import FaultServer, MakeServer, Script, after_body, answer, wait
from tpns_desktop.client import (
    BadAnswer,
    ClientError,
    NotSent,
    Refused,
    Secret,
    TpnsClient,
    practice_access_point,
)
from tpns_desktop.client.upload import name_problem
from tpns_desktop.packages import snapshot
from tpns_desktop.packages.verdict import Refusal
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import World

ACCESS_ID = "1500012345"
KEY_TEXT = "canary0123456789abcdefcanary9876"
BASIC = "Basic MTUwMDAxMjM0NTpjYW5hcnkwMTIzNDU2Nzg5YWJjZGVmY2FuYXJ5OTg3Ng=="
UPLOAD = "POST /v3/push/package/upload"
CONTENT = b"user000001\nuser000002\n"
BIG = 8 << 20
"""More than the sockets of both sides hold, so a server that does not read is noticed."""
GIVEN = answer(b'{"retCode":0,"errMsg":"NO_ERROR","uploadId":11231}')


def _upload(
    url: str,
    blocks: Any = None,
    *,
    name: str = "accounts.txt",
    size_bytes: int | None = None,
    progress: Any = None,
    **given: Any,
) -> Any:
    """The id, or whatever was raised instead of one."""

    async def upload() -> Any:
        async with TpnsClient(practice_access_point(url), ACCESS_ID, Secret(KEY_TEXT)) as client:
            try:
                content = iter([CONTENT]) if blocks is None else blocks
                size = len(CONTENT) if size_bytes is None else size_bytes
                return await client.upload(name, size, content, progress, **given)
            except Exception as error:
                return error

    return asyncio.run(upload())


def _headers(head: bytes) -> Message:
    return BytesParser().parsebytes(head.partition(b"\r\n")[2])


def _form(server: FaultServer) -> tuple[str, bytes]:
    """File name and content of the form that arrived, as Python's own mail parser reads it."""
    ((head,), (body,)) = server.heads, server.bodies
    kind = _headers(head)["Content-Type"].encode()
    (part,) = BytesParser().parsebytes(b"Content-Type: " + kind + b"\r\n\r\n" + body).get_payload()
    assert isinstance(part, Message)
    raw = body.split(b"\r\n", 2)[1].decode()
    content = body.partition(b"\r\n\r\n")[2].rpartition(b"\r\n--")[0]
    assert part.get_param("name", header="content-disposition") == "file"
    return raw.partition('filename="')[2].removesuffix('"'), content


# --------------------------------------------------------------------------- what succeeds


def test_what_is_on_the_wire(fault_server: MakeServer) -> None:
    server = fault_server(after_body(GIVEN))
    assert _upload(server.url) == 11231
    server.stop()
    (head,), (body,) = server.heads, server.bodies
    assert head.startswith(b"POST /v3/push/package/upload HTTP/1.1\r\n")
    headers = _headers(head)
    # Always by this scheme, though the client signs its pushes.
    assert headers["Authorization"] == BASIC
    assert headers["Sign"] is None
    assert headers["Content-Length"] == str(len(body))
    assert headers.get_content_type() == "multipart/form-data"
    assert headers["Transfer-Encoding"] is None
    assert headers["Accept-Encoding"] == "identity"
    assert headers["Connection"] == "close"
    assert headers["Expect"] is None
    assert _form(server) == ("accounts.txt", CONTENT)


@pytest.mark.parametrize(
    "name", ["名单 2026 春季.txt", "🎉 😀.csv", "a b;c=d&e'f%22.txt", "ü.zip", "n" * 96 + ".txt"]
)
def test_a_name_is_kept_as_it_is(fault_server: MakeServer, name: str) -> None:
    server = fault_server(after_body(GIVEN))
    assert _upload(server.url, name=name) == 11231
    server.stop()
    assert _form(server) == (name, CONTENT)


@pytest.mark.parametrize(
    "name",
    [
        'a".txt',
        'a"; filename="b.txt',
        "a\r\nX-Header: 1.txt",
        "a\n.txt",
        "a\0.txt",
        "a\x85b.txt",
        "a\u2028b.txt",
        "a\\",
        "a\ud800.txt",
        "",
        "n" * 101,
    ],
)
def test_a_name_that_could_alter_the_form_is_never_sent(
    fault_server: MakeServer, name: str
) -> None:
    server = fault_server(after_body(GIVEN))
    error = _upload(server.url, name=name)
    server.stop()
    assert (type(error), error.reason) == (NotSent, "bad_file_name")
    assert not error.may_pass
    assert server.connections == 0
    assert name_problem(name)


def test_blocks_of_any_size_come_out_as_they_went_in(fault_server: MakeServer) -> None:
    blocks = [b"", b"a", b"b" * 300_000, b"", b"\r\n--", b"c" * (1 << 20)]
    content = b"".join(blocks)

    async def slowly() -> AsyncIterator[bytes]:
        for block in blocks:
            await asyncio.sleep(0)
            yield block

    for given in (iter(blocks), slowly()):
        server = fault_server(after_body(GIVEN))
        assert _upload(server.url, given, size_bytes=len(content)) == 11231
        server.stop()
        assert _form(server)[1] == content


def test_progress_tells_bytes_of_the_file_and_ends_at_its_size(fault_server: MakeServer) -> None:
    told: list[int] = []
    blocks = iter([b"x" * (1 << 20)] * 8)
    server = fault_server(after_body(GIVEN))
    assert _upload(server.url, blocks, size_bytes=BIG, progress=told.append) == 11231
    server.stop()
    assert told == sorted(set(told))
    assert told[-1] == BIG
    assert len(told) >= 8


def test_each_upload_has_a_connection_of_its_own(fault_server: MakeServer) -> None:
    def keep_open(server: FaultServer, connection: Socket) -> None:
        while True:
            server.read_request(connection)
            connection.sendall(GIVEN)

    server = fault_server(keep_open)

    async def twice() -> None:
        point = practice_access_point(server.url)
        async with TpnsClient(point, ACCESS_ID, Secret(KEY_TEXT)) as client:
            for _ in range(2):
                assert await client.upload("a.txt", len(CONTENT), iter([CONTENT])) == 11231

    asyncio.run(twice())
    server.stop()
    assert (server.connections, len(server.bodies)) == (2, 2)


def test_what_practice_gave_an_id_for_can_be_pushed_to() -> None:
    world = World(Population(devices=400), Rules())
    accounts = "\r\n".join(world.population.known().accounts).encode()
    blocks = (accounts[at : at + 7] for at in range(0, len(accounts), 7))
    keys = world.applications["android"].credentials
    push = {
        "audience_type": "package_account_push",
        "message_type": "notify",
        "message": {"title": "Order shipped", "content": "Parcel 4711"},
    }

    async def use() -> None:
        async with TpnsClient(
            practice_access_point("http://127.0.0.1:4711"),
            keys.access_id,
            Secret(keys.secret_key),
            transport=httpx.ASGITransport(PracticeService(world)),
        ) as client:
            upload_id = await client.upload("名单 春季.csv", len(accounts), blocks)
            answer = await client.push(json.dumps(push | {"upload_id": upload_id}).encode())
            (record,) = await client.push_records(answer.push_ids[0])
            assert record.upload_id == upload_id
            for content, code in ((b"", 1008012), (b"a,b\n", 1008011)):
                with pytest.raises(Refused) as caught:
                    await client.upload("a.csv", len(content), iter([content]))
                assert caught.value.code == code

    asyncio.run(use())


# -------------------------------------------------------------------------------- answers


@pytest.mark.parametrize(
    ("value", "upload_id"), [("1", 1), ('"11231"', 11231), (str(2**63 - 1), 2**63 - 1)]
)
def test_a_positive_whole_number_is_an_id(
    fault_server: MakeServer, value: str, upload_id: int
) -> None:
    server = fault_server(after_body(answer(f'{{"retCode":0,"uploadId":{value}}}'.encode())))
    assert _upload(server.url) == upload_id


@pytest.mark.parametrize(
    "value",
    [
        "0",
        "-1",
        "1.0",
        "1e3",
        "true",
        "null",
        '""',
        '"0"',
        '"007"',
        '"-5"',
        '"1.0"',
        '"abc"',
        '" 1"',
        '"\u0661"',
        "[11231]",
        "{}",
        str(2**63),
    ],
)
def test_u03_anything_else_is_no_id(fault_server: MakeServer, value: str) -> None:
    server = fault_server(after_body(answer(f'{{"retCode":0,"uploadId":{value}}}'.encode())))
    error = _upload(server.url)
    server.stop()
    assert (type(error), error.reason, error.status) == (BadAnswer, "bad_upload_id", 200)
    assert error.request == UPLOAD


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (b'{"retCode":0}', "bad_upload_id"),
        (b'{"retCode":0,"uploadId":1,"uploadId":2}', "repeated_keys"),
        (b'{"uploadId":11231}', "no_code"),
        (b"[]", "not_object"),
        (b"<html>", "not_json"),
        (b"", "not_json"),
    ],
)
def test_u03_an_answer_that_cannot_be_used_gives_no_id(
    fault_server: MakeServer, told: bytes, reason: str
) -> None:
    server = fault_server(after_body(answer(told)))
    error = _upload(server.url)
    server.stop()
    assert (type(error), error.reason) == (BadAnswer, reason)
    assert len(server.bodies) == 1


def test_an_endless_answer_is_left_at_its_cap(fault_server: MakeServer) -> None:
    server = fault_server(after_body(answer(b" " * (64 * 1024 + 1))))
    error = _upload(server.url)
    server.stop()
    assert (type(error), error.reason) == (BadAnswer, "answer_too_large")


def test_a_refusal_comes_with_its_code(fault_server: MakeServer) -> None:
    told = b'{"retCode":1008012,"errMsg":"upload empty file"}'
    server = fault_server(after_body(answer(told)))
    error = _upload(server.url)
    server.stop()
    assert (type(error), error.code, error.text) == (Refused, 1008012, "upload empty file")


def test_a_redirect_is_not_followed(fault_server: MakeServer) -> None:
    def redirect(server: FaultServer, connection: Socket) -> None:
        server.read_request(connection)
        place = f"Location: {server.url}/v3/push/package/upload\r\n"
        connection.sendall(answer(b"", status="307 Temporary", headers=place))

    server = fault_server(redirect)
    error = _upload(server.url)
    server.stop()
    assert (type(error), error.reason, error.status) == (BadAnswer, "http_status", 307)
    assert server.posts == 1


# ---------------------------------------------------------------------------- breaking off


def _read_some(server: FaultServer, connection: Socket, size: int = 1 << 20) -> None:
    server.read_head(connection)
    while size > 0:
        size -= len(connection.recv(65536))


def _reset_in_the_middle(server: FaultServer, connection: Socket) -> None:
    _read_some(server, connection)
    server.reset(connection)


def _close_in_the_middle(server: FaultServer, connection: Socket) -> None:
    _read_some(server, connection)


def _blocks() -> Iterator[bytes]:
    return iter([b"x" * (1 << 20)] * (BIG >> 20))


@pytest.mark.parametrize("script", [_reset_in_the_middle, _close_in_the_middle])
def test_u01_a_connection_lost_in_the_middle_may_be_tried_again(
    fault_server: MakeServer, script: Script
) -> None:
    server = fault_server(script)
    error = _upload(server.url, _blocks(), size_bytes=BIG)
    server.stop()
    assert (type(error), error.reason) == (BadAnswer, "cut")
    assert (server.bodies, server.posts) == ([], 1)
    again = fault_server(after_body(GIVEN))
    assert _upload(again.url, _blocks(), size_bytes=BIG) == 11231


class Hasty(httpx.AsyncBaseTransport):
    """A service that answers once it has seen the first bytes of the form."""

    def __init__(self, told: bytes) -> None:
        self.told = told

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        async for _part in request.stream:
            break
        return httpx.Response(200, content=self.told)


@pytest.mark.parametrize(
    ("told", "kind", "reason"),
    [
        (b'{"retCode":0,"uploadId":11231}', BadAnswer, "cut"),
        (b'{"retCode":1008003,"errMsg":"auth failure"}', Refused, "refused"),
    ],
)
def test_an_answer_before_the_end_may_refuse_but_gives_no_id(
    told: bytes, kind: type[ClientError], reason: str
) -> None:
    async def upload() -> None:
        point = practice_access_point("http://127.0.0.1:4711")
        async with TpnsClient(point, ACCESS_ID, Secret(KEY_TEXT), transport=Hasty(told)) as client:
            await client.upload("a.txt", len(CONTENT), iter([CONTENT]))

    with pytest.raises(kind) as caught:
        asyncio.run(upload())
    assert caught.value.reason == reason


@pytest.mark.parametrize("reset", [False, True])
def test_u02_an_answer_that_is_lost_gives_no_id(fault_server: MakeServer, reset: bool) -> None:
    ids = iter([b"1", b"2"])

    def forgetful(server: FaultServer, connection: Socket) -> None:
        server.read_request(connection)
        told = answer(b'{"retCode":0,"uploadId":%b}' % next(ids))
        if len(server.bodies) == 1:
            # All of it but the last byte, then nothing.
            connection.sendall(told[:-1])
            if reset:
                server.reset(connection)
            return
        connection.sendall(told)

    server = fault_server(forgetful)
    error = _upload(server.url)
    assert isinstance(error, BadAnswer)
    assert error.reason == "cut"
    assert _upload(server.url) == 2
    server.stop()
    assert len(server.bodies) == 2


def test_a_refused_port_is_not_sent(free_port: int) -> None:
    error = _upload(f"http://127.0.0.1:{free_port}")
    assert (type(error), error.reason, error.request) == (NotSent, "refused_connection", UPLOAD)


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        ({"stall_s": 0.2}, "write_timeout"),
        ({"deadline_s": 0.3}, "deadline"),
    ],
)
def test_a_service_that_takes_nothing_is_left(
    fault_server: MakeServer, times: dict[str, float], reason: str
) -> None:
    server = fault_server(wait)
    error = _upload(server.url, _blocks(), size_bytes=BIG, **times)
    server.stop()
    assert (type(error), error.reason) == (BadAnswer, reason)


def test_a_service_that_never_answers_is_left(fault_server: MakeServer) -> None:
    def silent(server: FaultServer, connection: Socket) -> None:
        server.read_request(connection)
        wait(server, connection)

    server = fault_server(silent)
    error = _upload(server.url, read_s=0.2)
    server.stop()
    assert (type(error), error.reason) == (BadAnswer, "read_timeout")


def test_the_clients_own_deadline_is_not_for_uploads(fault_server: MakeServer) -> None:
    server = fault_server(after_body(GIVEN))

    async def upload() -> int:
        point = practice_access_point(server.url)
        async with TpnsClient(point, ACCESS_ID, Secret(KEY_TEXT), deadline_s=1e-9) as client:
            return await client.upload("a.txt", len(CONTENT), iter([CONTENT]))

    assert asyncio.run(upload()) == 11231


# ----------------------------------------------------------------------- the caller's blocks


class Altered(Exception):
    """As a copy says whose bytes are not those that were checked."""


def test_what_the_blocks_raise_comes_out_and_the_form_never_completes(
    fault_server: MakeServer,
) -> None:
    closed = threading.Event()

    def altered() -> Iterator[bytes]:
        try:
            yield CONTENT
            raise Altered
        finally:
            closed.set()

    async def later() -> AsyncIterator[bytes]:
        yield CONTENT
        raise Altered

    for blocks in (altered(), later()):
        server = fault_server(after_body(GIVEN))
        error = _upload(server.url, blocks, size_bytes=2 * len(CONTENT))
        server.stop()
        assert type(error) is Altered
        assert server.bodies == []
        _assert_no_secret(error)
    assert closed.is_set()


@pytest.mark.parametrize("off_by", [-1, 1])
def test_another_size_than_said_never_completes(fault_server: MakeServer, off_by: int) -> None:
    server = fault_server(after_body(GIVEN))
    error = _upload(server.url, size_bytes=len(CONTENT) + off_by)
    server.stop()
    assert type(error) is ValueError
    assert server.bodies == []


def test_a_copy_altered_after_the_check_is_not_uploaded(
    fault_server: MakeServer, tmp_path: Path
) -> None:
    original = tmp_path / "list.txt"
    original.write_bytes(b"user000001\n" * 200_000)
    (tmp_path / "copies").mkdir()
    copy = snapshot.take(original, tmp_path / "copies")
    server = fault_server(after_body(GIVEN))
    blocks = snapshot.read_verified(copy)
    assert _upload(server.url, blocks, name=copy.name, size_bytes=copy.size_bytes) == 11231
    server.stop()
    assert _form(server) == ("list.txt", original.read_bytes())

    with copy.path.open("r+b") as file:
        file.seek(5)
        file.write(b"9")
    server = fault_server(after_body(GIVEN))
    blocks = snapshot.read_verified(copy)
    error = _upload(server.url, blocks, name=copy.name, size_bytes=copy.size_bytes)
    server.stop()
    assert isinstance(error, Refusal)
    assert error.code == "changed"
    assert server.bodies == []


def test_what_progress_raises_ends_the_upload(fault_server: MakeServer) -> None:
    def stop(sent: int) -> None:
        raise Altered

    server = fault_server(after_body(GIVEN))
    assert type(_upload(server.url, progress=stop)) is Altered
    server.stop()
    assert server.bodies == []


def test_a_cancelled_upload_ends_at_once_and_lets_go_of_the_blocks(
    fault_server: MakeServer,
) -> None:
    closed = threading.Event()

    def endless() -> Iterator[bytes]:
        try:
            while True:
                yield b"x" * (1 << 20)
        finally:
            closed.set()

    server = fault_server(wait)

    async def cancel() -> None:
        moved = asyncio.Event()
        point = practice_access_point(server.url)
        async with (
            TpnsClient(point, ACCESS_ID, Secret(KEY_TEXT)) as client,
            asyncio.TaskGroup() as group,
        ):
            upload = client.upload("a.txt", 1 << 30, endless(), lambda sent: moved.set())
            task = group.create_task(upload)
            await moved.wait()
            task.cancel()
        assert task.cancelled()

    asyncio.run(cancel())
    server.stop()
    assert closed.wait(5)
    assert server.bodies == []


def test_a_cancelled_upload_does_not_wait_for_a_block_that_never_comes(
    fault_server: MakeServer,
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def stuck() -> Iterator[bytes]:
        yield CONTENT
        asked.set()
        go_on.wait(20)
        yield CONTENT

    server = fault_server(wait)

    async def cancel() -> None:
        moved = asyncio.Event()
        point = practice_access_point(server.url)
        async with TpnsClient(point, ACCESS_ID, Secret(KEY_TEXT)) as client:
            upload = client.upload("a.txt", 1 << 20, stuck(), lambda sent: moved.set())
            async with asyncio.TaskGroup() as group:
                task = group.create_task(upload)
                await moved.wait()
                task.cancel()
            assert task.cancelled()
            assert not go_on.is_set()
            go_on.set()

    asyncio.run(cancel())
    server.stop()
    assert asked.is_set()


def test_blocks_are_read_no_further_than_the_service_takes_them(
    fault_server: MakeServer,
) -> None:
    """Else a slow line would gather the whole file in memory, and Cancel would come late."""
    taken, read = threading.Event(), 0

    def counted() -> Iterator[bytes]:
        nonlocal read
        for block in _blocks():
            read += 1
            yield block

    def hesitant(server: FaultServer, connection: Socket) -> None:
        taken.wait(20)
        server.read_request(connection)
        connection.sendall(GIVEN)

    server = fault_server(hesitant)
    ahead: list[int] = []

    def progress(sent: int) -> None:
        ahead.append(read - (sent >> 20))
        if len(ahead) == 1:
            taken.set()

    assert _upload(server.url, counted(), size_bytes=BIG, progress=progress) == 11231
    server.stop()
    assert len(ahead) == read == BIG >> 20
    assert max(ahead) <= 2


# --------------------------------------------------------------------------------- secrets


def _assert_no_secret(error: BaseException) -> None:
    """Neither in words nor in what its frames hold: it crosses to the window."""
    frames: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        if "/tests/" not in trace.tb_frame.f_code.co_filename:
            frames += [repr(value) for value in trace.tb_frame.f_locals.values()]
        trace = trace.tb_next
    said = " ".join([str(error), repr(error), *frames])
    assert KEY_TEXT not in said
    assert BASIC.removeprefix("Basic ") not in said


@pytest.mark.parametrize("script", [_close_in_the_middle, after_body(answer(b"?"))])
def test_no_error_holds_the_key(fault_server: MakeServer, script: Script) -> None:
    server = fault_server(script)
    error = _upload(server.url, _blocks(), size_bytes=BIG)
    server.stop()
    assert isinstance(error, ClientError)
    _assert_no_secret(error)


def test_a_service_that_repeats_the_key_is_not_repeated(fault_server: MakeServer) -> None:
    told = json.dumps({"retCode": 1008003, "errMsg": f"bad: {BASIC} {KEY_TEXT}"}).encode()
    server = fault_server(after_body(answer(told)))
    error = _upload(server.url)
    server.stop()
    assert isinstance(error, Refused)
    assert error.text == "bad: **** ****"


# --------------------------------------------------------------------------------- memory

CHILD = """
import asyncio, sys
from tpns_desktop.client import Secret, TpnsClient, practice_access_point

def blocks(size):
    for _ in range(size >> 20):
        yield bytes(1 << 20)

def peak_kib():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))

async def main(url, *sizes):
    async with TpnsClient(practice_access_point(url), "1500012345", Secret("k" * 32)) as client:
        for size in map(int, sizes):
            await client.upload("a.txt", size, blocks(size))
            print(peak_kib())

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_the_memory_for_100_mib_is_that_for_1_mib_and_no_more_than_40(
    fault_server: MakeServer,
) -> None:
    def swallow(server: FaultServer, connection: Socket) -> None:
        head = server.read_head(connection).lower()
        left = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        room = bytearray(1 << 20)
        while left > 0 and (count := connection.recv_into(room)):
            left -= count
        connection.sendall(GIVEN)

    server = fault_server(swallow)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, server.url, str(1 << 20), str(100 << 20)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    server.stop()
    small, large = (int(line) / 1024 for line in done.stdout.split())
    print(f"peak of a process: 1 MiB {small:.1f} MiB, 100 MiB {large:.1f} MiB")
    assert large - small < 40
