"""Uploaded packages: what is taken, what is refused, and whom a push to one reaches."""

from __future__ import annotations

import asyncio
import io
import json
import random
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import httpx
import pytest

from tests.conftest import TESTS
from tpns_desktop.practice.audience import find_audience
from tpns_desktop.practice.codes import Refusal
from tpns_desktop.practice.form import FILE_BYTES_MAX, UploadForm
from tpns_desktop.practice.order import read_order
from tpns_desktop.practice.packages import package_of
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.rules import PLATFORMS, Platform, Rules
from tpns_desktop.practice.schedule import service_day

from .conftest import BASE_URL, CREDENTIALS, Make, Practice, basic, notify, signed

PATH = "/v3/push/package/upload"
ANDROID = CREDENTIALS["android"]
FAILED, EMPTY, NOBODY = 1008011, 1008012, 10010005
VECTORS: list[dict[str, Any]] = json.loads(
    (TESTS / "vectors" / "tpns-packages.json").read_text("utf-8")
)["cases"]
BLOCK = 1 << 20
"""What the service reads at a time: characters and line ends must survive the cut."""


def form(
    content: bytes, disposition: str = 'name="file"; filename="a.txt"', kind: str = ""
) -> bytes:
    head = f"--b\r\nContent-Disposition: form-data; {disposition}\r\n{kind}\r\n"
    return head.encode() + content + b"\r\n--b--\r\n"


def named(name: str, content: bytes) -> bytes:
    return form(content, f'name="file"; filename="{name}"')


MULTIPART = {"Content-Type": "multipart/form-data; boundary=b"}


def upload(practice: Practice, body: bytes, platform: Platform = "android", **headers: str) -> Any:
    answer = practice.raw(PATH, body, MULTIPART | basic(CREDENTIALS[platform]) | headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def code(practice: Practice, name: str, content: bytes) -> int:
    answer = upload(practice, named(name, content))
    assert ("uploadId" in answer) == (answer["retCode"] == 0)
    found: int = answer["retCode"]
    return found


def zipped(entries: dict[str, bytes], **given: Any) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, **given) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


# --------------------------------------------------------------------------- the vectors


def content_of(case: dict[str, Any]) -> bytes:
    match case["content"]:
        case {"text": text}:
            return str(text).encode()
        case {"hex": digits}:
            return bytes.fromhex(digits)
        case {"zip": entries}:
            return zipped({name: text.encode() for name, text in entries.items()})
    raise AssertionError(case)


@pytest.mark.parametrize("case", VECTORS, ids=[case["id"] for case in VECTORS])
def test_the_documented_cases(case: dict[str, Any], unlimited: Practice) -> None:
    content = content_of(case)
    answer = upload(unlimited, named(case["filename"], content))
    found = answer["retCode"]
    if found == 0 and case["kind"] == "token":
        # That the lines are tokens, only the push says.
        target = content.decode().strip()
        if case["accept"]:
            unlimited.world.adopt_token("android", target)
            answer = upload(unlimited, named(case["filename"], content))
        push = notify("package_token_push", upload_id=answer["uploadId"])
        found = unlimited.push(push)["ret_code"]
    assert found == case["expect_code"]
    assert (found == 0) == case["accept"]


def test_the_answer_is_the_documented_one(practice: Practice) -> None:
    answer = upload(practice, named("accounts.txt", b"alice01\nbob_0002\n"))
    assert answer.pop("uploadId") > 0
    assert answer == {"retCode": 0, "errMsg": "NO_ERROR"}
    refused = upload(practice, named("accounts.txt", b""))
    assert refused == {"retCode": EMPTY, "errMsg": "upload empty file"}
    refused = upload(practice, named("accounts.pdf", b"alice01"))
    assert refused == {"retCode": FAILED, "errMsg": "upload file error"}


# ---------------------------------------------------------------------------------- log-in


def test_both_schemes_open_the_door(practice: Practice) -> None:
    body = named("a.txt", b"alice01\n")
    sign = signed(ANDROID, body, str(int(practice.clock.now)))
    assert practice.raw(PATH, body, MULTIPART | sign).json()["retCode"] == 0
    assert practice.raw(PATH, body, MULTIPART | basic(ANDROID)).json()["retCode"] == 0


@pytest.mark.parametrize("late_s", [0, 601])
def test_a_signature_over_other_bytes_or_too_old_is_refused(
    practice: Practice, late_s: int
) -> None:
    body = named("a.txt", b"alice01\n")
    sign = signed(ANDROID, body, str(int(practice.clock.now) - late_s))
    sent = body if late_s else body.replace(b"alice01", b"alice02")
    answer = practice.raw(PATH, sent, MULTIPART | sign).json()
    assert answer["retCode"] == 1008003
    assert "uploadId" not in answer
    assert not practice.android.uploads


def test_a_wrong_key_is_refused_by_code_or_by_status(make: Make) -> None:
    body = named("a.txt", b"alice01\n" * 50_000)
    wrong = basic(type(ANDROID)(ANDROID.access_id, "0" * 32))
    stranger = basic(type(ANDROID)("1500999999", "0" * 32))
    practice = make()
    assert practice.raw(PATH, body, MULTIPART | wrong).json()["retCode"] == 1008003
    assert practice.raw(PATH, body, MULTIPART | stranger).json()["retCode"] == 1008035
    assert practice.raw(PATH, body, MULTIPART).json()["retCode"] == 1008003
    strict = make(login_failure_status=403)
    assert strict.raw(PATH, body, MULTIPART | wrong).status_code == 403
    assert not practice.android.uploads


# -------------------------------------------------------------------------------- the form


@pytest.mark.parametrize(
    "body",
    [
        form(b"alice01\n", 'name="file"'),
        form(zipped({"a.txt": b"alice01\n"}), 'name="file"'),
        form(b"alice01\n", 'name="file"; filename="a.txt"', "Content-Type: text/plain\r\n"),
        form(b"alice01\n", 'name="file"; filename="a.txt"', "Content-Type: odd;;\r\nX-A: 1\r\n"),
        form(b"alice01\n", "name=file; filename=a.txt"),
        form(b"alice01\n", 'filename="a.txt"; name="file"'),
        form(b"alice01\n", "name=\"file\"; filename*=UTF-8''%E5%90%8D.txt"),
        form(b"alice01\n", 'name="file"; filename="名单 春季.TXT"'),
        form(b"x.txt", 'name="fileName"')[: -len("--b--\r\n")] + named("a.txt", b"alice01\n"),
        named("a.txt", b"alice01\n")[: -len("--b--\r\n")] + form(b"x.txt", 'name="fileName"'),
        b"\r\n" + named("a.txt", b"alice01\n") + b"and an epilogue",
        named("a.txt", b"alice01\n\r\n--b- is no boundary"),
    ],
)
def test_odd_but_honest_forms_are_read(body: bytes, practice: Practice) -> None:
    assert upload(practice, body)["retCode"] == 0
    (uploaded,) = practice.android.uploads.values()
    assert uploaded.lines in (1, 2)


@pytest.mark.parametrize(
    "kind",
    [
        'multipart/form-data; boundary="b"',
        "Multipart/Form-Data; boundary=b; charset='utf-8'",
        "multipart/form-data; charset=utf-8; boundary=b",
    ],
)
def test_odd_content_types_of_the_form_are_read(kind: str, practice: Practice) -> None:
    body = named("a.txt", b"alice01\n")
    assert upload(practice, body, **{"Content-Type": kind})["retCode"] == 0


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"file":"alice01"}'),
        ("multipart/form-data", named("a.txt", b"alice01\n")),
        ("multipart/form-data; boundary=c", named("a.txt", b"alice01\n")),
        ("multipart/form-data; boundary=" + "b" * 300, named("a.txt", b"alice01\n")),
        ("multipart/form-data; boundary=b", b""),
        ("multipart/form-data; boundary=b", named("a.txt", b"alice01\n")[:-9]),
        ("multipart/form-data; boundary=b", b"--b--\r\n"),
        ("multipart/form-data; boundary=b", form(b"alice01\n", 'name="other"; filename="a.txt"')),
        (
            "multipart/form-data; boundary=b",
            named("a.txt", b"alice01\n")[: -len("--b--\r\n")] + named("a.txt", b"bob_0002\n"),
        ),
    ],
)
def test_what_is_no_form_with_one_file_is_refused(
    kind: str, body: bytes, practice: Practice
) -> None:
    assert upload(practice, body, **{"Content-Type": kind})["retCode"] == FAILED
    assert not practice.android.uploads


def test_a_form_may_come_in_pieces_cut_anywhere() -> None:
    body = named("a.txt", b"alice01\r\n--bob\r\n\r\n-")
    for cut in range(1, len(body)):
        reader = UploadForm("multipart/form-data; boundary=b")
        reader.feed(body[:cut])
        reader.feed(body[cut:])
        file = reader.file()
        assert (file.name, file.content.read()) == ("a.txt", b"alice01\r\n--bob\r\n\r\n-")


def test_every_beginning_of_a_form_is_refused() -> None:
    body = named("a.txt", b"alice01\n")
    for end in range(body.rindex(b"--b--") + len("--b--")):
        reader = UploadForm("multipart/form-data; boundary=b")
        reader.feed(body[:end])
        with pytest.raises(Refusal):
            reader.file()


@pytest.mark.parametrize("over", [0, 1])
def test_a_file_of_100_mib_is_taken_and_one_byte_more_is_not(over: int) -> None:
    reader = UploadForm("multipart/form-data; boundary=b")
    head, tail = named("a.txt", b"|").split(b"|")
    reader.feed(head)
    for _ in range(FILE_BYTES_MAX // BLOCK):
        reader.feed(bytes(BLOCK))
    reader.feed(b"x" * over + tail)
    if over:
        with pytest.raises(Refusal):
            reader.file()
    else:
        assert reader.file().content.getbuffer().nbytes == FILE_BYTES_MAX


def test_a_body_beyond_101_mib_is_refused_unread(practice: Practice) -> None:
    headers = MULTIPART | basic(ANDROID) | {"Content-Length": str(101 * BLOCK + 1)}
    assert practice.raw(PATH, b"", headers).status_code == 413


# ----------------------------------------------------------------------------------- lines


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"alice01", 1),
        (b"\xef\xbb\xbfalice01\nbob_0002\n", 2),
        (b"alice01\r\nbob_0002\r\n", 2),
        (b"alice01\r\r\nbob_0002\r\r\n", 2),
        (b"\n\n\nalice01\n\r\n\n\nbob_0002\n\n\n", 2),
        ("字" * 100 + "\n" + "字字\n", 2),
        (b"ab\n" + b"a" * 100, 2),
        (b"alice 01\t\n", 1),
        (b"a,b\nc;d\n", 2),
        (b"alice01\n" * 3, 3),
    ],
)
def test_lines_are_counted_without_mark_carriage_returns_and_blanks(
    content: bytes | str, lines: int, practice: Practice
) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    for name, packed in (("a.txt", raw), ("a.zip", zipped({"A.TXT": raw}))):
        assert code(practice, name, packed) == 0
    assert {one.lines for one in practice.android.uploads.values()} == {lines}


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EMPTY),
        (b"\n\r\n\n", EMPTY),
        (b"\xef\xbb\xbf", EMPTY),
        (b"\xef\xbb\xbf\r\n", EMPTY),
        (b"a\n", FAILED),
        (b"a", FAILED),
        ("字\n".encode(), FAILED),
        (b"alice01\nb\nbob_0002\n", FAILED),
        (b"alice01\n" + b"a" * 101 + b"\n", FAILED),
        (("字" * 101).encode(), FAILED),
        (b"\xed\xa0\x80\xed\xa0\x80\n", FAILED),
        (b"\xc0\xaf\xc0\xaf\n", FAILED),
        (b"alice01\n\xe5\xad", FAILED),
        (b"x" * (3 * BLOCK), FAILED),
        (b"alice01\n" * 300_000 + b"b\n", FAILED),
        (b"alice01\n" * 300_000 + b"\xff\xff\n", FAILED),
    ],
)
def test_the_first_bad_line_fails_the_file(
    content: bytes, refusal: int, practice: Practice
) -> None:
    assert code(practice, "a.txt", content) == refusal
    assert code(practice, "a.zip", zipped({"a.csv": content})) == refusal
    assert not practice.android.uploads


@pytest.mark.parametrize("shift", range(6))
def test_characters_and_line_ends_survive_the_blocks_edge(shift: int, practice: Practice) -> None:
    line = "字字字\r\n".encode()
    content = b"x" * (2 + shift) + b"\n" + line * (BLOCK // len(line) + 2)
    assert code(practice, "a.txt", content) == 0
    (uploaded,) = practice.android.uploads.values()
    assert uploaded.lines == BLOCK // len(line) + 3


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("LIST.TXT", 0),
        ("a.b.CSV", 0),
        ("n" * 96 + ".txt", 0),
        ("名" * 96 + ".txt", 0),
        ("n" * 97 + ".txt", FAILED),
        ("", FAILED),
        ("a", FAILED),
        (".txt", FAILED),
        ("a.txt.exe", FAILED),
        ("a.tar", FAILED),
    ],
)
def test_names_and_endings(name: str, refusal: int, practice: Practice) -> None:
    assert code(practice, name, b"alice01\n") == refusal


def test_a_csv_has_one_column(practice: Practice) -> None:
    assert code(practice, "a.csv", b"alice01\n" * 300_000 + b"bob,2\n") == FAILED
    assert code(practice, "a.zip", zipped({"a.csv": b"alice01,\n"})) == FAILED


# ------------------------------------------------------------------------------------ zip


def patched(raw: bytes, offset: int, value: bytes) -> bytes:
    """`raw` with `value` at `offset` of its only entry's place in the directory."""
    at = raw.index(b"PK\x01\x02") + offset
    return raw[:at] + value + raw[at + len(value) :]


ORDINARY = zipped({"a.txt": b"alice01\n"})


@pytest.mark.parametrize(
    "raw",
    [
        b"alice01\n",
        b"PK\x03\x04",
        ORDINARY[:-1],
        ORDINARY[:40] + b"\0\0" + ORDINARY[42:],
        zipped({}),
        zipped({"a.txt": b"alice01\n", "__MACOSX/a.txt": b"x"}),
        zipped({"dir/": b""}),
        zipped({"../a.txt": b"alice01\n"}),
        zipped({"a": b"alice01\n"}),
        zipped({"a.zip": ORDINARY}),
        patched(ORDINARY, 8, b"\1\0"),  # encrypted
        patched(ORDINARY, 10, b"\x63\0"),  # a method nobody knows
        patched(ORDINARY, 16, b"\0\0\0\0"),  # another check sum
        patched(ORDINARY, 24, struct.pack("<I", (1 << 30) + 1)),  # too large once unpacked
        zipped({"a.txt": bytes(50 * BLOCK)}),
    ],
)
def test_a_zip_that_is_not_one_sound_text_is_refused(raw: bytes, practice: Practice) -> None:
    assert code(practice, "a.zip", raw) == FAILED


# ------------------------------------------------------------------------------ the targets


def names(practice: Practice, account_type: int, persons: Sequence[int]) -> list[str]:
    people = practice.world.population.people
    found = (people.account(account_type, person) for person in persons)
    return [account for account in found if account is not None]


def devices(practice: Practice, platform: Platform, body: dict[str, Any]) -> int:
    """The set of devices that a push means, or 0 for nobody."""
    application = practice.world.applications[platform]
    now = practice.clock.now
    body |= {"environment": "product"} if platform == "ios" else {}
    body["message"]["ios"] = {"aps": {"alert": {}}}
    order = read_order(body, platform=platform, now=now, rules=Rules())
    try:
        return find_audience(
            order,
            fleet=application.fleet,
            people=practice.world.population.people,
            uploads=application.uploads,
            today=service_day(now),
        ).devices
    except Refusal as refusal:
        if refusal.code != NOBODY:
            raise
        return 0


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("account_type", [0, 1, 991, 999, 1002, 1005])
@pytest.mark.parametrize("all_devices", [0, 1])
def test_a_package_reaches_whom_a_list_of_the_same_accounts_reaches(
    platform: Platform, account_type: int, all_devices: int, unlimited: Practice
) -> None:
    application = unlimited.world.applications[platform]
    people = unlimited.world.population.people
    chosen = random.Random(f"{platform}{account_type}{all_devices}")
    everybody = range(people.count)
    for persons in (
        chosen.sample(everybody, 400),
        [0, 6, people.on_both - 1, people.on_both, people.count - 1],
        [chosen.choice(everybody)],
    ):
        accounts = names(unlimited, account_type, persons)
        # Lines that look like accounts and are nobody's.
        lines = [*accounts, "user0000001", "uin_09999", "user000000", "user99999999", "+861000"]
        application.add_upload(7, tuple(chosen.sample(lines, len(lines))))
        about = {"account_type": account_type, "account_push_type": all_devices}
        by_list = notify("account_list", account_list=accounts or ["nobody"], **about)
        by_package = notify("package_account_push", upload_id=7, **about)
        assert devices(unlimited, platform, by_package) == devices(unlimited, platform, by_list)


@pytest.mark.parametrize("all_devices", [0, 1])
def test_an_account_bound_by_hand_counts_with_its_persons_devices(
    all_devices: int, unlimited: Practice
) -> None:
    fleet = unlimited.android.fleet
    unlimited.world.bind_account(0, "user000003", "android", fleet.token(1300))
    unlimited.world.bind_account(0, "user.three", "android", fleet.token(1301))
    accounts = ["user000003", "user.three", "user000004", "account1"]
    unlimited.android.add_upload(7, tuple(accounts))
    about = {"account_push_type": all_devices}
    by_list = devices(unlimited, "android", notify("account_list", account_list=accounts, **about))
    by_package = notify("package_account_push", upload_id=7, **about)
    assert by_list
    assert devices(unlimited, "android", by_package) == by_list


def test_everybody_in_a_file_is_everybody_who_is_signed_in(make: Make) -> None:
    practice = make(devices=20_000)
    people = practice.world.population.people
    everybody = names(practice, 0, range(people.count))
    content = "\r\n".join(everybody).encode()
    for platform in PLATFORMS:
        upload_id = upload(practice, named("a.csv", content), platform)["uploadId"]
        body = notify("package_account_push", upload_id=upload_id, account_push_type=1)
        reached = devices(practice, platform, body).bit_count()
        fleet = practice.world.applications[platform].fleet
        bound = {
            index for account in everybody for index in people.devices(0, account, fleet.platform)
        }
        assert reached == len(bound)


def test_a_push_to_an_upload_is_recorded_and_counted(practice: Practice) -> None:
    accounts = names(practice, 0, range(50))
    upload_id = upload(practice, named("a.txt", "\n".join(accounts).encode()))["uploadId"]
    answer = practice.push(notify("package_account_push", upload_id=upload_id))
    assert answer["ret_code"] == 0
    practice.clock.advance(3600)
    record = practice.record(answer["push_id"])
    assert (record["uploadId"], record["pushType"]) == (upload_id, "package_account_push")
    total = practice.counters(answer["push_id"])["all"]
    assert 0 < total["pushOnlineUv"] <= total["pushActiveUv"] <= 100


def test_tokens_reach_their_devices_and_unknown_ones_are_skipped(practice: Practice) -> None:
    fleet = practice.android.fleet
    tokens = [fleet.token(index) for index in (0, 7, 1399)]
    content = "\n".join([*tokens, "f" * 36, tokens[0]]).encode()
    upload_id = upload(practice, named("t.txt", content))["uploadId"]
    reached = devices(practice, "android", notify("package_token_push", upload_id=upload_id))
    assert reached == 1 | 1 << 7 | 1 << 1399


def test_tokens_of_nobody_reach_nobody(practice: Practice) -> None:
    upload_id = upload(practice, named("t.txt", b"f" * 36))["uploadId"]
    assert practice.push(notify("package_token_push", upload_id=upload_id))["ret_code"] == NOBODY


def test_a_package_with_one_line_that_is_no_token_is_none_of_tokens(practice: Practice) -> None:
    token = practice.android.fleet.token(0).encode()
    for odd in (b"f" * 35, b"f" * 37, "字".encode() * 36):
        content = token + b"\n" + odd + b"\n"
        upload_id = upload(practice, named("t.txt", content))["uploadId"]
        answer = practice.push(notify("package_token_push", upload_id=upload_id))
        assert answer["ret_code"] == FAILED


def test_an_id_belongs_to_one_access_id(unlimited: Practice) -> None:
    accounts = "\n".join(names(unlimited, 0, range(20))).encode()
    ids = {
        platform: upload(unlimited, named("a.txt", accounts), platform)["uploadId"]
        for platform in PLATFORMS
    }
    assert ids["android"] != ids["ios"]
    body = notify("package_account_push", upload_id=ids["ios"])
    assert unlimited.push(body)["ret_code"] == NOBODY


def test_ids_are_never_given_twice_and_the_oldest_package_is_forgotten(make: Make) -> None:
    practice = make(kept_uploads=3)
    ids = [upload(practice, named("a.txt", b"user000001\n"))["uploadId"] for _ in range(5)]
    assert len(set(ids)) == 5
    assert list(practice.android.uploads) == ids[-3:]


def test_a_line_is_looked_for_only_where_it_stands_whole() -> None:
    population = Population(devices=2000)
    people, fleet = population.people, population.fleets["android"]
    for odd in ("xuser000001", "user000001x", "user000001 ", "User000001", "user00000१"):
        assert not any(package_of([odd], people=people, fleet=fleet).persons.values())
    found = package_of(["user000001", "user000001"], people=people, fleet=fleet)
    assert (found.lines, found.persons) == (2, {0: 1})


# --------------------------------------------------------------------- while others are asking


def test_others_are_answered_while_a_long_list_is_looked_through(practice: Practice) -> None:
    content = b"".join(b"user%06d\n" % number for number in range(1, 1_000_001)) * 2

    async def ask() -> int:
        transport = httpx.ASGITransport(practice.service)
        answered = 0
        async with (
            httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client,
            asyncio.TaskGroup() as group,
        ):
            headers = MULTIPART | basic(ANDROID)
            long = group.create_task(
                client.post(PATH, content=named("a.txt", content), headers=headers)
            )
            while not long.done():
                plan = {"planName": "Spring", "planDescribe": "All"}
                path = "/v3/push/plan/add_plan_push"
                answer = await client.post(path, json=plan, headers=basic(ANDROID))
                assert answer.status_code == 200
                answered += not long.done()
                # Within one process nothing else lets the upload's turn come.
                await asyncio.sleep(0)
        assert long.result().json()["retCode"] == 0
        return answered

    assert asyncio.run(ask()) > 1


def _peak_mib(pid: int) -> float:
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_a_long_list_is_pushed_to_within_400_mib(size: Callable[[int, int], int]) -> None:
    accounts = size(1_000_000, 10_000_000)

    def content() -> Iterator[bytes]:
        head, tail = named("a.txt", b"|").split(b"|")
        yield head
        for start in range(0, accounts, 50_000):
            # Half are somebody, half nobody; 10 million of them are 100,000,000 bytes.
            yield b"".join(b"u%07d\n" % n for n in range(start, start + 25_000))
            yield b"".join(b"user%06d\n" % (n % 999_999) for n in range(start, start + 25_000))
        yield tail

    command = [sys.executable, "-m", "tpns_desktop.practice", "--json", "--until-stdin-closes"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": ":".join(sys.path)},
    ) as child:
        try:
            assert child.stdout is not None
            started = json.loads(child.stdout.readline())
            keys = started["tpns"]["android"]
            headers = basic(type(ANDROID)(keys["access_id"], keys["secret_key"]))
            idle = _peak_mib(child.pid)
            with httpx.Client(base_url=started["base_url"], timeout=300) as client:
                answer = client.post(PATH, content=content(), headers=MULTIPART | headers).json()
                assert answer["retCode"] == 0, answer
                body = notify("package_account_push", upload_id=answer["uploadId"])
                pushed = client.post("/v3/push/app", json=body, headers=headers)
            assert pushed.json()["ret_code"] == 0
            peak = _peak_mib(child.pid)
        finally:
            assert child.stdin is not None
            child.stdin.close()
            child.wait(20)
    seconds = pushed.elapsed.total_seconds()
    print(
        f"{accounts:,} accounts: push accepted in {seconds:.3f} s; idle {idle:.0f}, {peak:.0f} MiB"
    )
    assert peak <= 400
