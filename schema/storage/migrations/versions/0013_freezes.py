"""Named states, and what auditors found."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_FREEZE = ("name", "report", "who", "at", "reason", "number", "head", "key", "signature")
_VERDICT = ("report", "reference", "format", "finding", "remark", "content", "who", "at")


def upgrade() -> None:
    """Go from the revision before to this one."""
    op.create_table(
        "freeze",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer() if name == "number" else sa.Text(), nullable=False) for name in _FREEZE),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freeze")),
        sa.UniqueConstraint("name", name=op.f("uq_freeze_name")),
    )
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _VERDICT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        sa.UniqueConstraint("report", "reference", "format", name=op.f("uq_verdict_report")),
    )
