"""A request as code that a developer can run: a curl command, a Python program. No key is in it.

Built from address and body alone, which have no key: placeholders stand where keys go, so there is
nothing to mask. Source: sending.md 4; tpns-rest.md 3.1 and 3.2.
"""

from __future__ import annotations

import json
import pprint

METHOD = "POST"
PATH = "/v3/push/app"
"""Of every push (tpns-rest.md 3)."""
ACCESS_ID = "<AccessId>"
SECRET_KEY = "<SecretKey>"
"""What stands in place of the keys; neither can be one."""

_LATER = "# upload_id: put in the id that the upload of the list gave.\n"


def curl_with_login(url: str, body: bytes) -> str:
    """A command for a POSIX shell that runs once both keys are put in.

    Basic log-in: a signature would be too old a few minutes after it was copied.
    """
    said = body.decode("utf-8").replace("'", "'\\''")
    lines = (
        f"curl -X {METHOD} '{url}{PATH}'",
        f"-u '{ACCESS_ID}:{SECRET_KEY}'",
        "-H 'Content-Type: application/json'",
        f"--data-raw '{said}'",
    )
    return _later(body) + " \\\n  ".join(lines) + "\n"


def python_program(url: str, body: bytes) -> str:
    """A program for Python 3 alone, without packages, that signs the very bytes it sends."""
    value = json.loads(body)
    if _bytes(value) == body:
        shown = _VALUE.format(value=pprint.pformat(value, width=88, sort_dicts=False))
    else:  # not written as we write it: the text itself then
        shown = f"body = {body.decode('utf-8')!r}.encode()\n"
    return _later(body) + _PROGRAM.format(
        access_id=ACCESS_ID, secret_key=SECRET_KEY, url=url + PATH, body=shown
    )


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _later(body: bytes) -> str:
    return _LATER if b'"upload_id":0,' in body or b'"upload_id":0}' in body else ""


_VALUE = """\
push = {value}

body = json.dumps(push, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
"""
_PROGRAM = """\
import base64
import hashlib
import hmac
import json
import time
import urllib.request

ACCESS_ID = "{access_id}"
SECRET_KEY = "{secret_key}"
URL = "{url}"

{body}now = str(int(time.time()))
digest = hmac.new(
    SECRET_KEY.encode(), now.encode() + ACCESS_ID.encode() + body, hashlib.sha256
).hexdigest()
request = urllib.request.Request(
    URL,
    data=body,
    method="POST",
    headers={{
        "Content-Type": "application/json",
        "AccessId": ACCESS_ID,
        "TimeStamp": now,
        "Sign": base64.b64encode(digest.encode()).decode(),
    }},
)
with urllib.request.urlopen(request, timeout=30) as answer:
    print(answer.read().decode("utf-8"))
"""
