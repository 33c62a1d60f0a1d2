"""A report's outline with its blocks and their rows as a tree whose parts can be renamed and moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from desktop.window.fields.part_words import DRAWINGS, PartWords
from desktop.window.look.icons import IconShelf
from desktop.window.session.desk import Desk
from desktop.work.structure.moves import Target
from desktop.work.structure.names import can_be_named, words_of
from desktop.work.structure.parts import Part, Row, name_of_block, name_of_row, rows_of
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Block, Group, Outline, Placement, Section, TextBlock
from schema.grammar.words import Words
from schema.values.subject import TextAt

Index = QModelIndex | QPersistentModelIndex
PART = int(Qt.ItemDataRole.UserRole) + 1
TITLE, KIND, OWNER, CONTENT, DISCLOSURES = range(5)
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_MIME = "application/x-annals-part"
_SNIPPET = 24
# Put together once: a view asks for them all the time.
_SEEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVABLE = _SEEN | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
_NAMED = _MOVABLE | Qt.ItemFlag.ItemIsEditable


class _Node:
    """One line; `thing` None: what is being named, and is not there yet."""

    def __init__(self, thing: Section | Block | Row | None, part: Part, parent: _Node | None) -> None:
        self.thing, self.part, self.parent = thing, part, parent
        self.below: list[_Node] = []
        self.row = len(parent.below) if parent is not None else 0
        if parent is not None:
            parent.below.append(self)

    def walk(self) -> Iterator[_Node]:
        yield self
        for node in self.below:
            yield from node.walk()


class StructureModel(QAbstractItemModel):
    """`renamed` carries a part and its words, `made` the part before it and the words of what is new.

    `moved` carries a part and where it is let go.
    """

    renamed = Signal(object, str)
    made = Signal(object, str)
    moved = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._words, self._icons = desk, PartWords(desk), IconShelf()
        self._root = _Node(None, Part(""), None)
        self._nodes: dict[Part, _Node] = {}
        self._language = ""
        self.outline: Outline | None = None
        self.catalogue: Catalogue = desk.catalogue
        self.draft: _Node | None = None
        self.allowed = True

    def shows(self, outline: Outline, catalogue: Catalogue) -> bool:
        """Whether it is this that is shown already, in the present language."""
        same = self.outline == outline and self.catalogue.metrics == catalogue.metrics
        return same and self._language == self._desk.language

    def load(self, outline: Outline, catalogue: Catalogue) -> None:
        """Show an outline."""
        self._language = self._desk.language
        self.beginResetModel()
        self.outline, self.catalogue, self.draft = outline, catalogue, None
        self._root = _Node(None, Part(""), None)
        for chapter in outline.chapters:
            self._add(chapter, self._root)
        self._nodes = {node.part: node for node in self._root.walk() if node.thing is not None}
        self.endResetModel()

    def _add(self, section: Section, parent: _Node) -> None:
        node = _Node(section, Part(section.code), parent)
        for block in section.blocks:
            below = _Node(block, Part(section.code, block.id), node)
            for number, row in enumerate(rows_of(block)):
                _Node(row, Part(section.code, block.id, number), below)
        for lower in section.sections:
            self._add(lower, node)

    # what is being named

    def begin(self, beside: Part | None) -> QModelIndex:
        """Put an empty line after a part, to be named; without one at the end."""
        node = self._node_of(beside) if beside is not None else None
        parent = (node.parent if node is not None else None) or self._root
        place = node.row + 1 if node is not None else len(parent.below)
        above = self._index(parent)
        self.beginInsertRows(above, place, place)
        self.draft = _Node(None, Part(""), parent)
        parent.below.insert(place, parent.below.pop())
        self._number(parent)
        self.endInsertRows()
        return self._index(self.draft)

    def drop_draft(self) -> None:
        """Take the empty line away."""
        node, self.draft = self.draft, None
        if node is not None and node.parent is not None:
            self.beginRemoveRows(self._index(node.parent), node.row, node.row)
            node.parent.below.remove(node)
            self._number(node.parent)
            self.endRemoveRows()

    def _beside(self, node: _Node) -> Part | None:
        """Return the part that an empty line stands after."""
        before = node.parent.below[node.row - 1] if node.parent is not None and node.row else None
        return before.part if before is not None else None

    def _number(self, parent: _Node) -> None:
        for place, node in enumerate(parent.below):
            node.row = place

    # places

    def find(self, part: Part) -> QModelIndex:
        """Return the line of a part."""
        node = self._node_of(part)
        return self._index(node) if node is not None else QModelIndex()

    def _node_of(self, part: Part | None) -> _Node | None:
        return self._nodes.get(part) if part is not None else None

    def _index(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node)

    def _node(self, index: Index | None) -> _Node:
        return index.internalPointer() if index is not None and index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a part below another."""
        node = self._node(parent)
        inside = 0 <= row < len(node.below) and 0 <= column <= DISCLOSURES
        return self.createIndex(row, column, node.below[row]) if inside else QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return what a part stands in."""
        above = self._node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many parts stand in another."""
        return len(self._node(parent).below) if parent is None or parent.column() <= 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Title, kind, owner, content, disclosures."""
        del parent
        return DISCLOSURES + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        heads = self.tr("Title"), self.tr("Kind"), self.tr("Department"), self.tr("Content"), self.tr("Disclosures")
        return heads[section]

    # what is shown

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words, the part itself, its icon and its look."""
        node = self._node(index)
        thing = node.thing
        if role == PART:
            return node.part
        if thing is None:
            return None
        if role in (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._shown(thing, index.column())
        if role == _EDIT:
            return self._typed(node)
        if role == int(Qt.ItemDataRole.DecorationRole) and index.column() == TITLE and DRAWINGS[type(thing)]:
            return self._icons.icon(DRAWINGS[type(thing)], self._desk.theme.text3)
        is_title = index.column() == TITLE
        if role == int(Qt.ItemDataRole.FontRole) and is_title and isinstance(thing, Section) and thing.level == 1:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == int(Qt.ItemDataRole.ForegroundRole) and not is_title:
            return QColor(self._desk.theme.text2)
        return None

    def _shown(self, thing: Section | Block | Row, column: int) -> str:
        if column == TITLE:
            return self._title(thing)
        if column == KIND:
            return "" if isinstance(thing, Section | Placement | Group) else self._words.kind(thing)
        if column == OWNER:
            return self._owner(thing)
        return self._words.content(thing) if column == CONTENT else self._disclosures(thing)

    def _title(self, thing: Section | Block | Row) -> str:
        if isinstance(thing, Section):
            return self._said(thing.title)
        if isinstance(thing, Placement | Group):
            name = self._said(name_of_row(thing, self.catalogue))
            members = thing.reference.partition(":")[2] if isinstance(thing, Placement) and not thing.label else ""
            return " · ".join(filter(None, (name, self._members(members))))
        name = self._said(name_of_block(thing, self.catalogue))
        return name or self._snippet(thing) or self._words.kind(thing)

    def _members(self, cut: str) -> str:
        """Return a cut in words: a member, or the breakdown over whose members it goes."""
        said: list[str] = []
        for breakdown, _, member in (part.partition("=") for part in cut.split(";") if part):
            known = self.catalogue.breakdowns.get(breakdown)
            found = known.member(member) if known else None
            if known is not None:
                said.append(self._said(found.name if found else known.name))
        return " · ".join(said)

    def _snippet(self, block: Block) -> str:
        """Return the first words of a text that has no title: what else could tell one from another?"""
        if not isinstance(block, TextBlock) or self.outline is None:
            return ""
        at = TextAt(self.outline.code, block.slot, self.outline.language)
        text = " ".join(self._desk.session.text(at).text.split())
        return f"“{text[:_SNIPPET]}…”" if len(text) > _SNIPPET else f"“{text}”" if text else ""

    def _said(self, words: Words) -> str:
        return words.best(self._desk.language)

    def _owner(self, thing: Section | Block | Row) -> str:
        code = getattr(thing, "department", "")
        return self._desk.department(code) if code else ""

    def _disclosures(self, thing: Section | Block | Row) -> str:
        if not isinstance(thing, Section):
            return ""
        frameworks = self.catalogue.frameworks
        said = [f"{self._short(code)} {', '.join(codes)}".strip() for code, codes in thing.disclosures.items() if
                code in frameworks]  # fmt: skip
        return "; ".join(said)

    def _short(self, framework: str) -> str:
        known = self.catalogue.frameworks[framework]
        return self._said(known.short or known.name)

    def _typed(self, node: _Node) -> str:
        """Return the words that a name begins with: the part's own, else those that stand there in its place."""
        if self.outline is None or node.thing is None:
            return ""
        own = words_of(self.outline, node.part)
        return own.best(self._desk.language) if own else ""

    # what is done

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A part can be chosen, named, dragged, and something let go beside or in it."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.allowed else Qt.ItemFlag.NoItemFlags
        if not self.allowed:
            return _SEEN
        thing = self._node(index).thing
        return _NAMED if index.column() == TITLE and (thing is None or can_be_named(thing)) else _MOVABLE

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Hand over the words that were typed for a part, or for what is new."""
        node, text = self._node(index), str(value).strip()
        if role != _EDIT or (text == self._typed(node) and node.thing is not None):
            return False
        if node.thing is None:
            if text:
                self.made.emit(self._beside(node), text)
        else:
            self.renamed.emit(node.part, text)
        return True

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Parts are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Return what can be let go here: parts of this tree."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802
        """Return the part that is dragged; the view knows it by itself."""
        part: Part = indexes[0].data(PART)
        data = QMimeData()
        data.setData(_MIME, f"{part.section}\n{part.block}\n{part.row}".encode())
        return data

    def target_of(self, parent: Index, row: int, part: Part) -> Target:
        """Return where a part goes that is let go in `parent` before line `row` (-1: on it, at its end)."""
        above = self._node(parent)
        lines = above.below[: row if row >= 0 else len(above.below)]
        same = [node for node in lines if node.part.level == part.level and node.thing is not None]
        return Target(None if above is self._root else above.part, len(same))

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where a part was let go; the outline follows when that is stored."""
        del action, column
        section, block, number = bytes(data.data(_MIME).data()).decode().split("\n")
        part = Part(section, block, int(number))
        self.moved.emit(part, self.target_of(parent, row, part))
        return False  # nothing to be removed by the view
