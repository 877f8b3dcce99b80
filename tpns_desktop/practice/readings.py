"""What the documents leave open, each with the reading taken here and the others one can choose.

One switch for each place; why it is open, and where, stands in ``UNSETTLED.md`` beside the switch's
name. ``tpns-desktop practice --set name=value`` chooses another reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tpns_desktop.model.limits import (
    ACCOUNT_CALL_MAX,
    ACCOUNTS_MAX,
    CLOCK_SKEW_S_MAX,
    TAG_PAIRS_MAX,
)


@dataclass(frozen=True, slots=True)
class Readings:
    """Switches; the first value of each is the reading taken."""

    # Log-in and answers
    login_failure_status: Literal[200, 403] = 200
    """HTTP status of a failed log-in; 403 comes without a body."""
    clock_skew_s: int = CLOCK_SKEW_S_MAX
    """Age of a signature that is still taken, each way."""
    upload_signed: Literal["body", "no_body"] = "body"
    """What an upload's signature is over, besides time and AccessId."""
    refusal_data: Literal["absent", "empty"] = "absent"
    """Whether a refusal holds a ``result``, an empty text."""
    refusal_text: Literal["with_field", "published"] = "with_field"
    """Whether the text names the field that is missing or wrong."""
    plan_err_msg: Literal["both", "old"] = "both"
    """Whether a plan's text stands in ``errMsg`` or, as once, in ``ErrMsg`` alone."""
    ending_envelope: Literal["camel", "snake"] = "camel"
    """How stop, recall and cancel are answered."""
    short_names: bool = True
    """Whether calls are served under the short names of overview pages too."""

    # Pushes
    time_zone: Literal["utc+8", "utc"] = "utc+8"
    """Of ``send_time`` and of loops."""
    late_send_time: Literal["ten_minutes", "at_once"] = "ten_minutes"
    """Past ``send_time``: refused when more than ten minutes late, or always sent at once."""
    weekly_zero: Literal["sunday", "monday"] = "sunday"
    """Which day 0 of a weekly loop is."""
    loop_elsewhere: Literal["refused", "ignored"] = "refused"
    """A loop on a target that cannot loop."""
    all_channels_closed: Literal["refused", "accepted"] = "refused"
    """A push whose every channel is closed."""
    unknown_ids: Literal["refused", "ignored"] = "refused"
    """An unknown ``plan_id`` or ``collapse_id``."""
    wide_pushes: Literal["together", "each_kind"] = "together"
    """What the limit of one push a second counts."""
    same_content: Literal["target_and_words", "words"] = "target_and_words"
    """What makes a broadcast the same as one before."""
    kept_uploads: int = 1000
    """Packages that one AccessId remembers; the oldest are forgotten first."""
    bad_lines: Literal["refused", "skipped"] = "refused"
    """Whether a bad line refuses the whole package."""
    package_accounts: Literal["when_pushed", "when_uploaded"] = "when_pushed"
    """When it is looked up which devices the accounts of a package have."""

    # Ending pushes
    ending_unknown: Literal["no_push", "bad_value"] = "no_push"
    """An unknown push is answered with 1008015, or with 1008007 as a wrong state is."""
    stoppable: Literal["account_list", "and_package"] = "account_list"
    """Which pushes to accounts can be stopped."""
    stop_stops: Literal["everything", "own_channel"] = "everything"
    """What a stopped push brings no more."""
    stop_until: Literal["due", "handed_over"] = "due"
    """Until nothing of a push is due any more, or until it is handed over."""
    recall: bool = True
    """Whether ``revoke_push_msg`` works; its page says that it is not live yet."""
    cancellable: Literal["scheduled", "waiting"] = "scheduled"
    """Whether a push that was just sent can be cancelled while it waits."""
    cancel_loop: Literal["one_run", "all_runs"] = "one_run"
    """What goes when a run of a loop is cancelled."""
    end_again: Literal["refused", "accepted"] = "refused"
    """Ending a push that was ended already."""

    # Devices
    tag_length: Literal["characters", "bytes"] = "characters"
    """What the 50 of a tag are."""
    tag_pairs: int = TAG_PAIRS_MAX
    """Pairs in one tag call."""
    tag_limits: bool = True
    """Whether tags beyond 100 a device and 10,000 an app are refused."""
    tag_unknown_token: Literal["refused", "skipped"] = "refused"
    """An unknown token among several in a tag call."""
    long_token: Literal["not_valid", "unknown"] = "not_valid"
    """A token above 36 characters is answered with 1008029, or as an unknown one with 1008006."""
    later_s: float = 10.0
    """Simulated seconds until a call that "works later" has worked."""
    accounts_later: bool = False
    """Whether accounts are bound so much later, too: the page says "asynchronous"."""
    absent_account: Literal["no_fault", "nobody"] = "no_fault"
    """Removing an account that the device has not: code 0, or 10110008."""
    account_tokens: Literal["limited", "unlimited"] = "limited"
    """Whether an account may be bound to a 101st token."""
    binding_tokens: int = ACCOUNT_CALL_MAX
    """Tokens in one call that binds accounts."""
    accounts_asked: int = ACCOUNTS_MAX
    """Accounts and tokens in other calls about accounts."""
    outer_account_type: Literal["default", "ignored"] = "default"
    """Whether an ``account_type`` beside the accounts stands for those that have none."""
    told_accounts: Literal["bare", "with_type"] = "bare"
    """How the accounts of a token are told."""
    attributes_set: Literal["either", "strict"] = "either"
    """Whether adding an attribute that is there, or updating one that is not, is refused."""
    attribute_token: Literal["as_tags", "bad_value"] = "as_tags"
    """Code for an unknown token of the attribute call."""

    # Records and statistics
    statistics_calls: Literal["together", "each"] = "together"
    """What the 200 an hour count."""
    records_page: int = 50
    """``limit`` of a page of records when none is given."""
    record_day: Literal["made_or_starts", "made", "starts"] = "made_or_starts"
    """The day by which a push is found in a period."""
    record_types: Literal["as_lists", "as_sent"] = "as_lists"
    """``pushType`` of pushes to a single token or account."""
    all_row: Literal["every_channel", "own_arrivals"] = "every_channel"
    """Whether arrivals and taps in the row ``all`` are of own, ROG and FCM only."""
    counters_day: Literal["starts", "made"] = "starts"
    """The day that a push's counters belong to."""
    last_days: Literal["before_today", "with_today"] = "before_today"
    """Whether "the last 7 days" are seven before today, or today and six before."""
    group_id: Literal["plan", "ignored"] = "plan"
    """What ``groupId`` alone stands for."""
    distribution_today: bool = True
    """Whether today's distribution of devices is told."""
    target_types: Literal["by_kind", "published"] = "by_kind"
    """``pushTargetType``: made after the published ``TAG_PUSH``, or nothing but that."""
    token_pushes: Literal["without_cancelled", "all"] = "without_cancelled"
    """Whether a token's list holds cancelled pushes."""

    # Texts that follow a push, and the SMS service
    text_wait: Literal["first_delivery", "start"] = "first_delivery"
    """From when the wait counts."""
    text_when_off: Literal["after_wait", "at_once"] = "after_wait"
    """When texts go out to devices with notifications off (``trigger_condition`` 0)."""
    text_whom: Literal["with_off", "planned"] = "with_off"
    """Whether "not arrived" and "not tapped" mean devices with notifications off too."""
    text_numbers: Literal["once", "each_device"] = "once"
    """Whether a number is tried once, or for each of its devices (the second is refused then)."""
    text_after_ending: Literal["none", "sent"] = "none"
    """Texts of a push that was ended before its wait was over."""
    sms_info: Literal["form", "account"] = "form"
    """What of ``sms_info`` is checked when a push is taken: its form, or also app and template."""
    texts_day: Literal["calendar", "sliding"] = "calendar"
    """What the ten texts a day of a number are counted over."""
    marketing_until: int = 22
    """The hour (UTC+8) from which no marketing text goes out until eight."""
    sms_hours: Literal["utc+8", "utc"] = "utc+8"
    """Zone of ``yyyymmddhh``."""
    cloud_refusal_status: Literal[200, 400] = 200
    """HTTP status of a refusal by the cloud's service."""
    cloud_skew_s: int = 300
    """Age of a cloud signature that is still taken, each way."""
    templates_page: int = 0
    """``Limit`` of the template list when none is given."""
    receipts_pulled: bool = False
    """Whether ``PullSmsSendStatus`` is switched on for the account."""
    receipt_words: Literal["made_up", "carrier"] = "made_up"
    """Words of receipts that did not arrive: one for each end, or ``UNDELIV`` for all."""

    # The Chat service
    chat_checks: Literal["body_first", "log_in_first"] = "body_first"
    """Whether a body that is no JSON is told before a wrong UserSig."""
    chat_user_sig: Literal["names_first", "signature_first"] = "names_first"
    """Whether a UserSig's identifier and sdkappid are looked at before its signature."""
    chat_not_admin: Literal[90009, 60010] = 90009
    """Code for a caller who is no administrator."""
    chat_method_status: Literal[200, 405] = 200
    """HTTP status of another method than POST: 200 with code 60009, or 405 without a body."""
    chat_refusal_text: Literal["ours", "empty"] = "ours"
    """``ErrorInfo`` of a refusal."""
    chat_edition: Literal["standard", "free", "advanced"] = "standard"
    """Whose numbers hold: free 10 pushes a day and 10 batches a second, standard 100 and 30,
    advanced 100 and 40."""
    chat_repeat_s: int = 1
    """For how long the same push with the same ``MsgRandom`` is one push: a second, or seven days
    (the sources differ)."""
    chat_day: Literal["utc+8", "utc"] = "utc+8"
    """Of the pushes a day."""
    chat_quota: Literal["without_named", "with_named"] = "without_named"
    """Whether pushes to named users count, too."""
    chat_second: Literal["too_soon", "enough"] = "too_soon"
    """A push exactly a second after another."""
    chat_lists: Literal["both", "either"] = "both"
    """How lists for "any" and for "all" go together."""
    chat_empty_condition: Literal["everybody", "refused"] = "everybody"
    """A ``Condition`` that holds nothing; refused with 90010."""
    chat_message_fault: Literal["each", "one"] = "each"
    """Whether a message that lacks, is no list or has a wrong element gets 90002, 90007, 90010, or
    always 90010."""
    chat_message_bytes: int = 8 * 1024
    """Bytes that a message may have."""
    chat_long_tag: Literal[90020, 90034] = 90020
    """Code for a tag of more than 50 bytes."""
    chat_many_tags: Literal[90032, 90018] = 90032
    """Code beyond 100 tags a user or 1,000 an app."""
    chat_attribute_length: Literal[90030, 90033] = 90030
    """Code for an attribute's name or value of 0 or more than 50 bytes."""
    chat_rename: Literal["keeps", "wipes"] = "keeps"
    """What renaming an attribute does to the values that users have."""
    chat_attribute_type: Literal["refused", "kept"] = "refused"
    """Another type for an attribute: 90033, or passed over."""
    chat_unknown: Literal["listed", "refused"] = "listed"
    """Accounts that do not exist stand in ``ErrorList``, or refuse the whole call with 90048 (not
    established for ``all_member_push``)."""
    chat_named: Literal["refused", "listed"] = "refused"
    """A push to named users of whom none exists: 90012, or a task that reaches nobody."""
    chat_other_kind: Literal["listed", "refused"] = "listed"
    """Accounts of another type than the tag or attribute: in ``ErrorList``, or the call is refused
    with 90035."""
    chat_account_text: Literal[60015, 90001] = 60015
    """Code for an account that is no text."""
    chat_devices: Literal["their_users", "nobody"] = "their_users"
    """Whom a push to a tag or attribute of devices means."""
    chat_withdrawing: Literal["nothing_kept", "kept"] = "nothing_kept"
    """Which messages cannot be withdrawn without a notification: those of which nothing was kept,
    or, as the text of 90053 reads, those kept."""
    chat_notification: Literal["by_maker", "online"] = "by_maker"
    """Whether a notification alone reaches users who are offline, by their phone's maker."""
    chat_handing_over_s: float = 45.0
    """Simulated seconds in which everybody who is online has been served ("under a minute")."""
    chat_statistics: Literal["figures", "bare"] = "figures"
    """Whether rows of the statistics hold more than their ``TaskID``."""
    chat_trace: Literal["empty", "refused"] = "empty"
    """A trace of a user whom the push did not mean; refused with 70402."""
    chat_zone: Literal["utc+8", "utc"] = "utc+8"
    """Of ``SchedAt``."""
    chat_task_fault: Literal["each", "one"] = "each"
    """Whether a task that is unknown, or not pending, gets 90049 and 90050, or always 70402."""
    chat_task_type: Literal["held", "ignored"] = "held"
    """Whether ``User`` goes with ``To_Account`` alone, or whatever ``Type`` says."""
    chat_task_random: Literal["optional", "needed"] = "optional"
    """``MsgRandom`` in a task's content."""
    chat_task_quota: Literal["counted", "free"] = "counted"
    """Whether a task that starts counts for the pushes a day."""
    chat_task_rows: Literal["whole", "bare"] = "whole"
    """Whether the list of tasks tells their content."""
