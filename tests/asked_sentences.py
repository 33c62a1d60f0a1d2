"""Which sentences the source asks for: each code that is said, raised or looked up, with the places that it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from tests.kept_scans import kept_scan

ROOT = Path(__file__).parents[1]
FOLDERS = ("desktop", "exporters", "schema")
USE_CASES = "desktop/work"
# The number of the argument that is a code.
RAISED = {
    "Issue": 0, "AnnalsError": 0, "WorkspaceError": 0, "RightsError": 0, "OutputError": 0, "PackError": 0, "FormError": 0, "DraftError": 0, "Refused": 0, "FormulaError": 0,
    "mistake": 1, "Mistake": 2, "refuse": 1, "_beside": 0,
}  # fmt: skip
SAID = ("say", "sentence")
# Functions of one folder that pass a code on: what is called there, and the kind of sentence.
PASSED = {
    ("schema/exchange/", "wrong"): "messages", ("schema/exchange/", "doubt"): "messages",
    ("schema/exchange/", "unread"): "messages", ("schema/exchange/", "_wrong"): "messages",
    ("schema/exchange/", "_say"): "messages", ("schema/exchange/oldsheets/", "words"): "messages",
    (f"{USE_CASES}/structure/", "refused"): "messages", ("schema/validation/", "issue"): "messages", ("schema/exchange/csv_table", "issue"): "messages",
    ("schema/validation/", "_issue"): "messages", ("schema/exchange/press_release", "_words"): "phrases",
}  # fmt: skip
UNKNOWN = "?"
# Nodes that say how something stands there and hold nothing: half of all.
_SIGNS = ast.expr_context | ast.operator | ast.unaryop | ast.cmpop | ast.boolop


@dataclass(frozen=True, slots=True)
class Asked:
    """A code, `*` where a part of it is known only when the program runs; `places` is None where they are not seen."""

    kind: str
    code: str
    places: frozenset[str] | None
    where: str


@cache
def asked() -> tuple[Asked, ...]:
    """Everything that the source asks for."""
    found = kept_scan(asked_in, _paths(), __file__)
    return tuple(
        Asked(kind, code, None if places is None else frozenset(places), where)
        for entries in found.values()
        for kind, code, places, where in entries
    )


def _paths() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


def asked_in(path: Path) -> list[list[object]]:
    """What one file asks for: kind, code, places and where."""
    return [
        [one.kind, one.code, sorted(one.places) if one.places is not None else None, one.where] for one in _in(path)
    ]


def _in(path: Path) -> Iterator[Asked]:
    tree = _tree(path)
    name = path.relative_to(ROOT).as_posix()
    for scope in (tree, *_functions(tree)):
        for node in _own_nodes(scope):
            yield from _asked_by(node, scope, tree, name)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Every function at whatever depth; there is none within an expression."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        for child in ast.iter_child_nodes(waiting.pop()):
            if not isinstance(child, ast.expr):
                waiting.append(child)
                if isinstance(child, ast.FunctionDef):
                    yield child


@cache
def _own_nodes(scope: ast.AST) -> tuple[ast.AST, ...]:
    """The nodes of a function or module, without those of the functions in it."""
    return tuple(_below(scope))


def _below(node: ast.AST) -> Iterator[ast.AST]:
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if inner is not node:
            yield inner
        children = [child for child in ast.iter_child_nodes(inner) if not isinstance(child, ast.FunctionDef | _SIGNS)]
        waiting.extend(reversed(children))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _asked_by(node: ast.AST, scope: ast.AST, tree: ast.Module, name: str) -> Iterator[Asked]:
    where = f"{name}::{getattr(scope, 'name', '')}"
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
        if node.value.attr in ("messages", "phrases"):
            yield from (Asked(node.value.attr, code, None, where) for code in codes(node.slice, scope, tree))
    elif isinstance(node, ast.Call):
        found = _code_of(node, name)
        if found is not None:
            kind, argument = found
            places = _places(node)
            yield from (Asked(kind, code, places, where) for code in codes(argument, scope, tree))


def _code_of(call: ast.Call, name: str) -> tuple[str, ast.expr] | None:
    """The kind and the argument that is a code; None where a call asks for no sentence."""
    called = _called(call)
    if _desk(call.func) or not call.args:
        return None  # the window's desk says issues and errors, which have their codes already
    # reading.known(name, names, what, source, where), and a passage's without the place
    if called == "known" and len(call.args) in (3, 5):
        return "messages", ast.JoinedStr([ast.Constant("definition.unknown_"), call.args[2]])
    for (folder, passing), kind in PASSED.items():
        if name.startswith(folder) and called == passing:
            return kind, call.args[0]
    if called in RAISED:
        return ("messages", call.args[RAISED[called]]) if len(call.args) > RAISED[called] else None
    return _said(call, name) if called in SAID else _looked_up(call)


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _said(call: ast.Call, name: str) -> tuple[str, ast.expr]:
    if name.startswith("exporters/"):
        return "phrases", call.args[0]
    # In schema a sentence is said of a place in a file: reading.say(source, where, code), row.say(code, …).
    number = 2 if name.startswith("schema/") and len(call.args) > 2 else 0
    return "messages", call.args[number]


def _looked_up(call: ast.Call) -> tuple[str, ast.expr] | None:
    owner = getattr(call.func, "value", None)
    kind = getattr(owner, "attr", "")
    return (kind, call.args[0]) if _called(call) == "get" and kind in ("messages", "phrases") else None


def _desk(function: ast.expr) -> bool:
    owner = getattr(function, "value", None)
    return getattr(function, "attr", "") == "sentence" and getattr(owner, "attr", getattr(owner, "id", "")) in (
        "desk", "_desk",
    )  # fmt: skip


def _places(call: ast.Call) -> frozenset[str] | None:
    """The names that a call gives; None where they come otherwise than by name, or more are filled in later."""
    names = [keyword.arg for keyword in call.keywords]
    if None in names or _called(call) not in (
        *SAID,
        "mistake",
        "AnnalsError",
        "WorkspaceError",
        "RightsError",
        "OutputError",
        "PackError",
        "DraftError",
    ):
        return None
    return frozenset(map(str, names))


def codes(node: ast.expr, scope: ast.AST, tree: ast.Module) -> list[str]:
    """Every code that an expression may be."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp():
            return [*codes(node.body, scope, tree), *codes(node.orelse, scope, tree)]
        case ast.JoinedStr():
            parts = [_part(part, scope, tree) for part in node.values]
            return ["".join(texts) for texts in product(*parts)]
        case ast.BinOp(op=ast.Add(), left=left):
            return [f"{code}*" for code in codes(left, scope, tree)]
        case ast.Name(id=name):
            return _assigned(name, scope, tree) or [UNKNOWN]
        case _:
            return [UNKNOWN]


def _part(part: ast.expr, scope: ast.AST, tree: ast.Module) -> list[str]:
    """What one part of a text put together may be: `*` where that is not seen."""
    value = part.value if isinstance(part, ast.FormattedValue) else part
    if isinstance(value, ast.Name):
        return _looped(value.id, scope, tree) or ["*"]
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else ["*"]


def _looped(name: str, scope: ast.AST, tree: ast.Module) -> list[str]:
    """What a loop over a written list gives a name."""
    for node in _own_nodes(scope):
        if isinstance(node, ast.For | ast.comprehension):
            targets = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
            for number, target in enumerate(targets):
                if getattr(target, "id", "") == name:
                    return _listed(node.iter, number if len(targets) > 1 else None, scope, tree)
    return []


def _listed(values: ast.expr, number: int | None, scope: ast.AST, tree: ast.Module) -> list[str]:
    added: list[ast.expr] = []
    if isinstance(values, ast.Name):
        added = _appended(values.id, scope)
        values = next(iter(_values(values.id, scope, tree)), values)
    if isinstance(values, ast.Call) and getattr(values.func, "id", "") == "zip" and number is not None:
        return _listed(values.args[number], None, scope, tree)
    if not isinstance(values, ast.Tuple | ast.List):
        return []
    entries = [getattr(entry, "elts", [entry])[number or 0] for entry in [*values.elts, *added]]
    texts = [entry.value for entry in entries if isinstance(entry, ast.Constant) and isinstance(entry.value, str)]
    return texts if len(texts) == len(entries) else []


def _appended(name: str, scope: ast.AST) -> list[ast.expr]:
    calls = [node for node in _own_nodes(scope) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [
        call.args[0] for call in calls if call.func.attr == "append" and getattr(call.func.value, "id", "") == name
    ]  # fmt: skip


def _assigned(name: str, scope: ast.AST, tree: ast.Module) -> list[str]:
    return [code for value in _values(name, scope, tree) for code in codes(value, scope, tree)]


def _values(name: str, scope: ast.AST, tree: ast.Module) -> list[ast.expr]:
    """Every value that a function, else its module, gives a name."""
    for place in (scope, tree):
        values = [
            node.value
            for node in _own_nodes(place)
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value is not None
            and name in [getattr(target, "id", "") for target in getattr(node, "targets", None) or [node.target]]
        ]  # fmt: skip
        if values:
            return values
    return []


def column_codes() -> set[str]:
    """The columns of the workbook's tables: the codes that stand with a width in the files that make such sheets."""
    texts = [path.read_text("utf-8") for path in (ROOT / "exporters").rglob("*.py")]
    pairs = [
        [entry.value for entry in node.elts if isinstance(entry, ast.Constant)]
        for text in texts
        if "table_sheet" in text
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Tuple)
    ]
    return {code for code, width in (pair for pair in pairs if len(pair) == 2)
            if isinstance(code, str) and isinstance(width, float)}  # fmt: skip


def refusals(*stems: str) -> set[str]:
    """The reasons for which the readers in these files refuse one: each is the end of a code."""
    found: set[str] = set()
    for path in [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if path.stem in stems]:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Dict):
                pairs = zip(node.keys, node.values, strict=True)
                values = [v for k, v in pairs if isinstance(k, ast.Constant) and k.value == "refused"]
            else:
                called = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_refused", "_fault")
                values = [node.args[0]] if called else []
            found |= {text for value in values for text in codes(value, ast.Module([], []), ast.Module([], []))}
    return found - {UNKNOWN}


def literals() -> set[str]:
    """Every text that stands in the source: some codes are handed on from function to function."""
    return {text for texts in kept_scan(literals_in, _paths(), __file__).values() for text in texts}


def literals_in(path: Path) -> list[str]:
    """The texts that stand in one file."""
    nodes = ast.walk(_tree(path))
    return sorted({node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)})
