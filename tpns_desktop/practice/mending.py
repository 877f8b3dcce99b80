"""Ends pushes by hand: stop, recall, and cancel one that is still scheduled (tpns-rest 8).

No answer of these calls is published, nor what a wrong state answers: 1008015 for an unknown push
and 1008007 for everything that the page does not offer are inferred there.
"""

from __future__ import annotations

from typing import Final

from .codes import BAD_VALUE, NO_SUCH_PUSH, Refusal, invalid
from .fields import Fields
from .push import Ended, Ending, Push
from .reports import named_push, status_of
from .state import Application, dispatch_s

_STOPPABLE: Final = frozenset({"all", "tag", "account_list"})
_CANCELLABLE: Final = frozenset({"all", "tag", "package_account_push"})


def stop_push(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``stop_push_msg``: what has not arrived yet never will; what is shown stays.

    Raises ``Refusal`` 1008002, 1008015, or 1008007: on iOS, for other targets than everyone, tags
    and a list of accounts, before the push starts, and when it is over or has been ended.
    """
    push = _running(application, fields, now)
    if push is None:
        return {}
    over_s = dispatch_s(push)
    if application.rules.stop_until == "due":
        over_s += push.order.expire_s
    if application.elapsed_s(push, now) > over_s:
        raise invalid("pushId")  # Nothing of it is still due (inferred).
    return _end(push, "PUSH_DELETED_PUSH_MSG", now)


def revoke_push(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``revoke_push_msg``: as ``stop_push``, and what is shown goes, also when nothing is due.

    Marked "not live yet" by the page: where ``Rules.recall`` is off, 1008007 for every push.
    """
    push = _running(application, fields, now)
    if not application.rules.recall:
        raise Refusal(BAD_VALUE)
    if push is None:
        return {}
    return _end(push, "PUSH_REVOKED", now)


def cancel_push(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``cancel_timing_task``: drops a scheduled push before it is dispatched; of a loop, one run.

    Raises ``Refusal`` 1008002, 1008015, or 1008007: for other targets than everyone, tags and an
    account package, for a push that was not scheduled, and once it runs or has been ended.
    """
    push = _named(application, fields)
    rules = application.rules
    if push.ending is not None and rules.end_again == "accepted":
        return {}
    if (
        push.order.audience_type not in _CANCELLABLE
        or not (push.scheduled or rules.cancellable == "waiting")
        or status_of(application, push, now) != "PUSH_WAIT"
    ):
        raise invalid("pushId")
    if rules.cancel_loop == "all_runs":
        for other in application.pushes:
            # The runs of a loop are pushes of one order, read once.
            if other.order is push.order and status_of(application, other, now) == "PUSH_WAIT":
                _end(other, "PUSH_CANCELED", now)
    return _end(push, "PUSH_CANCELED", now)


def _named(application: Application, fields: Fields) -> Push:
    try:
        return named_push(application, fields)
    except Refusal as refusal:
        if refusal.code == NO_SUCH_PUSH and application.rules.ending_unknown == "bad_value":
            raise invalid("pushId") from None
        raise


def _running(application: Application, fields: Fields, now: float) -> Push | None:
    """The push to end; ``None`` where nothing is to be done because it was ended already."""
    push = _named(application, fields)
    rules = application.rules
    stoppable = _STOPPABLE
    if rules.stoppable == "and_package":
        stoppable |= {"package_account_push"}
    if (
        application.platform != "android"
        or push.order.audience_type not in stoppable
        or now < push.starts_at
        or (push.ending is not None and rules.end_again == "refused")
    ):
        raise invalid("pushId")
    return push if push.ending is None else None


def _end(push: Push, status: Ended, now: float) -> dict[str, object]:
    push.ending = Ending(status, now)
    return {}
