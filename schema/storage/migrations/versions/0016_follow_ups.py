"""Follow-up marks at values, texts and records; the bytes of an attachment may outlive its facts."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from the revision before to this one."""
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("subject", name=op.f("uq_follow_up_subject")),
    )
    with op.batch_alter_table("attachment_content", recreate="always") as batch:
        batch.drop_constraint("fk_attachment_content_hash_attachment", type_="foreignkey")
