"""The line is cut after any byte: "not sent" is always true, and nothing arrives twice.

R4 of sending.md 9.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.net.relay import Cut, relayed
from tests.net.sending import REAL_URL, line
from tests.net.servers import AUTHORITY, server_tls
from tpns_desktop.client import Network

DEADLINE_S = 20.0
SEED = 20261119


@pytest.mark.skipif(
    sys.platform == "darwin", reason="macOS refuses certificates that are valid for 100 years"
)
@pytest.mark.parametrize("proxied", [False, True], ids=["direct", "CONNECT"])
def test_not_sent_is_true_wherever_the_line_is_cut(
    tmp_path: Path, size: Callable[[int, int], int], proxied: bool
) -> None:
    points = size(100, 1_000)
    states = {"accepted", "unknown"}
    if proxied:
        # Without a proxy the first byte that can be lost is one of the POST.
        states.add("not_sent")
    seen = asyncio.run(cut_everywhere(tmp_path, points, proxied))
    ends = {end: number for end, number in sorted(seen.items()) if end != "cut"}
    way = "through CONNECT" if proxied else "direct"
    print(f"\ncut points {way}: {points}, connections cut {seen['cut']}, ends {ends}")
    # Each kind of end comes up, or the cuts were in the wrong places.
    assert all(seen[state] for state in states)
    assert seen["cut"] > points / 2


async def cut_everywhere(folder: Path, points: int, proxied: bool) -> Counter[str]:
    draw = random.Random(SEED)
    seen: Counter[str] = Counter()
    async with relayed(tunnel=proxied, tls=server_tls() if proxied else None) as (relay, service):
        here = f"http://127.0.0.1:{relay.port}"
        url = REAL_URL if proxied else here
        network = Network(here, ca_file=AUTHORITY) if proxied else None
        async with line(folder, deadline_s=DEADLINE_S, network=network) as made:
            # How long it is when nothing is cut.
            assert (await made.send(url)).row.state == "accepted"
            await relay.over()
            whole = relay.seen[-1]
            for _ in range(points):
                upward = draw.random() < 0.5
                length = whole.up if upward else whole.down
                relay.plan = Cut(upward, _point(draw, length), reset=draw.random() < 0.5)
                before = (service.request_bytes, len(service.bodies), len(relay.seen))
                sent = await made.send(url)
                await relay.over()
                row, cuts = sent.row, relay.seen[before[2] :]
                seen[row.state] += 1
                seen["cut"] += sum(cut.cut for cut in cuts)
                where = (relay.plan, row.state, row.reason, sent.attempts)
                bodies = service.bodies[before[1] :]
                assert bodies in ([], [row.body]), where
                if row.state == "not_sent":
                    assert service.request_bytes == before[0], where
                    if not proxied:
                        assert not any(cut.up for cut in cuts), where
                elif row.state == "accepted":
                    assert bodies == [row.body], where
                    # The id was in no other answer: this one came, and whole.
                    assert row.push_ids == (service.given[-1],), where
                    if not proxied:
                        assert cuts[-1].down == whole.down, where
                else:
                    assert (row.state, row.push_ids) == ("unknown", ()), where
                # Only what never began is tried again.
                assert all(one.verdict == "NotSent" for one in sent.attempts[:-1]), where
                assert len(cuts) <= len(sent.attempts), where
    return seen


def _point(draw: random.Random, length: int) -> int:
    """Any byte, and a little oftener one of the first and the last three."""
    edge = draw.random()
    if edge < 0.1:
        return draw.randint(0, 3)
    if edge < 0.3:
        return draw.randint(length - 3, length)
    return draw.randint(0, length)
