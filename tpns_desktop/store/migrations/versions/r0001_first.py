"""The first tables: apps, drafts, plans and pushes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables in an empty file."""
    op.create_table(
        "apps",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("colour", sa.String(32), nullable=False),
        sa.Column("access_point", sa.String(200), nullable=False),
        sa.Column("android_access_id", sa.String(64)),
        sa.Column("ios_access_id", sa.String(64)),
        sa.Column("ios_environment", sa.String(16)),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_apps"),
        sa.CheckConstraint("kind IN ('tpns', 'practice')", name="ck_apps_kind"),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("updated_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.ForeignKeyConstraint(
            ["app_id"], ["apps.id"], name="fk_drafts_app_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_drafts_app_id_updated_at", "drafts", ["app_id", "updated_at"])
    op.create_table(
        "plans",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("android_plan_id", sa.String(64)),
        sa.Column("ios_plan_id", sa.String(64)),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sa.ForeignKeyConstraint(
            ["app_id"], ["apps.id"], name="fk_plans_app_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_plans_app_id_created_at", "plans", ["app_id", "created_at"])
    op.create_table(
        "pushes",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("batch_id", sa.String(64), nullable=False),
        sa.Column("draft_id", sa.String(64), nullable=False),
        sa.Column("draft_rev", sa.Integer, nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("app_name", sa.Text, nullable=False),
        sa.Column("practice", sa.Boolean, nullable=False),
        sa.Column("access_point_url", sa.String(200), nullable=False),
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("environment", sa.String(16)),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("body_sha256", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("audience_kind", sa.String(32), nullable=False),
        sa.Column("audience", sa.Text, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("plan_name", sa.Text),
        sa.Column("schedule_at", sa.String(27)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.Column("hold_until", sa.String(27)),
        sa.Column("expires_at", sa.String(27)),
        sa.Column("sent_at", sa.String(27)),
        sa.Column("settled_at", sa.String(27)),
        sa.Column("settled_by", sa.String(32)),
        sa.Column("push_ids", sa.Text, nullable=False),
        sa.Column("code", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("app_version", sa.String(64), nullable=False),
        sa.Column("counters", sa.Text),
        sa.Column("counters_at", sa.String(27)),
        sa.PrimaryKeyConstraint("seq", name="pk_pushes"),
        sa.UniqueConstraint("id", name="uq_pushes_id"),
        sa.UniqueConstraint(
            "draft_id", "draft_rev", "platform", name="uq_pushes_draft_id_draft_rev_platform"
        ),
        sa.CheckConstraint(
            "state IN ('confirmed', 'held', 'sending', 'accepted', 'rejected', 'not_sent', "
            "'unknown', 'withdrawn', 'not_found')",
            name="ck_pushes_state",
        ),
        sa.CheckConstraint("platform IN ('android', 'ios')", name="ck_pushes_platform"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pushes_batch_id", "pushes", ["batch_id"])
    op.create_index("ix_pushes_state", "pushes", ["state"])
    op.create_index("ix_pushes_app_id_seq", "pushes", ["app_id", "seq"])
    op.create_index("ix_pushes_app_id_created_at", "pushes", ["app_id", "created_at"])
