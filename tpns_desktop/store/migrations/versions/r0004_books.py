"""What the composer keeps: templates, tests, names of pushes, and the books of tags and devices.

Columns and tables are added, nothing is copied. What was confirmed is frozen with its purpose, its
name and its reason, so the trigger that says so is made anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

FROZEN = (
    "CREATE TRIGGER tr_pushes_frozen BEFORE UPDATE ON pushes WHEN NEW.seq IS NOT OLD.seq OR "
    "NEW.id IS NOT OLD.id OR NEW.batch_id IS NOT OLD.batch_id OR NEW.draft_id IS NOT "
    "OLD.draft_id OR NEW.draft_rev IS NOT OLD.draft_rev OR NEW.platform IS NOT OLD.platform "
    "OR NEW.app_id IS NOT OLD.app_id OR NEW.app_name IS NOT OLD.app_name OR NEW.practice IS "
    "NOT OLD.practice OR NEW.access_point_url IS NOT OLD.access_point_url OR NEW.access_id IS "
    "NOT OLD.access_id OR NEW.environment IS NOT OLD.environment OR NEW.title IS NOT "
    "OLD.title OR NEW.content IS NOT OLD.content OR NEW.audience_kind IS NOT "
    "OLD.audience_kind OR NEW.audience IS NOT OLD.audience OR NEW.level IS NOT OLD.level OR "
    "NEW.plan_name IS NOT OLD.plan_name OR NEW.schedule_at IS NOT OLD.schedule_at OR "
    "NEW.created_at IS NOT OLD.created_at OR NEW.fingerprint IS NOT OLD.fingerprint OR "
    "NEW.app_version IS NOT OLD.app_version OR NEW.again_of IS NOT OLD.again_of OR "
    "NEW.list_id IS NOT OLD.list_id OR NEW.list_sha256 IS NOT OLD.list_sha256 OR "
    "NEW.list_bytes IS NOT OLD.list_bytes OR NEW.list_accounts IS NOT OLD.list_accounts OR "
    "NEW.purpose IS NOT OLD.purpose OR NEW.name IS NOT OLD.name OR NEW.night_reason IS NOT "
    "OLD.night_reason OR ((NEW.body IS NOT OLD.body OR NEW.body_sha256 IS NOT OLD.body_sha256 "
    "OR NEW.upload_id IS NOT OLD.upload_id) AND (OLD.state = 'confirmed' AND NEW.state = "
    "'confirmed' AND OLD.list_sha256 IS NOT NULL AND OLD.upload_id IS NULL AND "
    "typeof(NEW.upload_id) = 'integer' AND NEW.upload_id > 0 AND typeof(NEW.body) = 'blob' "
    "AND length(NEW.body) - length(OLD.body) = length(CAST(NEW.upload_id AS TEXT)) - 1 AND "
    "CAST(NEW.body AS TEXT) = replace(CAST(OLD.body AS TEXT), '\"upload_id\":0', '\"upload_id\":' "
    "|| NEW.upload_id)) IS NOT 1) BEGIN SELECT RAISE(ABORT, 'payload is frozen'); END"
)


def upgrade() -> None:
    """Add columns and tables, and renew the trigger."""
    op.add_column("drafts", sa.Column("template", sa.Integer, nullable=False, server_default="0"))
    op.add_column(
        "pushes", sa.Column("purpose", sa.String(16), nullable=False, server_default="push")
    )
    op.add_column("pushes", sa.Column("name", sa.Text, nullable=False, server_default=""))
    op.add_column("pushes", sa.Column("night_reason", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "tags",
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("tag_type", sa.String(32), nullable=False),
        sa.Column("tag", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(27), nullable=False),
        sa.Column("used_at", sa.String(27)),
        sa.Column("uses", sa.Integer, nullable=False),
        sa.Column("reached", sa.Integer),
        sa.Column("reached_at", sa.String(27)),
        sa.PrimaryKeyConstraint("app_id", "tag_type", "tag", name="pk_tags"),
        sa.ForeignKeyConstraint(["app_id"], ["apps.id"], name="fk_tags_app_id", ondelete="CASCADE"),
    )
    op.create_table(
        "devices",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(27), nullable=False),
        sa.Column("used_at", sa.String(27)),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
        sa.ForeignKeyConstraint(
            ["app_id"], ["apps.id"], name="fk_devices_app_id", ondelete="CASCADE"
        ),
        sa.CheckConstraint("platform IN ('android', 'ios')", name="ck_devices_platform"),
    )
    op.create_index("ix_devices_app_id", "devices", ["app_id"])
    op.execute("DROP TRIGGER tr_pushes_frozen")
    # Not op.execute: it would take the colon of a JSON member for a parameter.
    op.get_bind().exec_driver_sql(FROZEN)
