"""The devices that calls name by their tokens."""

from __future__ import annotations

from tpns_desktop.model.limits import TOKEN_LENGTH

from .codes import BAD_TOKEN, UNKNOWN_TOKEN, Refusal
from .state import Application


def device_of(application: Application, token: str, path: str = "token") -> int:
    """The device of a token.

    Raises ``Refusal`` 1008029 for one that cannot be a token, naming ``path``, and 1008006 for one
    that is not registered.
    """
    fleet = application.fleet
    if len(token) > TOKEN_LENGTH and application.rules.long_token == "unknown":
        raise Refusal(UNKNOWN_TOKEN)
    if not 1 <= len(token) <= TOKEN_LENGTH:
        raise Refusal(BAD_TOKEN, path)
    index = fleet.device(token)
    if index is None:
        raise Refusal(UNKNOWN_TOKEN)
    return index
