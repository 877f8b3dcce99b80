"""How to point a client at a practice service: words for somebody who programs.

Made from what the service prints when it starts (``command.start_line``), so it tells of whatever
services are there.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from .chat_auth import ChatKeys, user_sig

_PUSH: Final = {
    "audience_type": "all",
    "message_type": "notify",
    "message": {"title": "Hello", "content": "From practice"},
}

_CHAT_PUSH: Final = {
    "MsgRandom": 1,
    "MsgBody": [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "From practice"}}],
}


def guide(line: Mapping[str, Any], *, now: float) -> str:
    """What to set where, and first commands to try; ``line`` as ``start_line`` gives it.

    The UserSig among them is made at ``now`` (seconds since 1970) and lasts a day.
    """
    return "\n".join(_lines(line, now))


def _lines(line: Mapping[str, Any], now: float) -> Iterator[str]:
    base_url, keys = line["base_url"], line["tpns"]["android"]
    trust = line.get("certificate")
    yield "To try it with curl:"
    trusting = ["--cacert", trust] if trust else []
    log_in = ["-u", f"{keys['access_id']}:{keys['secret_key']}"]
    yield _curl([*log_in, *trusting], _PUSH, f"{base_url}/v3/push/app")
    chat = line["chat"]
    yield _curl(trusting, _CHAT_PUSH, f"{base_url}/v4/all_member_push/im_push?{_query(chat, now)}")
    yield ""
    yield "A client of TPNS:"
    yield f"  address    {base_url} in place of https://api.tpns.tencent.com"
    yield "  AccessId and SecretKey of one system above; Basic or a signature (Sign, TimeStamp)"
    cloud = line["sms"]
    yield "A client of the cloud that signs with TC3-HMAC-SHA256:"
    yield f"  endpoint   {urlsplit(base_url).netloc}, protocol {urlsplit(base_url).scheme}"
    yield f"  service    sms, version 2021-01-11, region {cloud['region']}"
    yield "  SecretId and SecretKey of the SMS service above"
    yield "A client of the Chat REST API:"
    yield f"  address    {base_url} in place of https://console.tim.qq.com"
    yield f"  query      sdkappid={chat['sdkappid']}&identifier={chat['identifier']}"
    yield "             &usersig=…&random=…&contenttype=json; UserSig signed with the Key above"
    yield ""
    if trust:
        yield "The certificate is made for this run; its authority, for clients to trust:"
        yield f"  {trust}"
        yield "  SSL_CERT_FILE, REQUESTS_CA_BUNDLE or NODE_EXTRA_CA_CERTS name it to most clients"
    else:
        yield "A client that insists on https: start again with --tls."
    yield "Only programs on this machine are served, at exactly this address (not localhost)."


def _curl(options: Sequence[str], body: object, address: str) -> str:
    text = json.dumps(body, separators=(",", ":"))
    command = ["curl", *options, "-H", "Content-Type: application/json", "-d", text, address]
    return f"  {shlex.join(command)}"


def _query(chat: Mapping[str, Any], now: float) -> str:
    keys = ChatKeys(chat["sdkappid"], chat["secret_key"])
    return urlencode(
        {
            "sdkappid": keys.sdkappid,
            "identifier": chat["identifier"],
            "usersig": user_sig(keys, chat["identifier"], now=now),
            "random": 1,
            "contenttype": "json",
        },
        safe="*",
    )
