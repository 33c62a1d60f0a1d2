"""Questions about items, and to whom a request was passed on."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_TEXTS = ("report", "subject", "name", "of", "by", "at", "words", "answers")


def upgrade() -> None:
    """Go from the revision before to this one."""
    with op.batch_alter_table("request", recreate="always") as batch:
        person = sa.Column("person", sa.Text(), server_default=sa.text("''"), nullable=False)
        batch.add_column(person, insert_after="packs")
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("report", "subject", "name", name=op.f("uq_question_report")),
    )
