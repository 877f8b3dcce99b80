"""The push service, played over raw sockets: it remembers every byte and does harm where told.

Knows nothing of the program's own code but the shapes of tpns-rest.md and of
im-all-member-push.md: it plays a Chat app as well. A body counts as received once its last byte
has come, whatever becomes of the one who sent it: after a kill the service reads on to the end of
the connection, since what the kernel took over arrives all the same. Its clock is the request's own
(``TimeStamp``, or that of a UserSig): the program and the service agree about the time.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import struct
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any, Final
from urllib.parse import parse_qsl

PUSH: Final = "/v3/push/app"
PLAN: Final = "/v3/push/plan/add_plan_push"
RECORD: Final = "/v3/statistics/get_push_record"
CHAT: Final = "/v4/all_member_push/im_push"

KEYS: Final = {
    "1500004711": "0123456789abcdef0123456789abcdef",
    "1600004711": "fedcba9876543210fedcba9876543210",
}
"""Access id → secret key."""
CHAT_ID: Final = "1400004711"
"""SDKAppID of the Chat app; its key is `CHAT_KEY`."""
CHAT_KEY: Final = "00112233445566778899aabbccddeeff" * 2

PLACES: Final = (
    "accept",
    "first_byte",
    "headers",
    "mid_body",
    "body_complete",
    "mid_status",
    "mid_answer",
    "answered",
    "look.asked",
    "look.answered",
)
"""Where the service can strike, in the order of one connection."""

FAULTS: Final = {
    "cut.mid_body": "mid_body",
    "close.body_complete": "body_complete",
    "cut.body_complete": "body_complete",
    "cut.mid_status": "mid_status",
    "cut.mid_answer": "mid_answer",
}
"""Faults that end the connection → where."""
ANSWERS: Final = {
    "internal": {"ret_code": 1008004, "err_msg": "internal call failed"},
    "busy": {"ret_code": 1008028, "err_msg": "over the limit"},
    "refused": {"ret_code": 1008019, "err_msg": "content"},
}
"""Faults that are an answer. All but "internal" say that the push was not taken."""
CHAT_CODES: Final = {"internal": 91000, "busy": 90024, "refused": 80001}
"""The same of a Chat app."""
REDIRECT: Final = "redirect"

_LAST: Final = b"."
"""Begins no request."""
_SERVICE_ZONE: Final = timezone(timedelta(hours=8))
_RECEIVE_BYTES: Final = 4096
"""Small, so that a large body is really cut in its middle."""


@dataclass
class Received:
    """One push request whose body came in full."""

    life: int
    access_id: str
    body: bytes
    stamp: int
    """Unix time that the sender signed."""
    signed: bool
    push_id: str
    taken: bool = True
    """False where the answer says that the service did not take it."""

    @property
    def sha(self) -> str:
        return hashlib.sha256(self.body).hexdigest()

    @property
    def meant(self) -> str:
        """What makes two of them the same push: a Chat push has a new number at each review."""
        if self.access_id != CHAT_ID:
            return self.sha
        said = json.loads(self.body)
        said.pop("MsgRandom")
        return json.dumps(said, sort_keys=True)


@dataclass
class Orders:
    """What the service does to one life."""

    life: int = 0
    place: str = ""
    """One of `PLACES`: strike there, at the `nth` time."""
    nth: int = 1
    strike: Callable[[], None] = lambda: None
    faults: dict[int, str] = field(default_factory=dict)
    """Number of the push request in this life, from 1 → fault."""


class _Ended(Exception):
    """The connection is over."""


class Service:
    """Runs from its making to `close`, a thread a connection."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.looks = 0
        self._orders = Orders()
        self._seen: dict[str, int] = {}
        self._lock = threading.Lock()
        self._connections: list[threading.Thread] = []
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BYTES)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(64)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._listen, name="service", daemon=True)
        self._thread.start()

    @property
    def line(self) -> dict[str, Any]:
        """As a practice service prints it when it starts."""
        android, ios = KEYS
        return {
            "base_url": self.url,
            "tpns": {
                "android": {"access_id": android, "secret_key": KEYS[android]},
                "ios": {"access_id": ios, "secret_key": KEYS[ios]},
            },
            "chat": {"sdkappid": int(CHAT_ID), "identifier": "boss", "secret_key": CHAT_KEY},
        }

    def forget(self) -> None:
        """Begin with nothing, for another data folder."""
        with self._lock:
            self.received.clear()

    def obey(self, orders: Orders) -> None:
        """Serve the next life by these orders."""
        with self._lock:
            self._orders = orders
            self._seen = {}

    def quiet(self) -> None:
        """Come back when every connection of a dead life has been read to its end."""
        with self._lock:
            self._orders = replace(self._orders, place="")
        # What the kernel has taken over and nobody has accepted yet stands before this in the line.
        with socket.create_connection(self._listener.getsockname()) as last:
            last.sendall(_LAST)
            last.recv(1)
        for thread in self._connections:
            thread.join(60)
            assert not thread.is_alive(), "a connection outlived its sender"
        self._connections.clear()

    def close(self) -> None:
        # close() alone does not wake the thread that waits in accept().
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    # ------------------------------------------------------------------------------ connections

    def _listen(self) -> None:
        while True:
            try:
                conn, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(conn,), daemon=True)
            thread.start()
            self._connections.append(thread)

    def _serve(self, conn: socket.socket) -> None:
        with conn, suppress(_Ended, OSError):
            self._at("accept")
            while self._request(conn):
                pass

    def _request(self, conn: socket.socket) -> bool:
        """Serve one request; False when the connection has served its last."""
        # One byte, so that something is left to be cut; and a look at what it will become.
        first = conn.recv(1)
        if first in (b"", _LAST):
            conn.sendall(first)
            return False
        begun = first + conn.recv(64, socket.MSG_PEEK)
        if begun.startswith((b"POST " + PUSH.encode() + b" ", b"POST " + CHAT.encode() + b"?")):
            self._at("first_byte")
        head = first
        while b"\r\n\r\n" not in head:
            head += _some(conn, 1024)
        raw_head, _, body = head.partition(b"\r\n\r\n")
        target, headers = _head(raw_head)
        path, _, query = target.partition("?")
        length = int(headers.get("content-length", "0"))
        if path in (PUSH, CHAT):
            asker = _asker_of_chat(query) if path == CHAT else headers
            self._push(conn, path, asker, body, length)
        else:
            while len(body) < length:
                body += _some(conn, length - len(body))
            self._other(conn, path, headers, json.loads(body or b"{}"))
        return headers.get("connection", "").lower() != "close"

    def _push(
        self, conn: socket.socket, path: str, headers: dict[str, str], body: bytes, length: int
    ) -> None:
        with self._lock:
            number = self._seen["push"] = self._seen.get("push", 0) + 1
            fault = self._orders.faults.get(number, "")
        self._at("headers")
        while len(body) < max(1, length // 2):
            body += _some(conn, 256)
        self._place("mid_body", conn, fault)
        while len(body) < length:
            body += _some(conn, length - len(body))
        got = self._take(headers, body, taken=fault not in ("busy", "refused"))
        self._place("body_complete", conn, fault)
        if fault == REDIRECT:
            head = f"HTTP/1.1 307 Elsewhere\r\nLocation: {self.url}{path}\r\n"
            conn.sendall(head.encode() + b"Content-Length: 0\r\nConnection: close\r\n\r\n")
            return
        told = ANSWERS.get(fault) or {"ret_code": 0, "push_id": got.push_id, "seq": 0}
        if path == CHAT:
            code = CHAT_CODES.get(fault, 0)
            told = {"ActionStatus": "FAIL" if code else "OK", "ErrorCode": code, "ErrorInfo": ""}
            told |= {} if code else {"TaskId": got.push_id}
        answer = _answer(told, got.stamp)
        conn.sendall(answer[:10])
        self._place("mid_status", conn, fault)
        conn.sendall(answer[10:-8])
        self._place("mid_answer", conn, fault)
        conn.sendall(answer[-8:])
        self._at("answered")

    def _take(self, headers: dict[str, str], body: bytes, *, taken: bool) -> Received:
        access_id, stamp = headers.get("accessid", ""), headers.get("timestamp", "0")
        with self._lock:
            got = Received(
                life=self._orders.life,
                access_id=access_id,
                body=body,
                stamp=int(stamp),
                signed=headers.get("sign")
                == (CHAT_ID if access_id == CHAT_ID else _signature(access_id, stamp, body)),
                push_id=str(90_000 + len(self.received)),
                taken=taken,
            )
            self.received.append(got)
        return got

    def _other(
        self, conn: socket.socket, path: str, headers: dict[str, str], asked: dict[str, Any]
    ) -> None:
        told: dict[str, Any] = {"retCode": 0, "errMsg": "NO_ERROR"}
        access_id, now = headers.get("accessid", ""), int(headers.get("timestamp", "0"))
        if path == PLAN:
            told["result"] = {"planId": "7", "planName": asked["planName"], "planDescribe": ""}
        elif path == RECORD:
            with self._lock:
                self.looks += 1
            self._at("look.asked")
            told |= self._records(access_id, asked)
        conn.sendall(_answer(told, now))
        if path == RECORD:
            self._at("look.answered")

    # ----------------------------------------------------------------------------------- records

    def _records(self, access_id: str, asked: dict[str, Any]) -> dict[str, Any]:
        """As tpns-rest.md 12.1: by push id, or a page of a period, the newest first."""
        with self._lock:
            mine = [got for got in self.received if got.access_id == access_id and got.taken]
        records = [_record(got) for got in reversed(mine)]
        if "pushId" in asked:
            return {"pushRecordData": [r for r in records if r["pushId"] == asked["pushId"]]}
        found = [
            record
            for record in records
            if asked["startDate"] <= record["date"][:10] <= asked["endDate"]
            and asked.get("msgType", "notify") == "notify"
            and record["pushType"].startswith(asked.get("pushType", ""))
        ]
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 50))
        return {"count": len(found), "pushRecordData": found[offset : offset + limit]}

    # ---------------------------------------------------------------------------------- striking

    def _place(self, place: str, conn: socket.socket, fault: str) -> None:
        self._at(place)
        if FAULTS.get(fault) != place:
            return
        if fault.startswith("cut"):
            # A linger of no time: a reset instead of an orderly end.
            conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise _Ended

    def _at(self, place: str) -> None:
        with self._lock:
            if place != self._orders.place:
                return
            self._seen[place] = self._seen.get(place, 0) + 1
            due = self._seen[place] == self._orders.nth
        if due:
            self._orders.strike()


def _some(conn: socket.socket, count: int) -> bytes:
    data = conn.recv(count)
    if not data:
        raise _Ended
    return data


def _head(raw: bytes) -> tuple[str, dict[str, str]]:
    first, *lines = raw.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return first.split(" ")[1], headers


def _signature(access_id: str, stamp: str, body: bytes) -> str:
    """As tpns-rest.md 3.2, worked out again: the program's own signing is not trusted here."""
    key = KEYS.get(access_id, "").encode()
    digest = hmac.new(key, f"{stamp}{access_id}".encode() + body, hashlib.sha256).hexdigest()
    return base64.b64encode(digest.encode()).decode()


def _asker_of_chat(query: str) -> dict[str, str]:
    """Who asks by a UserSig, as headers would say it; ``sign`` is the SDKAppID if it is right."""
    asked = dict(parse_qsl(query))
    packed = base64.b64decode(asked["usersig"].translate(str.maketrans("*-_", "+/=")))
    told = json.loads(zlib.decompress(packed))
    text = "".join(
        f"TLS.{name}:{told[f'TLS.{name}']}\n"
        for name in ("identifier", "sdkappid", "time", "expire")
    )
    proof = base64.b64encode(hmac.digest(CHAT_KEY.encode(), text.encode(), "sha256")).decode()
    right = proof == told["TLS.sig"] and asked["identifier"] == told["TLS.identifier"] == "boss"
    number = asked["sdkappid"]
    return {
        "accessid": number,
        "timestamp": str(told["TLS.time"]),
        "sign": number if right and str(told["TLS.sdkappid"]) == number else "",
    }


def _answer(told: dict[str, Any], now: int) -> bytes:
    body = json.dumps(told).encode()
    date = format_datetime(datetime.fromtimestamp(now, UTC), usegmt=True)
    head = f"HTTP/1.1 200 OK\r\nDate: {date}\r\nContent-Type: application/json\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def _record(got: Received) -> dict[str, Any]:
    order = json.loads(got.body)
    message = order["message"]
    tags = [item for rule in order.get("tag_rules") or () for item in rule["tag_items"]]
    platform = "ios" if got.access_id.startswith("1600") else "android"
    return {
        "date": datetime.fromtimestamp(got.stamp, _SERVICE_ZONE).strftime("%Y-%m-%d %H:%M:%S"),
        "createTime": got.stamp,
        "pushId": got.push_id,
        "title": message["title"],
        "content": message["content"],
        "status": "PUSH_FINISHED",
        "pushType": order["audience_type"],
        "messageType": order["message_type"],
        "environment": order.get("environment", "product"),
        "expireTime": order.get("expire_time"),
        "targetList": order.get("token_list") or order.get("account_list"),
        "tagSet": {
            "op": tags[0]["tags_operator"],
            "tagWithType": [
                {"tagTypeName": item["tag_type"], "tagValue": tag}
                for item in tags
                for tag in item["tags"]
            ],
        }
        if tags
        else None,
        "uploadId": 0,
        "collapseID": 0,
        "groupId": "",
        "source": "api",
        "pushConfig": {platform: message.get(platform)},
    }
