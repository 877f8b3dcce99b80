"""Lists of people in files: what was checked, what was uploaded, and the one slot of a push.

Columns and tables are added, nothing is copied. The body of a push to a list changes once, by its
upload id, so the trigger that froze it is made anew; a second one lets no push leave whose slot is
empty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TRIGGERS = (
    "CREATE TRIGGER tr_pushes_frozen BEFORE UPDATE ON pushes WHEN NEW.seq IS NOT OLD.seq "
    "OR NEW.id IS NOT OLD.id OR NEW.batch_id IS NOT OLD.batch_id OR NEW.draft_id IS NOT "
    "OLD.draft_id OR NEW.draft_rev IS NOT OLD.draft_rev OR NEW.platform IS NOT "
    "OLD.platform OR NEW.app_id IS NOT OLD.app_id OR NEW.app_name IS NOT OLD.app_name OR "
    "NEW.practice IS NOT OLD.practice OR NEW.access_point_url IS NOT OLD.access_point_url"
    " OR NEW.access_id IS NOT OLD.access_id OR NEW.environment IS NOT OLD.environment OR "
    "NEW.title IS NOT OLD.title OR NEW.content IS NOT OLD.content OR NEW.audience_kind IS"
    " NOT OLD.audience_kind OR NEW.audience IS NOT OLD.audience OR NEW.level IS NOT "
    "OLD.level OR NEW.plan_name IS NOT OLD.plan_name OR NEW.schedule_at IS NOT "
    "OLD.schedule_at OR NEW.created_at IS NOT OLD.created_at OR NEW.fingerprint IS NOT "
    "OLD.fingerprint OR NEW.app_version IS NOT OLD.app_version OR NEW.again_of IS NOT "
    "OLD.again_of OR NEW.list_id IS NOT OLD.list_id OR NEW.list_sha256 IS NOT "
    "OLD.list_sha256 OR NEW.list_bytes IS NOT OLD.list_bytes OR NEW.list_accounts IS NOT "
    "OLD.list_accounts OR ((NEW.body IS NOT OLD.body OR NEW.body_sha256 IS NOT "
    "OLD.body_sha256 OR NEW.upload_id IS NOT OLD.upload_id) AND (OLD.state = 'confirmed' "
    "AND NEW.state = 'confirmed' AND OLD.list_sha256 IS NOT NULL AND OLD.upload_id IS "
    "NULL AND typeof(NEW.upload_id) = 'integer' AND NEW.upload_id > 0 AND "
    "typeof(NEW.body) = 'blob' AND length(NEW.body) - length(OLD.body) = "
    "length(CAST(NEW.upload_id AS TEXT)) - 1 AND CAST(NEW.body AS TEXT) = "
    "replace(CAST(OLD.body AS TEXT), '\"upload_id\":0', '\"upload_id\":' || NEW.upload_id)) "
    "IS NOT 1) BEGIN SELECT RAISE(ABORT, 'payload is frozen'); END",
    "CREATE TRIGGER tr_pushes_empty_slot BEFORE UPDATE ON pushes WHEN NEW.state = "
    "'sending' AND OLD.state IS NOT 'sending' AND NEW.list_sha256 IS NOT NULL AND "
    "NEW.upload_id IS NULL AND NEW.reason IS NOT 'restored' BEGIN SELECT RAISE(ABORT, "
    "'nothing was uploaded'); END",
)


def upgrade() -> None:
    """Add columns, tables and an index, and renew the triggers."""
    op.add_column("pushes", sa.Column("list_id", sa.String(64)))
    op.add_column("pushes", sa.Column("list_sha256", sa.String(64)))
    op.add_column("pushes", sa.Column("list_bytes", sa.Integer))
    op.add_column("pushes", sa.Column("list_accounts", sa.Integer))
    op.add_column("pushes", sa.Column("upload_id", sa.Integer))
    op.add_column("pushes", sa.Column("trouble", sa.String(32)))
    op.create_index("ix_pushes_upload_id", "pushes", ["upload_id"])
    op.create_table(
        "lists",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("account_type", sa.Integer, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size_bytes", sa.Integer, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("accounts", sa.Integer, nullable=False),
        sa.Column("duplicates", sa.Integer),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.Column("checked_at", sa.String(27), nullable=False),
        sa.Column("used_at", sa.String(27)),
        sa.Column("original", sa.Text, nullable=False),
        sa.Column("original_mtime_ns", sa.Integer, nullable=False),
        sa.Column("original_size_bytes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lists"),
        sa.CheckConstraint("kind IN ('account', 'token')", name="ck_lists_kind"),
    )
    op.create_table(
        "uploads",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("access_point_url", sa.String(200), nullable=False),
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("upload_id", sa.Integer, nullable=False),
        sa.Column("accounts", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "access_point_url", "access_id", name="pk_uploads"),
    )
    op.execute("DROP TRIGGER tr_pushes_frozen")
    for trigger in TRIGGERS:
        # Not op.execute: it would take the colon of a JSON member for a parameter.
        op.get_bind().exec_driver_sql(trigger)
