"""The tables as they are now. How older files come to look like this is written in ``migrations/``.

A change here goes with a new migration; a test compares the two.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from tpns_desktop.model.counters import FIGURES
from tpns_desktop.model.states import STATES
from tpns_desktop.store.columns import Instant, Json, Words

CHAT: Final = "chat"
"""The platform of a push to users of a Chat app. TPNS knows nothing of it: who asks TPNS about
pushes, or lists what was sent with it, leaves these rows alone."""

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

apps: Final = Table(
    "apps",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Words, nullable=False),
    Column("colour", String(32), nullable=False),
    Column("access_point", String(200), nullable=False),
    Column("android_access_id", String(64)),
    Column("ios_access_id", String(64)),
    Column("ios_environment", String(16)),
    Column("created_at", Instant, nullable=False),
    Column("android_key_place", String(32)),
    Column("ios_key_place", String(32)),
    CheckConstraint("kind IN ('tpns', 'practice')", name="kind"),
)

drafts: Final = Table(
    "drafts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("app_id", String(64), ForeignKey("apps.id", ondelete="CASCADE"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", Json, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("template", Integer, nullable=False, server_default="0"),
    Index(None, "app_id", "updated_at"),
)

plans: Final = Table(
    "plans",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("app_id", String(64), ForeignKey("apps.id", ondelete="CASCADE"), nullable=False),
    Column("name", Words, nullable=False),
    Column("description", Words, nullable=False),
    Column("android_plan_id", String(64)),
    Column("ios_plan_id", String(64)),
    Column("created_at", Instant, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default="0"),
    Index(None, "app_id", "created_at"),
)

chat_apps: Final = Table(
    "chat_apps",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Words, nullable=False),
    Column("sdkappid", Integer, nullable=False),
    Column("identifier", Words, nullable=False),
    Column("url", String(200), nullable=False),
    Column("dialect", String(32), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("key_place", String(32)),
    Column("attribute_names", Json),
    Column("names_at", Instant),
    CheckConstraint("kind IN ('tencent', 'practice')", name="kind"),
)

chat_drafts: Final = Table(
    "chat_drafts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("app_id", String(64), ForeignKey("chat_apps.id", ondelete="CASCADE"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", Json, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("template", Integer, nullable=False, server_default="0"),
    Index(None, "app_id", "updated_at"),
)

chat_jobs: Final = Table(
    "chat_jobs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("app_id", String(64), ForeignKey("chat_apps.id", ondelete="CASCADE"), nullable=False),
    Column("sdkappid", Integer, nullable=False),
    Column("url", String(200), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("params", Json, nullable=False),
    Column("name", Words, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    Column("repeats", Integer, nullable=False),
    Column("bad", Integer, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("calls_per_s", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("place", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("repeated", Integer, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("found_bytes", Integer, nullable=False),
    Column("reason", Words),
    Column("code", Integer),
    Column("created_at", Instant, nullable=False),
    Column("begun_at", Instant),
    Column("ended_at", Instant),
    CheckConstraint("state IN ('ready', 'waiting', 'running', 'paused', 'done')", name="state"),
    Index(None, "app_id", "created_at"),
)

chat_job_faults: Final = Table(
    "chat_job_faults",
    metadata,
    Column("job_id", String(64), ForeignKey("chat_jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("account", Words, nullable=False),
    Column("code", Integer),
    Column("reason", String(32), nullable=False),
)

# No foreign keys here: what was sent stays on record when its draft or its app is gone.
pushes: Final = Table(
    "pushes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False),
    Column("batch_id", String(64), nullable=False),
    Column("draft_id", String(64), nullable=False),
    Column("draft_rev", Integer, nullable=False),
    Column("platform", String(16), nullable=False),
    Column("app_id", String(64), nullable=False),
    Column("app_name", Words, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("access_point_url", String(200), nullable=False),
    Column("access_id", String(64), nullable=False),
    Column("environment", String(16)),
    Column("body", LargeBinary, nullable=False),
    Column("body_sha256", String(64), nullable=False),
    Column("title", Words, nullable=False),
    Column("content", Words, nullable=False),
    Column("audience_kind", String(32), nullable=False),
    Column("audience", Json, nullable=False),
    Column("level", Integer, nullable=False),
    Column("plan_name", Words),
    Column("schedule_at", Instant),
    Column("state", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("hold_until", Instant),
    Column("expires_at", Instant),
    Column("sent_at", Instant),
    Column("settled_at", Instant),
    Column("settled_by", String(32)),
    Column("push_ids", Json, nullable=False),
    Column("code", Integer),
    Column("reason", Words),
    Column("text", Words),
    Column("attempts", Integer, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("app_version", String(64), nullable=False),
    Column("counters", Json),
    Column("counters_at", Instant),
    Column("again_of", String(64)),
    Column("looks", Integer, nullable=False, server_default="0"),
    Column("looked_at", Instant),
    Column("look", String(16)),
    Column("matches", Json),
    Column("list_id", String(64)),
    Column("list_sha256", String(64)),
    Column("list_bytes", Integer),
    Column("list_accounts", Integer),
    Column("upload_id", Integer),
    Column("trouble", String(32)),
    Column("purpose", String(16), nullable=False, server_default="push"),
    Column("name", Words, nullable=False, server_default=""),
    Column("night_reason", Words, nullable=False, server_default=""),
    Column("plan_id", String(64)),
    Column("left_out", Json),
    UniqueConstraint("id"),
    UniqueConstraint("draft_id", "draft_rev", "platform"),
    CheckConstraint(f"state IN ({', '.join(repr(s) for s in STATES)})", name="state"),
    CheckConstraint("platform IN ('android', 'ios', 'chat')", name="platform"),
    Index(None, "batch_id"),
    Index(None, "state"),
    Index(None, "app_id", "seq"),
    Index(None, "app_id", "created_at"),
    Index(None, "access_id", "created_at"),
    Index(None, "access_id", "seq"),
    Index(None, "access_id", "sent_at"),
    Index(None, "access_id", "schedule_at"),
    Index(None, "fingerprint"),
    Index(None, "upload_id"),
    Index(None, "plan_id"),
    # Ids of removed rows never come back: a page of history begins where the last one ended.
    sqlite_autoincrement=True,
)

about: Final = Table(
    "about",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(200), nullable=False),
)

practice_ids: Final = Table(
    "practice_ids",
    metadata,
    Column("access_id", String(64), primary_key=True),
    Column("seen_at", Instant, nullable=False),
)

calls: Final = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("access_id", String(64), nullable=False),
    Column("purpose", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "access_id", "at"),
)

turns: Final = Table(
    "turns",
    metadata,
    Column("access_id", String(64), primary_key=True),
    Column("last_at", Instant, nullable=False),
)

lists: Final = Table(
    "lists",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Words, nullable=False),
    Column("account_type", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    Column("duplicates", Integer),
    Column("verdict", Json, nullable=False),
    Column("answers", Json, nullable=False),
    Column("first", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("checked_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("original", Words, nullable=False),
    Column("original_mtime_ns", Integer, nullable=False),
    Column("original_size_bytes", Integer, nullable=False),
    CheckConstraint("kind IN ('account', 'token')", name="kind"),
)

uploads: Final = Table(
    "uploads",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("access_point_url", String(200), primary_key=True),
    Column("access_id", String(64), primary_key=True),
    Column("upload_id", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

tags: Final = Table(
    "tags",
    metadata,
    Column("app_id", String(64), ForeignKey("apps.id", ondelete="CASCADE"), primary_key=True),
    Column("tag_type", String(32), primary_key=True),
    Column("tag", Words, primary_key=True),
    Column("added_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("uses", Integer, nullable=False),
    Column("reached", Integer),
    Column("reached_at", Instant),
)

devices: Final = Table(
    "devices",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("app_id", String(64), ForeignKey("apps.id", ondelete="CASCADE"), nullable=False),
    Column("name", Words, nullable=False),
    Column("platform", String(16), nullable=False),
    Column("token", Words, nullable=False),
    Column("note", Words, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("used_at", Instant),
    CheckConstraint("platform IN ('android', 'ios')", name="platform"),
    Index(None, "app_id"),
)

# No foreign keys: the figures of a push outlive whatever they were asked for.
snapshots: Final = Table(
    "snapshots",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("push_row", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("mark", String(8)),
    Column("counters", Json, nullable=False),
    CheckConstraint("mark IN ('1h', '24h', '7d', '29d')", name="mark"),
    UniqueConstraint("push_row", "mark"),
    Index(None, "push_row", "at"),
)

asked: Final = Table(
    "asked",
    metadata,
    Column("push_row", String(64), primary_key=True),
    Column("at", Instant, nullable=False),
)

records: Final = Table(
    "records",
    metadata,
    Column("access_id", String(64), primary_key=True),
    Column("push_id", String(64), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("status", String(32), nullable=False),
    Column("title", Words, nullable=False),
    Column("content", Words, nullable=False),
    Column("push_type", String(32), nullable=False),
    Column("message_type", String(16), nullable=False),
    Column("environment", String(16), nullable=False),
    Column("expire_s", Integer),
    Column("source", Words, nullable=False),
    Column("targets", Integer),
    Column("tags", Json),
    Column("upload_id", Integer),
    Column("collapse_id", Integer),
    Column("seen_at", Instant, nullable=False),
    Column("counters", Json),
    Column("counters_at", Instant),
    Column("may_be", String(64)),
    Index(None, "access_id", "at"),
    Index(None, "may_be"),
)

# What the Sent list goes by, one row a push, ours and the service's: narrow, so that a filter runs
# through a million of them in no time. Made of the tables above and never told apart from them.
sent_list: Final = Table(
    "sent_list",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("batch_id", String(64)),
    Column("app_id", String(64), nullable=False),
    Column("access_id", String(64), nullable=False),
    Column("other_access_id", String(64)),
    Column("push_id", String(64)),
    Column("state", String(16), nullable=False),
    Column("status", String(32), nullable=False),
    Column("repeats", Boolean, nullable=False),
    Column("plan_id", String(64)),
    UniqueConstraint("batch_id"),
    UniqueConstraint("access_id", "push_id"),
)

sent_words: Final = Table(
    "sent_words",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("words", Text, nullable=False),
)

sent_ids: Final = Table(
    "sent_ids",
    metadata,
    Column("access_id", String(64), primary_key=True),
    Column("push_id", String(64), primary_key=True),
    Column("batch_id", String(64), nullable=False),
    Index(None, "batch_id"),
)

# What the pushes of each plan have achieved, added up; see ``plan_sums``. Made of the pushes, and
# never told apart from them.
plan_groups: Final = Table(
    "plan_groups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", String(64), nullable=False),
    Column("app_id", String(64), nullable=False),
    Column("access_id", String(64), nullable=False),
    Column("other_access_id", String(64), nullable=False),
    UniqueConstraint("plan_id", "app_id", "access_id", "other_access_id"),
)

plan_tasks: Final = Table(
    "plan_tasks",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("batch_id", String(64), nullable=False),
    Column("group_id", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("at", Instant),
    Column("read_at", Instant),
    Column("unread", Boolean, nullable=False),
    Column("figures", Json, nullable=False),
    UniqueConstraint("batch_id"),
    Index(None, "group_id", "seq"),
    Index(None, "group_id", "at", "read_at"),
    Index(None, "group_id", "read_at"),
)

plan_sums: Final = Table(
    "plan_sums",
    metadata,
    Column("group_id", Integer, primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("platform", String(16), primary_key=True),
    Column("channel", String(32), primary_key=True),
    Column("pushes", Integer, nullable=False),
    Column("unread", Integer, nullable=False),
    *(Column(name, Integer, nullable=False) for name in FIGURES),
    *(Column(f"{name}_known", Integer, nullable=False) for name in FIGURES),
)

plan_states: Final = Table(
    "plan_states",
    metadata,
    Column("group_id", Integer, primary_key=True),
    Column("state", String(16), primary_key=True),
    Column("pushes", Integer, nullable=False),
)

actions: Final = Table(
    "actions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("access_id", String(64), nullable=False),
    Column("push_row", String(64)),
    Column("push_id", String(64)),
    Column("what", Words, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("outcome", String(16), nullable=False),
    Column("code", Integer),
    Column("reason", Words),
    Column("text", Words),
    CheckConstraint(
        "outcome IN ('begun', 'done', 'refused', 'not_sent', 'unknown')", name="outcome"
    ),
    Index(None, "push_row"),
    Index(None, "push_id"),
)

device_days: Final = Table(
    "device_days",
    metadata,
    Column("access_id", String(64), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("total", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("peak", Integer, nullable=False),
    Column("read_at", Instant, nullable=False),
)

distribution: Final = Table(
    "distribution",
    metadata,
    Column("access_id", String(64), primary_key=True),
    Column("type", String(32), primary_key=True),
    Column("value", Words, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("read_at", Instant, nullable=False),
)

sms_signatures: Final = Table(
    "sms_signatures",
    metadata,
    Column("site", String(16), primary_key=True),
    Column("region", String(64), primary_key=True),
    Column("international", Boolean, primary_key=True),
    Column("name", Words, primary_key=True),
    Column("sign_id", String(32)),
    Column("status", Integer),
    Column("reply", Words, nullable=False),
    Column("read_at", Instant),
)

sms_templates: Final = Table(
    "sms_templates",
    metadata,
    Column("site", String(16), primary_key=True),
    Column("region", String(64), primary_key=True),
    Column("template_id", String(32), primary_key=True),
    Column("name", Words, nullable=False),
    Column("content", Words, nullable=False),
    Column("international", Integer),
    Column("status", Integer),
    Column("reply", Words, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("read_at", Instant),
)

sms_apps: Final = Table(
    "sms_apps",
    metadata,
    Column("site", String(16), primary_key=True),
    Column("region", String(64), primary_key=True),
    Column("sms_app_id", String(32), primary_key=True),
    Column("name", Words, nullable=False),
    Column("used_at", Instant),
    Column("balance", Integer),
    Column("balance_at", Instant),
)
