"""A process that has loaded the program and makes living copies of itself, in milliseconds.

Started as ``python -m tests.crash.zygote FD``. Over that socket it is told, one at a time: ``f``
with a socket, to make a child that speaks over it (answer: its process id), or ``r`` and an id to
bury a dead child (answer: how it ended, as `os.waitpid` says). A dead child keeps its id until
then, so that a kill can never meet somebody else. Ends when the socket is closed.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import socket
import sys
import tempfile
import threading
import traceback
from pathlib import Path

from tests.crash import mutants
from tests.crash.chain import Job, order_of
from tests.crash.life import Life, Told
from tpns_desktop.store.secrets import Place, SecretStore


class _NoKeyring(SecretStore):
    """Does not even look for one: that would start a thread, and threads do not survive a fork."""

    async def look(self) -> Place:
        return "memory"


def warm() -> None:
    """Live a whole life, so that what is loaded or worked out once is there; nobody serves it."""
    nobody = {"access_id": "1500000001", "secret_key": "0123456789abcdef"}
    chat = {"sdkappid": 1400000001, "identifier": "boss", "secret_key": "0123456789abcdef"}
    line = {
        "base_url": "http://127.0.0.1:1",
        "tpns": {"android": nobody, "ios": nobody},
        "chat": chat,
    }
    unheard, way = socket.socketpair()
    with unheard, way, tempfile.TemporaryDirectory() as folder:
        job = order_of(Job(pushes=("account", "chat")), Path(folder), 1, line)
        secrets = _NoKeyring(choose=lambda: None)
        asyncio.run(Life(job, Told(way), secrets=secrets).live())
    assert threading.active_count() == 1, "a fork would leave threads behind"
    gc.collect()
    gc.freeze()


def serve(control: socket.socket) -> None:
    """Obey until the parent is gone."""
    while True:
        order, ways, _, _ = socket.recv_fds(control, 64, 1)
        if not order:
            return
        if order[:1] == b"f":
            pid = os.fork()
            if pid == 0:
                control.close()
                live(socket.socket(fileno=ways[0]))
            os.close(ways[0])
            control.sendall(pid.to_bytes(4, "big"))
        else:
            _, status = os.waitpid(int.from_bytes(order[1:5], "big"), 0)
            control.sendall(status.to_bytes(4, "big"))


def live(way: socket.socket) -> None:
    """Be a child: read the job, live it, end without a way back."""
    code = 1
    told = Told(way)
    try:
        with way.makefile("rb") as lines:
            job = json.loads(lines.readline())
        life = mutants.life_of(job, told)
        life.points.watch()
        asyncio.run(life.live())
        code = 0
    except BaseException:
        told("broken", text=traceback.format_exc())
    finally:
        os._exit(code)


if __name__ == "__main__":
    warm()
    with socket.socket(fileno=int(sys.argv[1])) as control:
        control.sendall(b"warm")
        serve(control)
