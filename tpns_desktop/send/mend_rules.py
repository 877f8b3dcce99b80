"""What can still be put right about a push, as a table: who, system, state and time → why not.

The service takes back little, and not the same on both systems (tpns-rest.md 8 and 5.1):

    cancel    a scheduled push that has not been dispatched; everyone, tags, a list of accounts
    stop      what phones that are off would still get; Android; everyone, tags, several accounts
    replace   a new push with `collapse_id`; everyone, tags, a list of accounts
    correct   a new push to the same people; anything that went out

Asked for one push id at a time: of a repetition each run is judged by itself. The first row that
fits says why not; where none fits it is possible. Words are the window's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

CANCEL: Final = "cancel"
STOP: Final = "stop"
REPLACE: Final = "replace"
CORRECT: Final = "correct"
KINDS: Final = (CANCEL, STOP, REPLACE, CORRECT)
"""In the order in which they are offered."""

_BROADCASTS: Final = frozenset({"all", "tag", "package_account_push"})
_STOPPABLE: Final = frozenset({"all", "tag", "account_list"})


@dataclass(frozen=True)
class Facts:
    """What decides about one push id."""

    audience: str
    """`audience_type` of the request."""
    platform: str
    state: str
    """Of the row, see `model.states`."""
    timing: str
    """"ahead" (its time is to come), "begun" (it has begun, and phones may still get it), "over"
    (no phone gets it any more), "forgotten" (longer ago than the service remembers)."""
    scheduled: bool = True
    """Whether it was given a time, once or again and again."""
    has_id: bool = True
    """Whether its push id is known."""
    repeats: bool = False
    test: bool = False
    status: str = ""
    """The newest that is known of the service's record, or empty."""
    earlier: str = ""
    """How the newest such action about this push id ended, or empty."""
    app: str = "chosen"
    """Whether the app that it was sent with is "chosen", "other" or "gone"."""


@dataclass(frozen=True)
class Rule:
    """Why not, where everything named fits."""

    reason: str
    kinds: frozenset[str] = frozenset(KINDS)
    fits: Mapping[str, frozenset[object]] | None = None
    """Fact → values; None: always."""
    but: Mapping[str, frozenset[object]] | None = None
    """Fact → values with which the rule does not count."""

    def holds(self, kind: str, facts: Facts) -> bool:
        """Whether the rule speaks against it."""
        if kind not in self.kinds:
            return False
        fits, but = self.fits or {}, self.but or {}
        return all(getattr(facts, name) in some for name, some in fits.items()) and not any(
            getattr(facts, name) in some for name, some in but.items()
        )


def _one(*values: object) -> frozenset[object]:
    return frozenset(values)


_REQUESTS: Final = frozenset({CANCEL, STOP})
_NEW_PUSHES: Final = frozenset({REPLACE, CORRECT})
_OLD_PUSH: Final = frozenset({CANCEL, STOP, REPLACE})

RULES: Final[tuple[Rule, ...]] = (
    # Before there is a push at all.
    Rule("on_hold", fits={"state": _one("confirmed", "held")}),
    Rule("leaving", fits={"state": _one("sending")}),
    Rule("unsettled", fits={"state": _one("unknown")}),
    Rule("not_accepted", fits={"state": _one("rejected", "not_sent", "withdrawn", "not_found")}),
    Rule("test", fits={"test": _one(True)}),
    Rule("no_id", _OLD_PUSH, fits={"has_id": _one(False)}),
    Rule("not_scheduled", frozenset({CANCEL}), fits={"scheduled": _one(False)}),
    # What was done about it before.
    Rule("under_way", _REQUESTS, fits={"earlier": _one("begun")}),
    Rule("not_known", _REQUESTS, fits={"earlier": _one("unknown")}),
    Rule("cancelled", frozenset({CANCEL}), fits={"earlier": _one("done")}),
    Rule("stopped", frozenset({STOP}), fits={"earlier": _one("done")}),
    Rule("cancelled", fits={"status": _one("PUSH_CANCELED")}),
    Rule("stopped", _OLD_PUSH, fits={"status": _one("PUSH_DELETED_PUSH_MSG")}),
    Rule("recalled", _OLD_PUSH, fits={"status": _one("PUSH_REVOKED")}),
    Rule("replaced", _OLD_PUSH, fits={"status": _one("PUSH_COLLAPSED")}),
    Rule("deleted", _OLD_PUSH, fits={"status": _one("PUSH_DELETED")}),
    Rule("failed", _OLD_PUSH, fits={"status": _one("PUSH_FAILED")}),
    # Cancel.
    Rule("cancel_audience", frozenset({CANCEL}), but={"audience": _BROADCASTS}),
    Rule("dispatched", frozenset({CANCEL}), but={"timing": _one("ahead")}),
    Rule("dispatched", frozenset({CANCEL}), fits={"status": _one("PUSH_STARTED", "PUSH_FINISHED")}),
    # Stop.
    Rule("stop_system", frozenset({STOP}), but={"platform": _one("android")}),
    Rule("stop_audience", frozenset({STOP}), but={"audience": _STOPPABLE}),
    # Replace.
    Rule("replace_audience", frozenset({REPLACE}), but={"audience": _BROADCASTS}),
    Rule("replace_repeats", frozenset({REPLACE}), fits={"repeats": _one(True)}),
    # What has not begun is cancelled; what is over is beyond reach.
    Rule("not_begun", frozenset({STOP, REPLACE, CORRECT}), fits={"timing": _one("ahead")}),
    Rule("over", frozenset({STOP}), fits={"timing": _one("over", "forgotten")}),
    Rule("forgotten", frozenset({REPLACE}), fits={"timing": _one("forgotten")}),
    # A new push is written for the chosen app.
    Rule("app_gone", _NEW_PUSHES, fits={"app": _one("gone")}),
    Rule("other_app", _NEW_PUSHES, fits={"app": _one("other")}),
)

RULED_OUT: Final[Mapping[str, str]] = {
    "PUSH_CANCELED": "cancelled",
    "PUSH_DELETED_PUSH_MSG": "stopped",
    "PUSH_REVOKED": "recalled",
    "PUSH_COLLAPSED": "replaced",
    "PUSH_DELETED": "deleted",
    "PUSH_FAILED": "failed",
}
"""Status of a record → why the push is not replaced, as the rows above have it."""

_OF_KIND: Final = {kind: tuple(rule for rule in RULES if kind in rule.kinds) for kind in KINDS}


def why_not(kind: str, facts: Facts) -> str | None:
    """Why this cannot be done about this push; None where it can."""
    return next((rule.reason for rule in _OF_KIND[kind] if rule.holds(kind, facts)), None)
