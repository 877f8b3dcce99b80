"""A request's JSON back to a draft, and by name what a draft could not take of it.

Standard library only. Nothing is ever dropped silently: what is neither in the draft nor says the
same as nothing (``null``, ``""``, ``false``, an id of 0: clients send every field they know,
fact sheet 19) is told as a :class:`Left`. An audience that cannot be read becomes nobody, a time
that cannot be read becomes a time still to be chosen: never everyone, never now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tpns_desktop.model import json_texts as texts
from tpns_desktop.model.body import CHANNELS, FILE_AUDIENCES, push_body
from tpns_desktop.model.draft import Draft, empty_draft
from tpns_desktop.model.leftovers import (
    OTHER_SPELLINGS,
    cleaned,
    copied,
    differences,
    too_deep,
    unread,
)
from tpns_desktop.model.options import OPTIONS, draft_text
from tpns_desktop.model.tag_groups import NotGroups, groups_of, plainly_said


@dataclass(frozen=True, slots=True)
class Left:
    """A part of a body that is not in the draft, or not as it stood."""

    path: str
    """On the wire, as in ``Problem``; names that no service uses are ``?``."""
    reason: str
    """Not taken: ``retired`` (the service has done away with it), ``unknown`` (no such field),
    ``not_allowed`` (no value that the field has), ``not_offered`` (texts in the app's own
    languages, which this program does not write), ``needs_list`` (an upload, to be chosen again as
    a list), ``needs_plan`` (a plan's id, to be chosen among the plans), ``of_the_app`` (decided by
    the app that is chosen), ``excluded`` (contradicts another field), ``not_a_table`` (custom data
    that is no table of keys), ``empty_key``, ``repeated_key``, ``too_deep`` (tag rules beyond what
    a person could check). ``unused``: has no effect for this audience, platform or kind of message.
    ``rewritten``: taken, and said in another form that means the same."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a body."""

    draft: Draft
    left: tuple[Left, ...]
    plan_id: str = ""
    """The service's id of a push plan that the body names; ``""`` for none."""


def draft_of(body: object, platform: str) -> Reading:
    """The draft that makes ``body`` again, as far as a draft can.

    Args:
        body: the value that the JSON text holds; anything.
        platform: ``"android"`` or ``"ios"``, whose request it is.

    ``push_body`` of the draft equals ``body`` but for what ``left`` names, what says the same as
    nothing, and defaults of the service that it writes out (how long to keep it, type of account).
    """
    if not isinstance(body, Mapping) or too_deep(body):
        return Reading(empty_draft(), (Left("", "not_allowed"),))
    reader = _Reader(cleaned(body), platform)
    reader.read()
    return Reading(reader.draft, tuple(reader.left), reader.plan_id)


class _Missing:
    """Stands for a field that is not there; ``None`` is a value of JSON."""


_MISSING: Final = _Missing()
_READERS: Final[Mapping[str, str]] = {
    "token": "device",
    "token_list": "device",
    "account": "account",
    "account_list": "account",
    "all": "all",
    "tag": "tag",
    **{wire: "file" for wire in FILE_AUDIENCES.values()},
}
"""``audience_type`` → kind of audience in the draft."""

_SELECTIONS: Final[Mapping[str, str]] = {
    "token_list": "device",
    "account_list": "account",
    "tag_rules": "tag",
    "tag_list": "tag",
    "upload_id": "file",
}
"""The field that holds a selection → the kind of audience that reads it."""


class _Reader:
    """One body being read: every field is taken out of it once, what remains was not known."""

    def __init__(self, body: dict[str, Any], platform: str) -> None:
        self.draft = empty_draft()
        self.left: list[Left] = []
        self.plan_id = ""
        self._platform = platform
        self._rest = copied(body)
        self._respelt()
        self._given = copied(self._rest)

    def read(self) -> None:
        """Take everything, then name what was not taken or came out otherwise."""
        self._kind()
        self._words()
        self._options()
        self._tap()
        self._custom()
        self._accept()
        self._who()
        self._when()
        self._how()
        self._sms()
        self._plan()
        for path, reason in unread(self._rest, self._platform):
            self._leave(path, reason)
        self._compare()

    # Taking -------------------------------------------------------------------------------

    def _take(self, *path: str) -> Any:
        """The value at ``path``, out of what remains; ``_MISSING`` if there is none."""
        *parents, last = path
        at = self._rest
        for name in parents:
            inner = at.get(name)
            if not isinstance(inner, dict):
                return _MISSING
            at = inner
        return at.pop(last, _MISSING)

    def _put(self, path: str, value: object) -> None:
        *parents, last = path.split(".")
        at: Any = self.draft
        for name in parents:
            at = at[name]
        at[last] = value

    def _leave(self, path: str, reason: str) -> None:
        self.left.append(Left(path, reason))

    def _read(self, wire: str, path: str, as_text: Callable[[Any], object]) -> bool:
        """Take the field ``wire`` to ``path`` of the draft.

        Tells whether it was there, usable or not; ``as_text`` gives ``None`` for what is not.
        """
        value = self._take(*wire.split("."))
        if value is _MISSING:
            return False
        text = as_text(value)
        if text is None:
            self._leave(wire, "not_allowed")
        else:
            self._put(path, text)
        return True

    def _respelt(self) -> None:
        for parents, theirs, ours in OTHER_SPELLINGS:
            at: Any = self._rest
            for name in parents:
                at = at.get(name) if isinstance(at, dict) else None
            if isinstance(at, dict) and theirs in at and ours not in at:
                at[ours] = at.pop(theirs)
                self._leave(".".join((*parents, theirs)), "rewritten")

    # What ---------------------------------------------------------------------------------

    def _kind(self) -> None:
        self._read("message_type", "message.kind", texts.one_of("notify", "message"))
        self._take("message", "ios", "aps", "content-available")

    def _words(self) -> None:
        for name, apple in (("title", "title"), ("content", "body")):
            if not self._read(f"message.{name}", f"message.{name}", texts.string):
                wire = f"message.ios.aps.alert.{apple}"
                if self._read(wire, f"message.{name}", texts.string):
                    self._leave(wire, "rewritten")
        self._read("ntf_wt_attrs", "message.personal.on", texts.switch)
        self._read("supply_inapp_msg", "message.in_app_too", texts.switch)
        for name in ("title", "content", "subtitle"):
            self._read(f"message.default_{name}", f"message.personal.{name}", texts.string)

    def _options(self) -> None:
        shown = self.draft["message"]["kind"] == "notify"
        for option in OPTIONS:
            if self._platform not in option.platforms:
                continue
            wire = option.wire_on(self._platform)
            value = self._take(*wire)
            text = "" if value is _MISSING else draft_text(option, value)
            if text is None:
                self._leave(".".join(wire), "not_allowed")
            elif shown or value is not _MISSING:
                # Not given is something else than our default.
                self._put(option.path, text)

    def _tap(self) -> None:
        wire = "message.android.action"
        if self._platform != "android":
            return
        action = self._take(*wire.split("."))
        if action is _MISSING:
            return
        kind = action.get("action_type", 1) if isinstance(action, dict) else None
        tap = self.draft["message"]["tap"]
        if type(kind) is not int or kind not in (1, 2, 3):
            self._leave(wire, "not_allowed")
            return
        if kind == 1 and "activity" not in action:
            if action == {"action_type": 1}:
                self._forget(wire)
            return
        tap["kind"] = {1: "activity", 2: "web", 3: "page"}[kind]
        self._rest.setdefault("message", {}).setdefault("android", {})["action"] = action
        action.pop("action_type", None)
        if kind == 1:
            self._read(f"{wire}.activity", "message.tap.activity", texts.string)
            self._read(f"{wire}.aty_attr.if", "message.tap.intent_flags", texts.whole)
            self._read(f"{wire}.aty_attr.pf", "message.tap.pending_flags", texts.whole)
        elif kind == 2:
            self._read(f"{wire}.browser.url", "message.tap.url", texts.string)
            self._read(f"{wire}.browser.confirm", "message.tap.confirm", texts.switch)
        else:
            self._read(f"{wire}.intent", "message.tap.page", texts.string)

    def _custom(self) -> None:
        value = self._take("message", self._platform, "custom_content")
        if value is _MISSING:
            return
        try:
            self.draft["message"]["custom"] = texts.custom_rows(value)
        except texts.NoTable as error:
            self._leave(f"message.{self._platform}.custom_content", error.reason)

    def _accept(self) -> None:
        self._read("message.accept_time", "message.accept", texts.windows)

    # Who ----------------------------------------------------------------------------------

    def _who(self) -> None:
        given = self._take("audience_type")
        kind = _READERS.get(given) if isinstance(given, str) else None
        if kind is None and given is not _MISSING:
            self._leave("audience_type", "not_allowed")
        strangers = [
            field for field, own in _SELECTIONS.items() if field in self._rest and own != kind
        ]
        if kind is None or strangers:
            # Its author meant those people and not the others: nobody is guessed.
            for field in strangers:
                self._take(field)
                self._leave(field, "excluded")
            if kind is not None:
                self._leave("audience_type", "excluded")
            return
        self.draft["audience"]["kind"] = kind
        match kind:
            case "tag":
                self._tags()
            case "account" | "device":
                self._ids(kind, only_first=given in ("token", "account"))
            case "file":
                self._account_fields("file")
                if given == FILE_AUDIENCES["token"]:
                    self.draft["audience"]["file"]["platform"] = self._platform

    def _tags(self) -> None:
        rules = self._take("tag_rules")
        if rules is _MISSING:
            return
        try:
            self.draft["audience"]["tag"]["groups"] = groups_of(rules)
        except NotGroups as error:
            self._leave(error.path, error.reason)

    def _ids(self, kind: str, *, only_first: bool) -> None:
        wire = "token_list" if kind == "device" else "account_list"
        ids = self._take(wire)
        if only_first and isinstance(ids, list) and len(ids) > 1:
            # The service reads no other.
            ids = ids[:1]
            self._leave(wire, "unused")
        if ids is not _MISSING:
            text = texts.lines(ids)
            if text is None:
                self._leave(wire, "not_allowed")
            else:
                self.draft["audience"][kind]["text"] = text
        if kind == "device":
            self.draft["audience"]["device"]["platform"] = self._platform
            self._read("ignore_invalid_token", "audience.device.skip_bad", texts.switch)
        else:
            self._account_fields("account")

    def _account_fields(self, kind: str) -> None:
        self._read("account_type", f"audience.{kind}.account_type", texts.natural)
        self._read("account_push_type", f"audience.{kind}.push_type", texts.one_of("0", "1"))

    # When and how -------------------------------------------------------------------------

    def _when(self) -> None:
        schedule = self.draft["schedule"]
        if "send_time" in self._rest:
            schedule["kind"] = "at"
            self._read("send_time", "schedule.at", texts.moment)
        elif "loop_param" in self._rest:
            schedule["kind"] = "loop"
            self._loop()
        if "loop_param" in self._rest and schedule["kind"] == "at":
            self._take("loop_param")
            self._leave("loop_param", "excluded")
        self._read("expire_time", "schedule.expire_s", texts.natural)

    def _loop(self) -> None:
        if not isinstance(self._rest["loop_param"], dict):
            self._take("loop_param")
            self._leave("loop_param", "not_allowed")
            return
        for wire, name, as_text in (
            ("startDate", "start", texts.date),
            ("endDate", "end", texts.date),
            ("loopType", "every", texts.one_of("1", "2", "3")),
            ("loopDayIndexs", "days", texts.each(texts.natural)),
            ("dayTimes", "times", texts.each(texts.day_time)),
        ):
            self._read(f"loop_param.{wire}", f"schedule.loop.{name}", as_text)
        if self.draft["schedule"]["loop"]["every"] == "1":
            self.draft["schedule"]["loop"]["days"] = []

    def _how(self) -> None:
        self._read("push_speed", "schedule.speed", texts.natural)
        self._read("collapse_id", f"schedule.replaces.{self._platform}", texts.natural)
        self._read("force_collapse", "schedule.force_replace", texts.switch)
        self._read("multi_pkg", "schedule.all_packages", texts.switch)
        self._read("tpns_online_push_type", "schedule.online_type", texts.one_of("0", "1"))
        rules = self._take("channel_rules")
        if rules is _MISSING:
            return
        off: list[str] = []
        for i, rule in enumerate(rules if isinstance(rules, list) else [rules]):
            channel = _switched_off(rule)
            if channel is None or channel in off:
                self._leave(f"channel_rules[{i}]", "not_allowed")
            elif channel not in CHANNELS.get(self._platform, ()):
                self._leave(f"channel_rules[{i}]", "unused")
            else:
                off.append(channel)
        self.draft["schedule"]["channels_off"] = off

    def _sms(self) -> None:
        self._read("resend_by_sms", "sms.on", texts.switch)
        if not self.draft["sms"]["on"]:
            return
        for wire, name, as_text in (
            ("delay_trigger_time", "delay_s", texts.natural),
            ("trigger_condition", "trigger", texts.one_of("0", "1", "2")),
            ("sms_template_id", "template_id", texts.an_id),
            ("sms_app_id", "app_id", texts.an_id),
            ("sms_sign_name", "sign_name", texts.string),
            ("sms_template_params", "params", texts.each(texts.string)),
        ):
            self._read(f"sms_info.{wire}", f"sms.{name}", as_text)

    def _plan(self) -> None:
        # Stays in what remains, and is named there: only a person knows which plan that is.
        plan = self._rest.get("plan_id")
        self.plan_id = plan if isinstance(plan, str) else ""

    # What became of it --------------------------------------------------------------------

    def _forget(self, wire: str) -> None:
        """Leave it out of the comparison: it says the same as nothing."""
        *parents, last = wire.split(".")
        at: Any = self._given
        for name in parents:
            at = at[name]
        del at[last]

    def _compare(self) -> None:
        """Name what the draft, written down again, does not say or says otherwise."""
        environment = self._given.get("environment")
        again = push_body(
            self.draft,
            platform=self._platform,
            ios_environment=environment if isinstance(environment, str) else None,
            plan_id=self.plan_id or None,
            file_kind=self._file_kind(),
        )
        given = dict(self._given)
        if "tag_rules" in given:
            given["tag_rules"] = plainly_said(given["tag_rules"])
        if "audience_type" not in again:
            # Nobody is chosen yet; what was wrong with the choice is told.
            given.pop("audience_type", None)
        told = [left.path for left in self.left]
        for path, reason in differences(given, again):
            if not any(_of_one(path, other) for other in told):
                self._leave(path, reason)

    def _file_kind(self) -> str | None:
        audience = self._given.get("audience_type")
        kinds = [kind for kind, wire in FILE_AUDIENCES.items() if wire == audience]
        return kinds[0] if kinds else None


def _of_one(path: str, other: str) -> bool:
    """Whether one of the two is the other or a part of it."""
    short, long = sorted((path, other), key=len)
    return long == short or long.startswith((short + ".", short + "["))


def _switched_off(rule: object) -> str | None:
    """The channel that a rule switches off."""
    if not isinstance(rule, Mapping) or set(rule) != {"channel", "disable"}:
        return None
    channel = rule["channel"]
    known = isinstance(channel, str) and any(channel in names for names in CHANNELS.values())
    return channel if known and rule["disable"] is True else None
