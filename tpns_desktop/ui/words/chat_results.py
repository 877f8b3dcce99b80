"""What became of a push to users of a Chat app, in plain words, and what can be done about it.

The tense tells the truth: accepted is not arrived, asked for is not done, and what this generation
of the service does not tell is said to be untold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.chat_apps import chat_reason_words
from tpns_desktop.ui.words.chat_codes import chat_refusal_words
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day_and_time, duration, grouped, time_of, when_inside
from tpns_desktop.ui.words.results import EndingWords, after_not_sent, settled_words
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import StateWords, reason_words, rows_words

if TYPE_CHECKING:
    from tpns_desktop.model.chat_outcome import DeviceTrace, Loss
    from tpns_desktop.send.chat_facts import ChatFacts
    from tpns_desktop.send.chat_results import May
    from tpns_desktop.store.actions import Action
    from tpns_desktop.store.history import PushRow

translate = QCoreApplication.translate

_BAD_ANSWERS = frozenset(
    {
        "http_status",
        "encoding",
        "answer_too_large",
        "not_json",
        "not_object",
        "repeated_keys",
        "bad_fields",
        "no_code",
        "no_push_id",
    }
)

_BACK = {
    "withdrawn": StateWords(QT_TRANSLATE_NOOP("ChatResults", "Taken back"), "neutral", "cross"),
    "deleted": StateWords(
        QT_TRANSLATE_NOOP("ChatResults", "Deleted before its time"), "neutral", "cross"
    ),
    "scheduled": StateWords(QT_TRANSLATE_NOOP("ChatResults", "Kept for its time"), "ok", "clock"),
    "accepted": StateWords(QT_TRANSLATE_NOOP("ChatResults", "Accepted by Chat"), "ok", "check"),
}

_WHY_NOT = {
    "not_offered": QT_TRANSLATE_NOOP(
        "ChatResults", "This generation of the service can't take a push back."
    ),
    "no_task": QT_TRANSLATE_NOOP(
        "ChatResults",
        "It can't be taken back from here: its answer was lost, and with it the task ID.",
    ),
    "scheduled": QT_TRANSLATE_NOOP(
        "ChatResults",
        "Until its time it can be moved or deleted on the Chat page, under Scheduled.",
    ),
    "too_late": QT_TRANSLATE_NOOP(
        "ChatResults", "It can't be taken back any more: that is possible for 24 hours."
    ),
    "under_way": QT_TRANSLATE_NOOP("ChatResults", "It is being taken back right now."),
    "gone": QT_TRANSLATE_NOOP("ChatResults", "This push is no longer in the history."),
    "needs_words": QT_TRANSLATE_NOOP(
        "ChatResults", "Enter what the notification shall say in its place."
    ),
}

_NO_FIGURES = {
    "not_offered": QT_TRANSLATE_NOOP(
        "ChatResults",
        "This generation of the service tells nothing more about a push: not how many users got "
        "it, nor who. Look at a phone, or at the figures in the Chat console.",
    ),
    "no_task": QT_TRANSLATE_NOOP(
        "ChatResults",
        "Its figures can't be read: its answer was lost, and with it the task ID they go by.",
    ),
    "scheduled": QT_TRANSLATE_NOOP(
        "ChatResults",
        "A push that the service keeps for its time gets another task ID when it leaves, which it "
        "doesn't tell. Its figures stand in the Chat console.",
    ),
    "too_old": QT_TRANSLATE_NOOP(
        "ChatResults", "The service keeps figures for 7 days, and this push is older."
    ),
}

_STAGES = {
    "ready": QT_TRANSLATE_NOOP("ChatResults", "Before it was sent"),
    "delivered": QT_TRANSLATE_NOOP("ChatResults", "After it was sent"),
    "platform": QT_TRANSLATE_NOOP("ChatResults", "At the phones' makers"),
}


def _said(text: str) -> str:
    return translate("ChatResults", text)


# ---------------------------------------------------------------------------------------- states


def chat_state_words(row: PushRow, back: str = "") -> StateWords:
    """Words, tone and icon of a push; `back`: "withdrawn" or "deleted" where it surely was."""
    key = back
    if not key and row.state == "accepted" and row.settled_by != "person":
        key = "scheduled" if row.schedule_at is not None else "accepted"
    if not key:
        return rows_words((row,), row.state)
    words = _BACK[key]
    return words._replace(text=_said(words.text))


def chat_short_label(audience_kind: str, count: int | None) -> str:
    """Whom a push meets, in a few words: "all users", "37 users"."""
    if audience_kind == "users":
        return QCoreApplication.translate("ChatResults", "%Ln user(s)", None, count or 0)
    return {
        "tags": translate("ChatResults", "users by tag"),
        "attributes": translate("ChatResults", "users by attribute"),
    }.get(audience_kind, translate("ChatResults", "all users"))


def chat_ending_words(row: PushRow) -> EndingWords:
    """What happened, was it sent, what to do."""
    if row.state == "accepted":
        return EndingWords(_accepted(row), "", "")
    late = row.state == "not_found" and row.settled_by == "answer"
    if row.state == "rejected" or (late and row.code is not None):
        refusal = chat_refusal_words(row.code)
        return EndingWords(
            refusal.happened,
            translate("ChatResults", "No. The Chat service answered and did not take the push."),
            refusal.to_do,
        )
    if row.state == "not_sent" or late:
        return EndingWords(
            chat_reason_words(row.reason),
            translate("Results", "No. The request never left this computer."),
            after_not_sent(row.reason),
        )
    if row.state == "withdrawn":
        return EndingWords(
            reason_words(row.reason),
            translate("Results", "No. Nothing left this computer."),
            translate("Results", "The draft is kept. Open it and review it when you want to send."),
        )
    if row.state == "unknown":
        return EndingWords(
            _unknown(row),
            translate("Results", "It may have been. Don't send it again yet."),
            translate(
                "ChatResults",
                "The Chat service can't be asked whether it has a push. Look at a phone of a user "
                "who should have got it, and say below what you found. It is never sent again by "
                "itself.",
            ),
        )
    if row.state == "not_found":
        return EndingWords(
            settled_words(row),
            translate("Results", "By what you saw, no. That is no proof."),
            translate(
                "Results",
                "Look at a phone that should have got it. If it did go out and you send it again, "
                "people get it twice.",
            ),
        )
    if row.state == "sending":
        said = translate("Results", "The request is on its way. The answer takes a moment.")
        return EndingWords(said, "", "")
    return EndingWords("", "", "")


def _accepted(row: PushRow) -> str:
    settled = settled_words(row)
    if row.schedule_at is not None:
        said = translate(
            "ChatResults", "The Chat service keeps it and starts it on {0} (taken as Beijing time)."
        ).format(day_and_time(row.schedule_at))
    elif row.push_ids and row.audience_kind == "users":
        said = translate("ChatResults", "The Chat service has it.")
    elif row.push_ids:
        said = translate(
            "ChatResults",
            "The Chat service has it. To reach everyone takes time, usually under a minute.",
        )
    else:
        said = translate("ChatResults", "No task ID is known for it.")
    if row.left_out:
        some = translate(
            "ChatResults", "%Ln user(s) were left out; they stand below.", None, len(row.left_out)
        )
        said = together([said, some])
    return together([settled, said]) if settled else said


def _unknown(row: PushRow) -> str:
    if row.reason in ("restart", "quit"):
        return translate("Results", "The program ended while the push was being sent.")
    if row.reason == "restored":
        return translate(
            "Results",
            "This history comes from a backup or a copy that was made before the push had ended.",
        )
    if row.code:
        return chat_refusal_words(row.code).happened
    if row.reason in _BAD_ANSWERS:
        return translate("Results", "The answer of the service could not be read.")
    if row.reason in ("read_timeout", "deadline"):
        return translate("Results", "We sent it and no answer came in time. It may have gone out.")
    if row.reason == "failed":
        return translate(
            "Results",
            "A step inside this program went wrong while the push was being sent. It may have "
            "gone out.",
        )
    return translate("Results", "The connection broke after we sent it. It may have gone out.")


def kept_words(row: PushRow, facts: ChatFacts, now: datetime) -> str:
    """Until when it is kept for users who are offline; empty where there is no such time."""
    if row.state != "accepted" or facts.online_only or not facts.life_s or row.sent_at is None:
        return ""
    until = row.sent_at + timedelta(seconds=facts.life_s)
    if until <= now:
        return translate(
            "ChatResults", "It was kept for users who were offline until {0}; that is over."
        ).format(when_inside(until))
    return translate("ChatResults", "It is kept for users who are offline until {0}.").format(
        when_inside(until)
    )


# ------------------------------------------------------------------------------------ taking back


def withdraw_words(may: May, last: Action | None, now: datetime) -> str:
    """Whether it can be taken back, until when, and what came of it so far."""
    said = [_end_words(last)] if last is not None else []
    if not may.withdraw and may.until is not None:
        left = max(int((may.until - now).total_seconds()) // 60 * 60, 60)
        said.append(
            translate("ChatResults", "It can be taken back until {0}: {1} left.").format(
                when_inside(may.until), _hours(left)
            )
        )
    elif may.withdraw in _WHY_NOT:
        said.append(_said(_WHY_NOT[may.withdraw]))
    return together(said)


def _hours(seconds: int) -> str:
    hours, minutes = divmod(seconds // 60, 60)
    if not hours or not minutes:
        return duration(seconds)
    return translate("ChatResults", "{0} {1}").format(
        duration(hours * 3600), duration(minutes * 60)
    )


def _end_words(action: Action) -> str:
    at = when_inside(action.ended_at or action.begun_at)
    if action.outcome == "done":
        return translate(
            "ChatResults",
            "Taken back ({0}). Who had not got it gets it no more; who read it has read it.",
        ).format(at)
    if action.outcome == "refused":
        refusal = chat_refusal_words(action.code)
        said = translate("ChatResults", "The Chat service did not take it back ({0}).").format(at)
        return together([said, refusal.happened, refusal.to_do])
    if action.outcome == "not_sent":
        said = translate(
            "ChatResults", "It was not taken back ({0}): the request never left this computer."
        ).format(at)
        return together([said, chat_reason_words(action.reason)])
    if action.outcome == "unknown":
        return translate(
            "ChatResults",
            "We asked to take it back ({0}), and no answer came that could be read. It may be "
            "taken back or not; the Chat service can't be asked. To ask a second time is harmless.",
        ).format(at)
    return ""


def withdraw_trouble(reason: str, code: int | None = None) -> str:
    """Why nothing was asked for."""
    if reason in _WHY_NOT:
        return _said(_WHY_NOT[reason])
    if reason == "withdrawn":
        return translate("ChatResults", "It was taken back already.")
    return together(
        [translate("ChatResults", "Nothing was taken back."), ask_trouble(reason, code)]
    )


# ---------------------------------------------------------------------------------------- figures


def no_figures_words(may: May) -> str:
    """Why there is nothing to read; empty where there is."""
    return _said(_NO_FIGURES[may.figures]) if may.figures in _NO_FIGURES else ""


def ask_trouble(reason: str, code: int | None = None) -> str:
    """Why a question got no answer, from an `AskFailed`."""
    if code is not None:
        return together([*chat_refusal_words(code)])
    if reason in ("app_changed", "app_gone"):
        return translate(
            "ChatResults",
            "The Chat app is set up otherwise by now or not connected. Connect it as it was.",
        )
    return chat_reason_words(reason)


def loss_words(loss: Loss) -> str:
    """Why so many did not get it: "Before it was sent: 12 users. The service says: …"."""
    said = translate("ChatResults", "{0}: {1}").format(
        _said(_STAGES.get(loss.stage, loss.stage)), _users(loss.count)
    )
    why = loss.text or loss.code
    if not why:
        return said
    text = translate("ChatResults", "{0} — the service says “{1}”")
    if loss.text and loss.code:
        why = translate("ChatResults", "{0} ({1})").format(loss.text, loss.code)
    return text.format(said, why)


def _users(count: int) -> str:
    return QCoreApplication.translate("ChatResults", "%Ln user(s)", None, count)


_FIGURES = {
    "TargetUsers": QT_TRANSLATE_NOOP("ChatResults", "Users it was meant for"),
    "DeliveredUsers": QT_TRANSLATE_NOOP("ChatResults", "Users who got it"),
}
"""The few names that are understood; any other stands as the service calls it."""


def figure_lines(answer: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Name, figure and nothing, of all figures that the service gave, whatever it calls them."""
    lines = []
    for name, value in _leaves(answer.get("Results", answer)):
        if name in ("TaskID", "TaskId", "ActionStatus", "ErrorCode", "ErrorInfo"):
            continue
        shown = grouped(value) if isinstance(value, int) else str(value)
        lines.append((_said(_FIGURES[name]) if name in _FIGURES else name, shown, ""))
    return lines


def device_lines(device: DeviceTrace) -> list[tuple[str, str, str]]:
    """What became of it on one device; names that are not documented stand as they came."""
    told = []
    for name, value in _leaves(device.events):
        if name == "ErrorInfo" and value:
            told.append(str(value))
    at = device.pushed_at
    sent = translate("ChatResults", "sent {0}").format(at) if at else ""
    hint = " · ".join(one for one in (sent, device.instance_id) if one)
    said = " · ".join(dict.fromkeys(told)) or translate("ChatResults", "nothing more is told")
    return [(device.system or translate("ChatResults", "A device"), said, hint)]


def _leaves(value: object, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner, name)
    else:
        yield name, value


def left_out_words(code: int) -> str:
    """Why one user was left out, and what to do about it."""
    return together([*chat_refusal_words(code)])


def read_words(read_at: datetime | None) -> str:
    """When the figures were read; empty before."""
    return translate("ChatResults", "Read at {0}.").format(time_of(read_at)) if read_at else ""
