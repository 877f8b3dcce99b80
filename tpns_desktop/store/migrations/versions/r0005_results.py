"""What pushes achieve, and what their text messages need.

Plans with their pushes, snapshots of figures, the service's own records, what was done about a
push, the size of audiences, and the book of signatures and templates.

Columns and tables are added. A push of before learns its plan by the plan's name; from now on its
plan is frozen with it, so the trigger that says so is made anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

FROZEN = (
    "CREATE TRIGGER tr_pushes_frozen BEFORE UPDATE ON pushes WHEN NEW.seq IS NOT OLD.seq OR "
    "NEW.id IS NOT OLD.id OR NEW.batch_id IS NOT OLD.batch_id OR NEW.draft_id IS NOT "
    "OLD.draft_id OR NEW.draft_rev IS NOT OLD.draft_rev OR NEW.platform IS NOT OLD.platform "
    "OR NEW.app_id IS NOT OLD.app_id OR NEW.app_name IS NOT OLD.app_name OR NEW.practice IS "
    "NOT OLD.practice OR NEW.access_point_url IS NOT OLD.access_point_url OR NEW.access_id IS"
    " NOT OLD.access_id OR NEW.environment IS NOT OLD.environment OR NEW.title IS NOT "
    "OLD.title OR NEW.content IS NOT OLD.content OR NEW.audience_kind IS NOT "
    "OLD.audience_kind OR NEW.audience IS NOT OLD.audience OR NEW.level IS NOT OLD.level OR "
    "NEW.plan_name IS NOT OLD.plan_name OR NEW.schedule_at IS NOT OLD.schedule_at OR "
    "NEW.created_at IS NOT OLD.created_at OR NEW.fingerprint IS NOT OLD.fingerprint OR "
    "NEW.app_version IS NOT OLD.app_version OR NEW.again_of IS NOT OLD.again_of OR "
    "NEW.list_id IS NOT OLD.list_id OR NEW.list_sha256 IS NOT OLD.list_sha256 OR "
    "NEW.list_bytes IS NOT OLD.list_bytes OR NEW.list_accounts IS NOT OLD.list_accounts OR "
    "NEW.purpose IS NOT OLD.purpose OR NEW.name IS NOT OLD.name OR NEW.night_reason IS NOT "
    "OLD.night_reason OR NEW.plan_id IS NOT OLD.plan_id OR ((NEW.body IS NOT OLD.body OR "
    "NEW.body_sha256 IS NOT OLD.body_sha256 OR NEW.upload_id IS NOT OLD.upload_id) AND "
    "(OLD.state = 'confirmed' AND NEW.state = 'confirmed' AND OLD.list_sha256 IS NOT NULL AND"
    " OLD.upload_id IS NULL AND typeof(NEW.upload_id) = 'integer' AND NEW.upload_id > 0 AND "
    "typeof(NEW.body) = 'blob' AND length(NEW.body) - length(OLD.body) = "
    "length(CAST(NEW.upload_id AS TEXT)) - 1 AND CAST(NEW.body AS TEXT) = "
    "replace(CAST(OLD.body AS TEXT), '\"upload_id\":0', '\"upload_id\":' || NEW.upload_id)) IS "
    "NOT 1) BEGIN SELECT RAISE(ABORT, 'payload is frozen'); END"
)

INSTANT = sa.String(27)


def upgrade() -> None:
    """Add columns and tables, give older pushes their plans, and renew the trigger."""
    op.add_column("plans", sa.Column("hidden", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("pushes", sa.Column("plan_id", sa.String(64)))
    op.create_index("ix_pushes_plan_id", "pushes", ["plan_id"])
    op.execute("DROP TRIGGER tr_pushes_frozen")
    op.execute(
        "UPDATE pushes SET plan_id = (SELECT plans.id FROM plans WHERE plans.app_id ="
        " pushes.app_id AND plans.name = pushes.plan_name ORDER BY plans.created_at, plans.id"
        " LIMIT 1) WHERE plan_name IS NOT NULL"
    )
    # Not op.execute: it would take the colon of a JSON member for a parameter.
    op.get_bind().exec_driver_sql(FROZEN)
    _results()
    _audiences()
    _sms()


def _results() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("push_row", sa.String(64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("mark", sa.String(8)),
        sa.Column("counters", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.CheckConstraint("mark IN ('1h', '24h', '7d', '29d')", name="ck_snapshots_mark"),
        sa.UniqueConstraint("push_row", "mark", name="uq_snapshots_push_row_mark"),
    )
    op.create_index("ix_snapshots_push_row_at", "snapshots", ["push_row", "at"])
    op.create_table(
        "asked",
        sa.Column("push_row", sa.String(64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("push_row", name="pk_asked"),
    )
    op.create_table(
        "records",
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("push_id", sa.String(64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("push_type", sa.String(32), nullable=False),
        sa.Column("message_type", sa.String(16), nullable=False),
        sa.Column("environment", sa.String(16), nullable=False),
        sa.Column("expire_s", sa.Integer),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("targets", sa.Integer),
        sa.Column("tags", sa.Text),
        sa.Column("upload_id", sa.Integer),
        sa.Column("collapse_id", sa.Integer),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("counters", sa.Text),
        sa.Column("counters_at", INSTANT),
        sa.PrimaryKeyConstraint("access_id", "push_id", name="pk_records"),
    )
    op.create_index("ix_records_access_id_at", "records", ["access_id", "at"])
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("push_row", sa.String(64)),
        sa.Column("push_id", sa.String(64)),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("code", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.Column("text", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        sa.CheckConstraint(
            "outcome IN ('begun', 'done', 'refused', 'not_sent', 'unknown')",
            name="ck_actions_outcome",
        ),
    )
    op.create_index("ix_actions_push_row", "actions", ["push_row"])
    op.create_index("ix_actions_push_id", "actions", ["push_id"])


def _audiences() -> None:
    op.create_table(
        "device_days",
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("peak", sa.Integer, nullable=False),
        sa.Column("read_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("access_id", "day", name="pk_device_days"),
    )
    op.create_table(
        "distribution",
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("read_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("access_id", "type", "value", name="pk_distribution"),
    )


def _sms() -> None:
    op.create_table(
        "sms_signatures",
        sa.Column("site", sa.String(16), nullable=False),
        sa.Column("region", sa.String(64), nullable=False),
        sa.Column("international", sa.Boolean, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sign_id", sa.String(32)),
        sa.Column("status", sa.Integer),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("read_at", INSTANT),
        sa.PrimaryKeyConstraint(
            "site", "region", "international", "name", name="pk_sms_signatures"
        ),
    )
    op.create_table(
        "sms_templates",
        sa.Column("site", sa.String(16), nullable=False),
        sa.Column("region", sa.String(64), nullable=False),
        sa.Column("template_id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("international", sa.Integer),
        sa.Column("status", sa.Integer),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("read_at", INSTANT),
        sa.PrimaryKeyConstraint("site", "region", "template_id", name="pk_sms_templates"),
    )
    op.create_table(
        "sms_apps",
        sa.Column("site", sa.String(16), nullable=False),
        sa.Column("region", sa.String(64), nullable=False),
        sa.Column("sms_app_id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("used_at", INSTANT),
        sa.Column("balance", sa.Integer),
        sa.Column("balance_at", INSTANT),
        sa.PrimaryKeyConstraint("site", "region", "sms_app_id", name="pk_sms_apps"),
    )
