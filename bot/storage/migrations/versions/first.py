"""The first tables: chats, subscriptions and the ledger of deliveries."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Creates them."""
    _chats()
    _subscriptions()
    _deliveries()


def downgrade() -> None:
    """Removes them, with everything in them."""
    for table in ("deliveries", "subscriptions", "chats"):
        op.drop_table(table)


def _chats() -> None:
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("voice", sa.String(8)),
        sa.Column("zone", sa.String(64)),
        sa.Column("is_silent", sa.Boolean),
        sa.Column("quiet_start", sa.String(32)),
        sa.Column("quiet_end", sa.String(32)),
        sa.Column("members_may_change", sa.Boolean, nullable=False),
        sa.Column("is_paused", sa.Boolean, nullable=False),
        sa.Column("paused_until", sa.BigInteger),
        sa.Column("lost", sa.String(32)),
    )


def _subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("schedule", sa.String(400), nullable=False),
        sa.Column("next_due_at", sa.BigInteger),
        sa.Column("is_paused", sa.Boolean, nullable=False),
        sa.UniqueConstraint("chat_id", "thread_id", "subject", "schedule", name="uq_subscriptions"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_subscriptions_next_due_at", "subscriptions", "next_due_at")


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("subscription_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("available_at", sa.BigInteger),
        sa.Column("is_leased", sa.Boolean, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("may_repeat", sa.Boolean, nullable=False),
        sa.Column("is_late", sa.Boolean, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("subscription_id", "due_at", name="uq_deliveries"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_deliveries_available_at", "deliveries", "available_at")
    op.create_index("ix_deliveries_chat", "deliveries", ["chat_id", "due_at"])


def _partial_index(name: str, table: str, column: str) -> None:
    where = sa.column(column).is_not(None)
    op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)
