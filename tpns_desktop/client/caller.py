"""What every call has in common: fields become bytes, an answer becomes a value or an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from tpns_desktop.client import answers
from tpns_desktop.client.answers import Envelope
from tpns_desktop.client.errors import BadAnswer, MaybeSent, Refused
from tpns_desktop.client.strict import Unusable
from tpns_desktop.client.transport import Wire

T = TypeVar("T")


class Caller:
    """A wire, and the way a call takes over it."""

    _wire: Wire

    async def _ask(self, path: str, fields: dict[str, Any], read: Callable[[Envelope], T]) -> T:
        """A question that changes nothing. Raises `NotSent`, `BadAnswer` or `Refused`."""
        return self._read(path, await self._wire.ask(path, _json(fields)), BadAnswer, read)

    async def _change(self, path: str, fields: dict[str, Any], read: Callable[[Envelope], T]) -> T:
        """What must not happen twice unseen. Raises `NotSent`, `MaybeSent` or `Refused`."""
        return self._read(path, await self._wire.change(path, _json(fields)), MaybeSent, read)

    @staticmethod
    def _read(
        path: str,
        raw: bytes,
        unusable: type[MaybeSent] | type[BadAnswer],
        read: Callable[[Envelope], T],
    ) -> T:
        request = f"POST {path}"
        try:
            answer = answers.envelope(raw)
            if answer.code == 0:
                return read(answer)
            failure: MaybeSent | BadAnswer | Refused
            failure = Refused(answer.code, answer.text, request, answers.codes(answer))
            if unusable is MaybeSent and answers.names_push(answer):
                # It says no and names a push all the same: no proof that nobody gets it.
                failure = MaybeSent(
                    "bad_fields", request, code=answer.code, text=answer.text, status=200
                )
        except Unusable as error:
            failure = unusable(error.reason, request, status=200)
        raise failure


def _json(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
