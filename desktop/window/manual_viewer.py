"""The manual in a window of its own: contents with search on the left, the page on the right, and the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.theme import Theme, list_sheet, style_sheet
from desktop.window.panels.nothing_found import NothingFound
from desktop.work.manual import Manual, Part, read_manual

_SIZE, _CONTENTS, _PICTURE, _MARGIN = QSize(980, 680), 250, 640, 24
_LINES, _ABOVE, _BELOW = 130, 20, 8  # per cent; pixels above a heading, below a paragraph
_PART = int(Qt.ItemDataRole.UserRole)


class ManualPage(QTextBrowser):
    """Shows a page with its pictures no wider than they can be read beside the words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder = Path()
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """Return a picture of the manual; nothing else is loaded."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture, ratio = QImage(str(self.folder / QUrl(name).path())), self.devicePixelRatioF()
        wide = round(min(_PICTURE, picture.width()) * ratio)
        if wide and wide != picture.width():
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def show_page(self, folder: Path, text: str) -> None:
        """Show the Markdown of a page, with air between its lines and above its headings."""
        self.folder = folder
        self.setMarkdown(text)
        self.document().setDocumentMargin(_MARGIN)
        cursor, block = QTextCursor(self.document()), self.document().begin()
        while block.isValid():
            shape, level = QTextBlockFormat(), block.blockFormat().headingLevel()
            shape.setLineHeight(_LINES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(_ABOVE if level > 1 else 0)
            shape.setBottomMargin(_BELOW if block.textList() is None else _BELOW / 2)
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(shape)
            block = block.next()

    def go_to(self, place: int, words: str) -> None:
        """Put the heading of that number at the top, and mark the first of the words below it."""
        block, document = self.document().begin(), self.document()
        while block.isValid() and (place or not block.blockFormat().headingLevel()):
            place -= bool(block.blockFormat().headingLevel())
            block = block.next()
        document.documentLayout().documentSize()  # else it is laid out only as far as it was seen
        top = document.documentLayout().blockBoundingRect(block).top()
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        found = document.find(words.split()[0], cursor) if words.strip() else cursor
        if not found.isNull():
            self.setTextCursor(found)
        if found.isNull() or found == cursor:
            self.verticalScrollBar().setValue(round(top) - 8 if block.position() else 0)


class ManualViewer(QWidget):
    """A window, no dialog: it is read beside the work."""

    def __init__(self, folder: Path, language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._folder, self._trail, self._at = folder, list[Part](), -1
        self.manual: Manual = read_manual(folder, language)
        self._build()
        self._lay_out()
        self._connect()
        self.dress(theme)
        self.speak(language)

    def _build(self) -> None:
        self.back, self.onward, self.search = QPushButton("←", self), QPushButton("→", self), QLineEdit(self)
        self.search.setObjectName("filter")
        self.search.setClearButtonEnabled(True)
        self.contents, self.page = QListWidget(self), ManualPage(self)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = NothingFound(Theme(), self)

    def _lay_out(self) -> None:
        self.resize(_SIZE)
        left, splitter, layout, head = QWidget(self), QSplitter(self), QVBoxLayout(self), QHBoxLayout()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 0, 0, 12)
        for widget in (self.search, self.contents, self.nothing):
            column.addWidget(widget, 0 if widget is self.search else 1)
        head.addWidget(self.back)
        head.addWidget(self.onward)
        head.addStretch(1)
        head.setContentsMargins(12, 10, 12, 4)
        for widget, stretch in ((left, 0), (self.page, 1)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([_CONTENTS, _SIZE.width() - _CONTENTS])
        splitter.setHandleWidth(6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._step(-1))
        self.onward.clicked.connect(lambda: self._step(1))
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(lambda: self.contents.count() and self._choose(self.contents.item(0)))
        self.contents.itemActivated.connect(self._choose)
        self.contents.itemClicked.connect(self._choose)
        self.nothing.wanted.connect(self.search.clear)
        self.page.anchorClicked.connect(self._follow)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Back), self.back.click),
            (QKeySequence(QKeySequence.StandardKey.Forward), self.onward.click),
            (QKeySequence("Ctrl+F"), self.search.setFocus),
            (QKeySequence("Esc"), self.close),
        ):
            QShortcut(keys, self, act)

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(style_sheet(theme))
        self.contents.setStyleSheet(list_sheet(theme, f"1px solid {theme.line}"))
        self.page.setStyleSheet(f"QTextBrowser {{ background: {theme.surface}; border: none; }}")
        self.nothing.words.setStyleSheet(f"color: {theme.text2};")
        if self._trail:
            self._show()

    def speak(self, language: str) -> None:
        """Show everything in another language, at the same place."""
        places = [self.manual.parts.index(part) for part in self._trail]
        self.manual = read_manual(self._folder, language)
        parts = self.manual.parts
        self._trail = [parts[min(place, len(parts) - 1)] for place in places] if parts else []
        self.setWindowTitle(self.tr("Manual"))
        self.back.setToolTip(self.tr("Back (Alt+←)"))
        self.onward.setToolTip(self.tr("Forward (Alt+→)"))
        for button in (self.back, self.onward):
            button.setAccessibleName(button.toolTip())
        self.search.setPlaceholderText(self.tr("Search the manual (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.page.setAccessibleName(self.tr("Page of the manual"))
        self._list()
        if self._trail:
            self._show()

    def open_at(self, target: str) -> None:
        """Show a part by its English name, else the beginning."""
        self.show()
        self.raise_()
        part = self.manual.at(target) or next(iter(self.manual.parts), None)
        if part is not None:
            self._go(part)  # once its width is known
        self.activateWindow()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> None:
        """List the parts in which the words stand, with their pages; without words all as contents."""
        words, found = self.search.text(), self.manual.find(self.search.text())
        titles = {part.page: part.title for part in self.manual.parts if part.level == 1}
        self.contents.clear()
        for part in found:
            indent, page = "    " * (part.level - 1), titles.get(part.page, "")
            below = f"{part.title}  ·  {page}" if words.strip() and part.level > 1 else indent + part.title
            item = QListWidgetItem(below)
            item.setToolTip(below.strip())
            item.setData(_PART, part)
            font = self.contents.font()
            font.setBold(part.level == 1)
            item.setFont(font)
            self.contents.addItem(item)
        self.contents.setVisible(bool(found))
        self.nothing.setVisible(not found)
        said = self.tr("The manual says nothing of “{words}”.").format(words=words.strip())
        self.nothing.show_words(said, self.tr("Show all contents"))
        self._mark()

    def _choose(self, item: QListWidgetItem) -> None:
        self._go(item.data(_PART))

    def _follow(self, link: QUrl) -> None:
        part = self.manual.linked(QUrl.fromPercentEncoding(link.toEncoded()), self.shown.page)
        if part is not None:
            self._go(part)

    @property
    def shown(self) -> Part:
        """The part that is read."""
        return self._trail[self._at]

    def _go(self, part: Part) -> None:
        """Show a part; from now on the way back leads here."""
        if not self._trail or self.shown != part:
            self._trail = [*self._trail[: self._at + 1], part]
            self._at = len(self._trail) - 1
        self._show()

    def _step(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._trail) - 1))
        self._show()

    def _show(self) -> None:
        part = self.shown
        self.page.show_page(self.manual.folder, self.manual.pages[part.page])
        same = [one for one in self.manual.parts if one.page == part.page]
        self.page.go_to(same.index(part), self.search.text())
        self.back.setEnabled(self._at > 0)
        self.onward.setEnabled(self._at < len(self._trail) - 1)
        self._mark()

    def _mark(self) -> None:
        """Let the contents say what is read."""
        for row in range(self.contents.count()):
            if self._trail and self.contents.item(row).data(_PART) == self.shown:
                self.contents.setCurrentRow(row)
