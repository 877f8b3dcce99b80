"""Cancelling over real sockets that break: told as it is known, and nothing goes twice."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

from tests.net.servers import FaultServer, answer
from tests.send.builders import draft
from tests.send.conftest import Outside, Run
from tests.send.test_mending import DAILY, sent
from tpns_desktop.send.desk import Desk

YES, NO = answer(b'{"retCode":0}'), answer(b'{"retCode":1008007,"errMsg":"no"}')
REQUEST_BYTES = 300
"""Less than any request of ours has."""

Fate = tuple[str, int]


class Cutting:
    """Plays the next fate for each request; a connection goes on after a whole answer.

    "twice": a whole answer and another one behind it, which is nobody's.
    """

    def __init__(self, fates: list[Fate]) -> None:
        self.fates = fates
        self.heard: dict[str, list[Fate]] = {}
        """Push id → what its requests met, as far as they were read whole."""

    def __call__(self, server: FaultServer, connection: socket.socket) -> None:
        while self.fates:
            if self.fates[0][0] == "request":
                fate = self.fates.pop(0)
                connection.recv(fate[1])
                return server.reset(connection)
            push_id = json.loads(server.read_request(connection))["pushId"]
            fate = kind, count = self.fates.pop(0)
            self.heard.setdefault(push_id, []).append(fate)
            if kind in ("cut", "reset"):
                connection.sendall(YES[:count])
                return server.reset(connection) if kind == "reset" else None
            connection.sendall({"yes": YES, "no": NO, "twice": YES + YES}[kind])
        return None


def fates(count: int) -> list[Fate]:
    """So many of each kind, spread over where they can break."""
    some = [(kind, at * (len(YES) - 1) // max(count - 1, 1)) for kind in ("cut", "reset")
            for at in range(count)]  # fmt: skip
    some += [("request", 1 + at * REQUEST_BYTES // count) for at in range(count)]
    mixed = [one for trio in zip(*[some[n::3] for n in range(3)], strict=False) for one in trio]
    return [one for fate in mixed for one in (fate, ("yes", 0), ("twice", 0), ("no", 0))]


def test_wherever_a_connection_breaks_no_request_is_repeated_and_none_is_told_wrongly(
    world: Outside, run: Run[Any], size: Callable[[int, int], int]
) -> None:
    script = Cutting(fates(size(2, 40)))
    played: list[str] = []
    server = FaultServer(script)

    async def play(desk: Desk) -> None:
        world.new_practice(server.url)
        while script.fates:
            world.over_sockets = False
            title = f"{len(script.fates)} to go"
            batch = await sent(world, desk, draft("all", **DAILY, message__title=title))
            world.over_sockets = True
            told = await desk.mending.cancel(batch.id)
            for deed in told.deeds:
                met = script.heard.get(str(deed.action.push_id), [])
                assert len(met) <= 1
                expected = {"yes": "done", "twice": "done", "no": "refused"}
                kind = met[0][0] if met else "lost"
                assert deed.action.outcome == expected.get(kind, "unknown"), (met, deed)
                played.append(kind)

    try:
        run(play)
        assert {"yes", "no", "twice", "cut", "reset", "lost"} <= set(played)
    finally:
        script.fates.clear()
        server.stop()
