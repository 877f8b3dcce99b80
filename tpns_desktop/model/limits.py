"""Every number that the service imposes, each with its source. Standard library only.

Sources are sections of the TPNS REST fact sheet (``tpns-rest``); "1024/N" is the public page
tencentcloud.com/document/product/1024/N. What is inferred there is marked so here. Numbers of our
own choice (how long to hold, how often to look) do not belong here.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Final

# The clock of the service --------------------------------------------------------------

SERVICE_ZONE: Final = timezone(timedelta(hours=8), "UTC+8")
"""Zone of ``send_time``, loops and plan days at every access point (inferred, tpns-rest 5.6)."""

SCHEDULE_DAYS_MAX: Final = 90
"""Furthest day ahead for ``send_time`` and ``loop_param`` (tpns-rest 5.6, 5.8)."""

# Audience ------------------------------------------------------------------------------

TOKENS_MAX: Final = 1000
"""Tokens in one push; more fails (tpns-rest 5.2)."""

ACCOUNTS_MAX: Final = 1000
"""Accounts in one push; more fails (tpns-rest 5.2)."""

TOKEN_LENGTH: Final = 36
"""Characters of a token: the most that is accepted, and what every whole sample has (tpns-rest
5.2)."""

ACCOUNT_LENGTH_MIN: Final = 2
"""Characters of an account, published for packages only; for lists a warning (tpns-rest 5.2,
14)."""

ACCOUNT_LENGTH_MAX: Final = 100
"""See ``ACCOUNT_LENGTH_MIN``."""

TAG_LIST_CHARACTERS_MAX: Final = 512
"""Characters of the old ``tag_list``, counted as the sum of its tags (inferred, tpns-rest 5.2)."""

# Message -------------------------------------------------------------------------------

MESSAGE_BYTES_MAX: Final = 4096
"""UTF-8 bytes of the compact JSON of ``message`` (4 KB published, the measure inferred, tpns-rest
5.10)."""

IOS_BANNER_HALF_WIDTHS: Final = 62
"""Half-widths of content shown in an iPhone's banner; a Chinese character counts two (tpns-rest
5.10)."""

IOS_LOCK_SCREEN_HALF_WIDTHS: Final = 110
"""Half-widths of content shown on an iPhone's lock screen (tpns-rest 5.10)."""

IOS_TITLE_HALF_WIDTHS: Final = 40
"""Half-widths of a title shown on an iPhone (tpns-rest 5.10)."""

ACCEPT_HOUR_MAX: Final = 23
"""Last hour of ``accept_time`` (tpns-rest 5.4)."""

ACCEPT_MINUTE_MAX: Final = 59
"""Last minute of ``accept_time`` (tpns-rest 5.4)."""

ANDROID_BADGE_MIN: Final = -2
"""``badge_type`` on Android: -2 adds one, -1 keeps (tpns-rest 5.4)."""

ANDROID_BADGE_MAX: Final = 99
"""``badge_type`` on Android: 0 to 99 sets the number (tpns-rest 5.4)."""

IOS_BADGE_MIN: Final = -2
"""``badge_type`` on iOS: -2 adds one, -1 keeps, 0 or more sets, without a published upper end
(tpns-rest 5.5)."""

COLOUR_MAX: Final = 0xFFFFFF
"""``icon_color`` is an RGB value as a decimal number (tpns-rest 5.4)."""

# Time and speed ------------------------------------------------------------------------

EXPIRE_S_DEFAULT: Final = 86_400
"""Seconds that a push is kept for offline devices if nothing is said (tpns-rest 5.6, newer
pages)."""

EXPIRE_S_MAX: Final = 259_200
"""72 hours; above it the push fails (tpns-rest 5.6, newer pages)."""

EXPIRE_S_RAISED_TO: Final = 800
"""1 to 799 seconds are raised to this by the service (tpns-rest 5.6)."""

PUSH_SPEED_MIN: Final = 1000
"""Pushes a second (tpns-rest 5.1)."""

PUSH_SPEED_MAX: Final = 50_000
"""Pushes a second (tpns-rest 5.1)."""

BROADCASTS_PER_SECOND: Final = 1
"""Pushes to all, tags and account packages together (together is inferred, tpns-rest 15)."""

SAME_BROADCAST_S: Final = 3600
"""The same content to everyone only once in this time (tpns-rest 15)."""

PAST_SEND_TIME_TOLERANCE_S: Final = 600
"""The service sends a ``send_time`` that is this late at once and refuses later ones (tpns-rest
5.6). We refuse every past time."""

CLOCK_SKEW_S_MAX: Final = 600
"""Tolerated age of a signature, each way (inferred from the forerunner, tpns-rest 3.2)."""

# Supplementary SMS ---------------------------------------------------------------------

SMS_DELAY_S_MIN: Final = 300
"""Least ``delay_trigger_time`` (tpns-rest 5.6)."""

SMS_SAME_TEXT_S: Final = 30
"""The same text to one number only once in this time, default of the SMS side (tpns-rest 5.6)."""

SMS_PER_NUMBER_AND_DAY: Final = 10
"""Texts to one number a calendar day, default of the SMS side (tpns-rest 5.6)."""

SMS_PER_NUMBER_AND_DAY_NEWER: Final = 2
"""The same by newer pages (tencent-cloud-sms 9); the console may have set another."""

# Push plans ----------------------------------------------------------------------------

PLAN_NAME_MAX: Final = 60
"""Latin letters of a plan's name; one Chinese character counts two (inferred, tpns-rest 7)."""

PLAN_NAME_WARN: Final = 23
"""Older pages say 23: longer names deserve a word (tpns-rest 7)."""

PLAN_DESCRIPTION_MAX: Final = 300
"""Characters of a plan's description, Chinese or Latin (tpns-rest 7)."""

PLANS_PER_DAY: Final = 200
"""Plan creations a day (tpns-rest 7, 15)."""

# Records and statistics ----------------------------------------------------------------

STATISTICS_CALLS_PER_HOUR: Final = 200
"""Statistics, records and toolbox calls together, for each access id (together is inferred,
tpns-rest 12)."""

RECORDS_PAGE_MAX: Final = 200
"""``limit`` of a query of push records (tpns-rest 12.1)."""

RECORD_DAYS_MAX: Final = 31
"""Push records reach back one month (tpns-rest 12.1)."""

COUNTER_DAYS_MAX: Final = 30
"""Counters of a push reach back this far (tpns-rest 12.4)."""

PLAN_STAT_DAYS_MAX: Final = 7
"""Counters of a plan reach back this far (tpns-rest 12.5)."""

DISTRIBUTION_DAYS_MAX: Final = 31
"""The distribution of devices reaches back one month (tpns-rest 12.6)."""

DEVICE_STAT_DAYS_MAX: Final = 92
"""The device overview reaches back three months (tpns-rest 12.3)."""

# Tags and accounts of devices ----------------------------------------------------------

TAGS_PER_APP_MAX: Final = 10_000
"""Custom tags of an application (tpns-rest 9.1)."""

TAGS_PER_DEVICE_MAX: Final = 100
"""Custom tags of a device (tpns-rest 9.1)."""

TAG_LENGTH_MAX: Final = 50
"""Characters of a tag in a call; the guide says bytes, which is for a warning (tpns-rest 9.1)."""

TAG_CALL_MAX: Final = 500
"""Tokens in one tag call, and tags of one call (tpns-rest 9.1)."""

TAG_PAIRS_MAX: Final = 20
"""Pairs of tag and token in one call; the page also says 500 (tpns-rest 9.1)."""

TAG_CALL_GAP_S: Final = 1
"""Seconds between tag calls in a row, advice of the page (tpns-rest 9.1, 9.2)."""

TAGS_DELETED_MAX: Final = 100
"""Tags in one call that takes them from every device (tpns-rest 9.2)."""

ACCOUNT_CALL_MAX: Final = 20
"""Tokens in one call that binds accounts (tpns-rest 10.1, 15)."""

ACCOUNT_TOKENS_MAX: Final = 100
"""Tokens of one account (device SDK page, tpns-rest 10.1)."""

ATTRIBUTE_BYTES_MAX: Final = 50
"""UTF-8 bytes of an attribute's name, and of its value (tpns-rest 11)."""

ACCESS_ID_STARTS: Final = {"android": "1500", "ios": "1600"}
"""What documented access ids start with (tpns-rest.md 2); no promise of the service."""
