"""What people say against what was read: corrections, by what they are known again, and ids that moved with them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, and room for what was read of a version that is corrected."""
    op.add_column("versions", sa.Column("read", sa.JSON(), nullable=True))
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=40), nullable=False),
        sa.Column("withdrawn", sa.String(length=40), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("access", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_corrections")),
    )
    op.create_index(op.f("ix_corrections_part"), "corrections", ["part"], unique=False)
    op.create_table(
        "correction_keys",
        sa.Column("correction", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction"],
            ["corrections.number"],
            name=op.f("fk_correction_keys_correction"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("correction", "key", name=op.f("pk_correction_keys")),
    )
    op.create_index(op.f("ix_correction_keys_key"), "correction_keys", ["key"], unique=False)
    op.create_table(
        "correction_versions",
        sa.Column("correction", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction"],
            ["corrections.number"],
            name=op.f("fk_correction_versions_correction"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_correction_versions_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("correction", "version", name=op.f("pk_correction_versions")),
    )
    op.create_index(op.f("ix_correction_versions_version"), "correction_versions", ["version"], unique=False)
    op.create_table(
        "moved",
        sa.Column("id", sa.String(length=400), nullable=False),
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_moved_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moved")),
    )
    op.create_index(op.f("ix_moved_version"), "moved", ["version"], unique=False)


def downgrade() -> None:
    """Drop them."""
    for table in ("moved", "correction_versions", "correction_keys", "corrections"):
        op.drop_table(table)
    op.drop_column("versions", "read")
