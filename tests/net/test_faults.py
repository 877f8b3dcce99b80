"""Every fault, through outbox, client and socket: the row's exact end, and one body at most.

R3 of sending.md 9.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.net.faults import AT_ONCE, DIRECT, PROXY, SECURED, TLS, Fault
from tests.net.sending import REAL_URL, Sent, line
from tests.net.servers import (
    AUTHORITY,
    OK,
    PUSH_ID,
    FaultServer,
    MakeServer,
    after_body,
    answer,
    full_backlog,
    secured,
    unused_port,
)
from tpns_desktop.client import Network

SLACK_S = 1.0
"""What may pass after the deadline (R3)."""

pytestmark = pytest.mark.skipif(
    sys.platform == "darwin", reason="macOS refuses certificates that are valid for 100 years"
)

_seen: dict[str, list[float]] = {}


@pytest.fixture(scope="module", autouse=True)
def figures() -> Iterator[None]:
    """Prints what came of it."""
    yield
    kinds = sum(len(of_group) for of_group in _seen.values())
    groups = ", ".join(f"{group} {len(seen)}" for group, seen in _seen.items())
    worst = max((over for seen in _seen.values() for over in seen), default=0.0)
    print(f"\nfaults: {kinds} kinds ({groups}); latest end {worst:+.2f} s of its deadline")


async def sent_by(
    folder: Path, url: str, *, deadline_s: float, network: Network | None = None
) -> Sent:
    async with line(folder, deadline_s=deadline_s, network=network) as made:
        return await made.send(url)


def send(folder: Path, url: str, *, deadline_s: float, network: Network | None = None) -> Sent:
    return asyncio.run(sent_by(folder, url, deadline_s=deadline_s, network=network))


def check(group: str, sent: Sent, fault: Fault) -> None:
    """The end is the table's, or another one that is as true."""
    row = sent.row
    end = (row.state, row.reason)
    assert end in {(fault.state, fault.reason), *fault.races}
    # Where both sides race to the wire, an attempt may end either way, and so may the next one.
    assert row.attempts == len(sent.attempts) <= 3
    # A machine so busy that an attempt has not begun when its time is up tries again, rightly.
    late = fault.attempts == 1 and all(a.reason == "deadline" for a in sent.attempts[:-1])
    assert fault.races or late or row.attempts == fault.attempts
    # Only what never began is tried again.
    assert all(attempt.verdict == "NotSent" for attempt in sent.attempts[:-1])
    assert row.push_ids == ((PUSH_ID,) if row.state == "accepted" else ())
    over = [attempt.took_s - fault.deadline_s for attempt in sent.attempts]
    assert max(over, default=0.0) <= SLACK_S
    _seen.setdefault(group, []).append(max(over, default=0.0))


def check_server(group: str, server: FaultServer, sent: Sent, fault: Fault) -> None:
    """What arrived is no more than the end says."""
    assert server.bodies == [sent.row.body] * fault.bodies
    assert server.posts <= (sent.row.state != "not_sent")
    assert server.connections == len(sent.attempts)
    if group != "service":
        asked = [head for head in server.heads if not head.startswith(b"POST ")]
        assert all(head.startswith(b"CONNECT api.tpns.tencent.com:443 ") for head in asked)
        # The proxy is told a name, and nothing else of ours.
        assert not any(b"Sign" in head or b"AccessId" in head for head in asked)


def way(group: str, server: FaultServer) -> tuple[str, Network]:
    """Where the push goes, and how."""
    if group == "service":
        return server.url, Network("none")
    return REAL_URL, Network(server.url, ca_file=AUTHORITY)


GROUPS = {
    "service": {**DIRECT, **AT_ONCE},
    "proxy": PROXY,
    "handshake": TLS,
    "behind TLS": SECURED,
}
ALL = [(group, name, fault) for group, faults in GROUPS.items() for name, fault in faults.items()]
QUICK = [pytest.param(g, fault, id=f"{g}: {name}") for g, name, fault in ALL if fault.quick]
SLOW = [(g, name, fault) for g, name, fault in ALL if not fault.quick]


@pytest.mark.parametrize(("group", "fault"), QUICK)
def test_a_fault_ends_in_its_state(
    tmp_path: Path, fault_server: MakeServer, group: str, fault: Fault
) -> None:
    server = fault_server(fault.script)
    url, network = way(group, server)
    sent = send(tmp_path, url, deadline_s=fault.deadline_s, network=network)
    server.stop()
    check(group, sent, fault)
    check_server(group, server, sent, fault)


def test_the_deadline_ends_what_would_not_end(tmp_path: Path, fault_server: MakeServer) -> None:
    """All at the same time, each with a database and a server of its own."""
    servers = [fault_server(fault.script) for _, _, fault in SLOW]

    async def one(number: int) -> Sent:
        folder = tmp_path / str(number)
        group, _, fault = SLOW[number]
        url, network = way(group, servers[number])
        return await sent_by(folder, url, deadline_s=fault.deadline_s, network=network)

    async def all_of_them() -> list[Sent]:
        return await asyncio.gather(*(one(number) for number in range(len(SLOW))))

    ends = asyncio.run(all_of_them())
    wrong = {}
    for (group, name, fault), server, sent in zip(SLOW, servers, ends, strict=True):
        server.stop()
        try:
            check(group, sent, fault)
            check_server(group, server, sent, fault)
        except AssertionError as error:
            wrong[f"{group}: {name}"] = error
    assert wrong == {}


def test_nobody_listens(tmp_path: Path) -> None:
    fault = Fault(_never, "not_sent", "refused_connection", attempts=3)
    sent = send(tmp_path, f"http://127.0.0.1:{unused_port()}", deadline_s=fault.deadline_s)
    check("connect", sent, fault)


def test_nobody_listens_at_the_proxys_address(tmp_path: Path) -> None:
    fault = Fault(_never, "not_sent", "proxy_unreachable", attempts=3)
    network = Network(f"http://127.0.0.1:{unused_port()}")
    sent = send(tmp_path, REAL_URL, deadline_s=fault.deadline_s, network=network)
    check("connect", sent, fault)


def test_nobody_takes_the_connection(tmp_path: Path) -> None:
    # Windows refuses where Linux lets wait.
    refused = ("not_sent", "refused_connection")
    fault = Fault(_never, "not_sent", "deadline", attempts=3, deadline_s=0.4, races=(refused,))
    with full_backlog() as port:
        sent = send(tmp_path, f"http://127.0.0.1:{port}", deadline_s=fault.deadline_s)
    check("connect", sent, fault)


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        (Network("socks5://127.0.0.1:9"), "proxy_kind"),
        (Network("http://127.0.0.1:9/proxy.pac"), "proxy_kind"),
        (Network("https://127.0.0.1:9"), "proxy_kind"),
        (Network("http://127.0.0.1"), "proxy_address"),
        (Network("none", ca_file=Path("/no/such/file.pem")), "ca_file"),
    ],
    ids=["socks", "pac", "https", "no port", "no file"],
)
def test_a_network_that_cannot_be_used_is_told_before_anything_is_sent(
    tmp_path: Path, network: Network, reason: str
) -> None:
    sent = send(tmp_path, REAL_URL, deadline_s=10, network=network)
    check("settings", sent, Fault(_never, "not_sent", reason))


def test_the_same_way_without_a_fault_is_accepted(tmp_path: Path, fault_server: MakeServer) -> None:
    """Positive control: the faults above are seen because of the faults."""
    direct = fault_server(after_body(answer(OK)))
    proxy = fault_server(secured(after_body(answer(OK))))
    network = Network(proxy.url, ca_file=AUTHORITY)
    for folder, url in (("a", direct.url), ("b", REAL_URL)):
        sent = send(tmp_path / folder, url, deadline_s=10, network=network)
        assert (sent.row.state, sent.row.push_ids) == ("accepted", (PUSH_ID,))
    for server in (direct, proxy):
        server.stop()
        assert len(server.bodies) == 1


def _never(server: object, connection: object) -> None:
    raise AssertionError("nobody connects")
