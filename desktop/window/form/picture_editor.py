"""An image slot on the form: its picture, its caption, and what it shows for those who cannot see it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.window.fields.plan import ImageCard, TextCard
from desktop.window.form.picture_field import PictureField
from desktop.window.form.text_editor import TextEditor
from desktop.window.look.card import muted
from desktop.window.session.commands import Commands
from desktop.window.session.desk import Desk
from desktop.window.session.picture_intake import Pictures
from schema.grammar.slots import NO_LANGUAGE, alternative_slot, caption_slot
from schema.grammar.words import Words
from schema.values.subject import TextAt


class PictureEditor(QWidget):
    """`words` are the editors of its two texts."""

    def __init__(
        self, desk: Desk, commands: Commands, pictures: Pictures, card: ImageCard, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.subject = TextAt(desk.report, card.slot, NO_LANGUAGE)
        self.field = PictureField(desk, pictures, self.subject, desk.words(card.title) or self.tr("Picture"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        caption = self.tr("Caption")
        shown = self.tr("Alternative text: what the picture shows, for readers who cannot see it")
        self.words: list[TextEditor] = []
        for slot, title in ((caption_slot(card.slot), caption), (alternative_slot(card.slot), shown)):
            layout.addWidget(muted(title, desk.theme, self))
            spec = TextCard(slot, "body", Words(title, title, title))
            self.words.append(TextEditor(desk, commands, spec, language, self, lines=1))
            layout.addWidget(self.words[-1])

    def refresh(self) -> None:
        """Show what stands in the slot now."""
        self.field.refresh()
