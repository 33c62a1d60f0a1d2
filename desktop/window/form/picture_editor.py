"""An image slot on the form: its picture, its caption, and what it shows for those who cannot see it."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.window.fields.plan import ImageCard, TextCard
from desktop.window.form.form_part import FormPart, Goal
from desktop.window.form.picture_field import PictureField
from desktop.window.form.text_editor import TextEditor
from desktop.window.look.card import muted
from desktop.window.session.editing_tools import EditingTools
from schema.grammar.slots import NO_LANGUAGE, alternative_slot, caption_slot
from schema.grammar.words import Words
from schema.values.kept_things import Subject
from schema.values.subject import TextAt


class PictureEditor(FormPart, QWidget):
    """`words` are the editors of its two texts."""

    def __init__(self, tools: EditingTools, card: ImageCard, parent: QWidget) -> None:
        super().__init__(parent)
        desk = tools.desk
        self.subject = TextAt(desk.report, card.slot, NO_LANGUAGE)
        name = desk.words(card.title) or self.tr("Picture")
        self.field = PictureField(desk, tools.pictures, self.subject, name, self)
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
            self.words.append(TextEditor(tools, spec, self, lines=1))
            layout.addWidget(self.words[-1])

    def follow_subject(self, subject: Subject) -> None:
        """Show what stands in the slot now."""
        if subject == self.subject:
            self.field.refresh()

    def go_to(self, goal: Goal, sight: QScrollArea) -> bool:
        """Put the cursor on the button that chooses its picture."""
        if goal == self.subject.slot:
            self.field.choose.setFocus()
            sight.ensureWidgetVisible(self, 0, 60)
        return goal == self.subject.slot
