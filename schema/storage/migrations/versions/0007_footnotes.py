"""A footnote beside each note, which is sorted or stems from when both were one; remarks that answer doubts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from the revision before to this one."""
    with op.batch_alter_table("data_point", recreate="always") as batch:
        footnote = sa.Column("footnote", sa.Text(), server_default=sa.text("''"), nullable=False)
        batch.add_column(footnote, insert_after="source")
        is_sorted = sa.Column("sorted", sa.Boolean(), server_default=sa.text("0"), nullable=False)
        batch.add_column(is_sorted, insert_after="footnote")
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
        sa.UniqueConstraint("subject", "code", name=op.f("uq_remark_subject")),
    )
