"""Uploading 100 MiB on loopback against ``curl -F``, and what practice makes of ten million rows.

All uploads go to the same server, which reads and drops, from whole processes that run in turn.
Ours runs twice: as curl does, reading a file, and as the program does, hashing a private copy
meanwhile, so that what verifying costs is seen. Then the file goes to a practice service.
Reach: <= 2.5 times curl, <= 40 MiB above idle; practice <= 400 MiB. Asserts nothing.

    python packaging/dev.py bench upload [--rounds N] [--mib N]
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
PATH = "/v3/push/package/upload"
ACCESS_ID = "1500012345"
KEY = "k" * 32
GIVEN = b'{"retCode":0,"errMsg":"NO_ERROR","uploadId":11231}'

OURS = """
import asyncio, sys, time
from pathlib import Path
from tpns_desktop.client import Secret, TpnsClient, practice_access_point
from tpns_desktop.packages import snapshot

def peak_mib():
    try:
        with open("/proc/self/status") as file:
            lines = list(file)
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

def read(path):
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            yield block

async def main(way, url, path, folder, access_id, key):
    copy = snapshot.take(Path(path), Path(folder))
    async with TpnsClient(practice_access_point(url), access_id, Secret(key)) as client:
        # Once with next to nothing, so that whatever is loaded or made once is idle's.
        await client.upload("a.txt", 8, iter([b"alice01" + bytes([10])]))
        idle = peak_mib()
        started = time.perf_counter()
        blocks = snapshot.read_verified(copy) if way == "verified" else read(copy.path)
        upload_id = await client.upload(copy.name, copy.size_bytes, blocks)
        print(time.perf_counter() - started, idle, peak_mib(), upload_id)

asyncio.run(main(*sys.argv[1:]))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, help="default: %(default)s")
    parser.add_argument("--mib", type=int, default=100, help="default: %(default)s")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "accounts.txt"
        rows = _write(path, options.mib << 20)
        print(f"{options.mib} MiB, {rows:,} rows")
        with _sink() as url:
            _against_curl(url, path, folder, options.rounds)
        _practice(path, folder)


def _write(path: Path, size: int) -> int:
    rows = 0
    with path.open("wb") as file:
        while file.tell() < size - (1 << 20):
            file.write(
                b"".join(b"user%06d\n" % (n % 1_000_000) for n in range(rows, rows + 50_000))
            )
            rows += 50_000
    return rows


# ---------------------------------------------------------------------------------- a sink


@contextlib.contextmanager
def _sink() -> Iterator[str]:
    """A server in a process of its own that reads a request, drops it and answers."""
    with subprocess.Popen(
        [sys.executable, __file__, "--sink"], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.terminate()


def _serve_sink() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_swallow, args=(connection,), daemon=True).start()


def _swallow(connection: socket.socket) -> None:
    with connection, contextlib.suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(65536)
        head, _, body = head.partition(b"\r\n\r\n")
        head = head.lower()
        if b"expect: 100-continue" in head:
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        left = int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0]) - len(body)
        room = bytearray(1 << 20)
        while left > 0 and (count := connection.recv_into(room)):
            left -= count
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(GIVEN) + GIVEN)


# ------------------------------------------------------------------------------- measuring


def _against_curl(url: str, path: Path, folder: Path, rounds: int) -> None:
    taken: dict[str, list[float]] = {"curl -F": [], "plain": [], "verified": []}
    above = 0.0
    for _ in range(rounds):
        for way in ("plain", "verified"):
            seconds, idle, peak, _upload_id = _upload(way, url, path, folder, ACCESS_ID, KEY)
            taken[way].append(seconds)
            above = max(above, peak - idle)
        if shutil.which("curl"):
            taken["curl -F"].append(_curl(url, path))
    base = statistics.median(taken["curl -F"]) if taken["curl -F"] else float("nan")
    for way, seconds_each in taken.items():
        if seconds_each:
            middle = statistics.median(seconds_each)
            print(
                f"{way:10}{middle:8.3f}s{min(seconds_each):8.3f}s least{middle / base:7.2f} of curl"
            )
    print(f"reach <= 2.5 of curl; n = {rounds} rounds, all in turn")
    print(f"memory above idle, most of all rounds: {above:.1f} MiB (reach <= 40)")


def _upload(
    way: str, url: str, path: Path, folder: Path, access_id: str, key: str
) -> tuple[float, ...]:
    done = subprocess.run(
        [sys.executable, "-c", OURS, way, url, str(path), str(folder / "copies"), access_id, key],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return tuple(float(part) for part in done.stdout.split())


def _curl(url: str, path: Path) -> float:
    """Seconds that curl says it took, without its own start."""
    done = subprocess.run(
        ["curl", "-s", "-o", os.devnull, "-w", "%{time_total} %{http_code}", "-u",
         f"{ACCESS_ID}:{KEY}", "-F", f"file=@{path}", url + PATH],
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    seconds, status = done.stdout.split()
    if status != "200":
        sys.exit(f"upload: curl was answered with {status}")
    return float(seconds)


def _practice(path: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "tpns_desktop.practice", "--json", "--until-stdin-closes"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            started = json.loads(child.stdout.readline())
            keys = started["tpns"]["android"]
            url, access_id, key = started["base_url"], keys["access_id"], keys["secret_key"]
            seconds, _idle, _peak, upload_id = _upload(
                "verified", url, path, folder, access_id, key
            )
            pushed, counted = asyncio.run(_push(url, access_id, key, int(upload_id)))
            memory = _peak_mib(child.pid)
        finally:
            child.stdin.close()
            child.wait(30)
    print(f"practice: uploaded and looked through in {seconds:.2f} s")
    print(f"practice: push accepted in {pushed:.3f} s (reach <= 1), counters in {counted:.3f} s")
    print(f"practice: at most {memory:.0f} MiB (reach <= 400)")


async def _push(url: str, access_id: str, key: str, upload_id: int) -> tuple[float, float]:
    # Here and not above: the sink's process needs nothing of the program.
    from tpns_desktop.client import Secret, TpnsClient, practice_access_point

    message = {"title": "Order shipped", "content": "Parcel 4711"}
    push: dict[str, Any] = {"audience_type": "package_account_push", "message_type": "notify"}
    body = json.dumps(push | {"upload_id": upload_id, "message": message}).encode()
    async with TpnsClient(practice_access_point(url), access_id, Secret(key)) as client:
        started = time.perf_counter()
        answer = await client.push(body)
        accepted = time.perf_counter()
        await client.push_counters(answer.push_ids[0])
        return accepted - started, time.perf_counter() - accepted


def _peak_mib(pid: int) -> float:
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024
    return float("nan")


if __name__ == "__main__":
    if sys.argv[1:] == ["--sink"]:
        _serve_sink()
    else:
        sys.path.insert(0, str(ROOT))
        main()
