"""How a change came here, how many packs a request has, and where a small workspace comes from."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from the revision before to this one."""
    op.add_column("history", sa.Column("via", sa.Text(), server_default=sa.text("''"), nullable=False))
    with op.batch_alter_table("request", recreate="always") as batch:
        packs = sa.Column("packs", sa.Integer(), server_default=sa.text("0"), nullable=False)
        batch.add_column(packs, insert_after="items")
    op.create_table(
        "pack_origin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("pack", sa.Integer(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("signers", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_origin")),
        sa.UniqueConstraint("report", "department", name=op.f("uq_pack_origin_report")),
    )
