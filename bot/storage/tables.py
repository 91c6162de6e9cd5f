"""The tables, the same in SQLite and PostgreSQL. Instants are microseconds since 1970, in UTC."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)

from bot.delivery.ports import LONGEST_WORDS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNIT = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, exact, and equal on both databases: SQLite has no type for one."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """What is stored."""
        del dialect
        return None if value is None else (value - _EPOCH) // _UNIT

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """What was stored."""
        del dialect
        return None if value is None else _EPOCH + timedelta(microseconds=value)


# SQLite numbers rows by itself only where the type is exactly INTEGER, which there has 64 bits.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("voice", String(8)),
    Column("zone", String(64)),
    Column("is_silent", Boolean),
    Column("quiet_start", String(32)),
    Column("quiet_end", String(32)),
    Column("members_may_change", Boolean, nullable=False),
    Column("is_paused", Boolean, nullable=False),
    Column("paused_until", Instant),
    Column("lost", String(32)),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("subject", String(200), nullable=False),
    Column("schedule", String(400), nullable=False),
    Column("next_due_at", Instant),
    Column("is_paused", Boolean, nullable=False),
    UniqueConstraint("chat_id", "thread_id", "subject", "schedule", name="uq_subscriptions"),
    # A number is never used twice: rows of the ledger outlive their subscription.
    sqlite_autoincrement=True,
)
Index(
    "ix_subscriptions_next_due_at",
    subscriptions.c.next_due_at,
    sqlite_where=subscriptions.c.next_due_at.is_not(None),
    postgresql_where=subscriptions.c.next_due_at.is_not(None),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("subscription_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("subject", String(200), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("available_at", Instant),  # of open states only
    Column("is_leased", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("may_repeat", Boolean, nullable=False),
    Column("is_late", Boolean, nullable=False),
    Column("message_id", BigInteger),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("subscription_id", "due_at", name="uq_deliveries"),
    sqlite_autoincrement=True,
)
Index(
    "ix_deliveries_available_at",
    deliveries.c.available_at,
    sqlite_where=deliveries.c.available_at.is_not(None),
    postgresql_where=deliveries.c.available_at.is_not(None),
)
Index("ix_deliveries_chat", deliveries.c.chat_id, deliveries.c.due_at)

# Neither chat nor person nor time of day: nobody can be found by what stands here.
unanswered = Table(
    "unanswered",
    metadata,
    Column("day", Date, primary_key=True),
    Column("words", String(LONGEST_WORDS), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("times", Integer, nullable=False),
)
