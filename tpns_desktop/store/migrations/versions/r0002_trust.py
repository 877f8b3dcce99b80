"""What sending can be trusted with: rules the database keeps by itself, and what look-ups need.

Columns are added, nothing is copied: the rows of what was sent stay where they are.
"""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TRIGGERS = (
    "CREATE TRIGGER tr_pushes_first BEFORE INSERT ON pushes WHEN NEW.state NOT IN "
    "('confirmed', 'held') BEGIN SELECT RAISE(ABORT, 'a row does not begin there'); END",
    "CREATE TRIGGER tr_pushes_once BEFORE INSERT ON pushes WHEN EXISTS (SELECT 1 FROM "
    "pushes WHERE seq = NEW.seq OR id = NEW.id OR (draft_id = NEW.draft_id AND draft_rev "
    "= NEW.draft_rev AND platform = NEW.platform)) BEGIN SELECT RAISE(ABORT, 'already "
    "confirmed'); END",
    "CREATE TRIGGER tr_pushes_step BEFORE UPDATE ON pushes WHEN NEW.state IS NOT "
    "OLD.state AND NOT ((OLD.state = 'confirmed' AND NEW.state IN ('held', 'withdrawn')) "
    "OR (OLD.state = 'held' AND NEW.state IN ('sending', 'withdrawn')) OR (OLD.state = "
    "'sending' AND NEW.state IN ('accepted', 'not_sent', 'rejected', 'unknown')) OR "
    "(OLD.state = 'unknown' AND NEW.state IN ('accepted', 'not_found'))) BEGIN SELECT "
    "RAISE(ABORT, 'illegal transition'); END",
    "CREATE TRIGGER tr_pushes_frozen BEFORE UPDATE ON pushes WHEN NEW.seq IS NOT OLD.seq "
    "OR NEW.id IS NOT OLD.id OR NEW.batch_id IS NOT OLD.batch_id OR NEW.draft_id IS NOT "
    "OLD.draft_id OR NEW.draft_rev IS NOT OLD.draft_rev OR NEW.platform IS NOT "
    "OLD.platform OR NEW.app_id IS NOT OLD.app_id OR NEW.app_name IS NOT OLD.app_name OR "
    "NEW.practice IS NOT OLD.practice OR NEW.access_point_url IS NOT OLD.access_point_url "
    "OR NEW.access_id IS NOT OLD.access_id OR NEW.environment IS NOT OLD.environment OR "
    "NEW.body IS NOT OLD.body OR NEW.body_sha256 IS NOT OLD.body_sha256 OR NEW.title IS "
    "NOT OLD.title OR NEW.content IS NOT OLD.content OR NEW.audience_kind IS NOT "
    "OLD.audience_kind OR NEW.audience IS NOT OLD.audience OR NEW.level IS NOT OLD.level "
    "OR NEW.plan_name IS NOT OLD.plan_name OR NEW.schedule_at IS NOT OLD.schedule_at OR "
    "NEW.created_at IS NOT OLD.created_at OR NEW.fingerprint IS NOT OLD.fingerprint OR "
    "NEW.app_version IS NOT OLD.app_version OR NEW.again_of IS NOT OLD.again_of BEGIN "
    "SELECT RAISE(ABORT, 'payload is frozen'); END",
    "CREATE TRIGGER tr_pushes_settled BEFORE UPDATE ON pushes WHEN OLD.state = 'unknown' "
    "AND NEW.state IS NOT OLD.state AND (NEW.settled_by IS NULL OR NEW.settled_by NOT IN "
    "('answer', 'person', 'query')) BEGIN SELECT RAISE(ABORT, 'settled by nobody who "
    "knows'); END",
    "CREATE TRIGGER tr_pushes_push_ids BEFORE UPDATE ON pushes WHEN OLD.push_ids IS NOT "
    "'[]' AND NEW.push_ids IS NOT OLD.push_ids BEGIN SELECT RAISE(ABORT, 'push id is "
    "frozen'); END",
    "CREATE TRIGGER tr_pushes_counts BEFORE UPDATE ON pushes WHEN NOT (NEW.attempts >= "
    "OLD.attempts AND NEW.looks >= OLD.looks) BEGIN SELECT RAISE(ABORT, 'a count does not "
    "shrink'); END",
    "CREATE TRIGGER tr_pushes_kept BEFORE DELETE ON pushes WHEN OLD.state IN "
    "('confirmed', 'held', 'sending', 'unknown') BEGIN SELECT RAISE(ABORT, 'not settled "
    "yet'); END",
    "CREATE TRIGGER tr_pushes_began AFTER INSERT ON pushes BEGIN UPDATE about SET value = "
    "CAST(value AS INTEGER) + 1 WHERE name = 'steps'; END",
    "CREATE TRIGGER tr_pushes_moved AFTER UPDATE OF state ON pushes BEGIN UPDATE about "
    "SET value = CAST(value AS INTEGER) + 1 WHERE name = 'steps'; END",
)


def upgrade() -> None:
    """Add columns, tables, indexes, the database's own id and the triggers."""
    op.add_column("apps", sa.Column("android_key_place", sa.String(32)))
    op.add_column("apps", sa.Column("ios_key_place", sa.String(32)))
    op.add_column("pushes", sa.Column("again_of", sa.String(64)))
    op.add_column("pushes", sa.Column("looks", sa.Integer, nullable=False, server_default="0"))
    op.add_column("pushes", sa.Column("looked_at", sa.String(27)))
    op.add_column("pushes", sa.Column("look", sa.String(16)))
    op.add_column("pushes", sa.Column("matches", sa.Text))
    op.create_index("ix_pushes_access_id_created_at", "pushes", ["access_id", "created_at"])
    op.create_index("ix_pushes_fingerprint", "pushes", ["fingerprint"])
    about = op.create_table(
        "about",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_about"),
    )
    op.bulk_insert(
        about, [{"name": "id", "value": uuid.uuid4().hex}, {"name": "steps", "value": "0"}]
    )
    op.create_table(
        "practice_ids",
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("seen_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("access_id", name="pk_practice_ids"),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
    )
    op.create_index("ix_calls_access_id_at", "calls", ["access_id", "at"])
    op.create_table(
        "turns",
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("last_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("access_id", name="pk_turns"),
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
