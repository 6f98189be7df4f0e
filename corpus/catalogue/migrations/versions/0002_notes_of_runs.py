"""What a run's entry says of its file, with a code and facts beside the sentence."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; entries of earlier runs keep their sentence alone."""
    op.add_column("run_entries", sa.Column("note", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("run_entries", "note")
