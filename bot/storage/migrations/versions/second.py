"""What was asked in vain, counted by day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "unanswered",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("words", sa.String(60), primary_key=True),
        sa.Column("language", sa.String(8), primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Removes it, with everything in it."""
    op.drop_table("unanswered")
