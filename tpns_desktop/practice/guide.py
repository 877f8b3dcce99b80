"""How to point a client at a practice service: words for somebody who programs.

Made from what the service prints when it starts (``command.start_line``), so it tells of whatever
services are there.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

_PUSH: Final = {
    "audience_type": "all",
    "message_type": "notify",
    "message": {"title": "Hello", "content": "From practice"},
}


def guide(line: Mapping[str, Any]) -> str:
    """What to set where, and a first command to try; ``line`` as ``start_line`` gives it."""
    return "\n".join(_lines(line))


def _lines(line: Mapping[str, Any]) -> Iterator[str]:
    base_url, keys = line["base_url"], line["tpns"]["android"]
    trust = line.get("certificate")
    yield "To try it with curl:"
    command = ["curl", "-u", f"{keys['access_id']}:{keys['secret_key']}"]
    if trust:
        command += ["--cacert", trust]
    body = json.dumps(_PUSH, separators=(",", ":"))
    command += ["-H", "Content-Type: application/json", "-d", body, f"{base_url}/v3/push/app"]
    yield f"  {shlex.join(command)}"
    yield ""
    yield "A client of TPNS:"
    yield f"  address    {base_url} in place of https://api.tpns.tencent.com"
    yield "  AccessId and SecretKey of one system above; Basic or a signature (Sign, TimeStamp)"
    cloud = line["sms"]
    yield "A client of the cloud that signs with TC3-HMAC-SHA256:"
    yield f"  endpoint   {urlsplit(base_url).netloc}, protocol {urlsplit(base_url).scheme}"
    yield f"  service    sms, version 2021-01-11, region {cloud['region']}"
    yield "  SecretId and SecretKey of the SMS service above"
    chat = line.get("chat")
    if chat:
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
