"""The sentences of the window, read from the syntax tree of its source.

``lupdate`` overlooks a sentence within an f-string and one that is not written
out; comparing it with what stands here shows both.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "QT_TRANSLATE_NOOP"
TRANSLATE = ("QCoreApplication.translate", "QApplication.translate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A call that says something. ``source`` is None where it is not written out."""

    line: int
    how: str  # "tr", "mark" or "translate"
    context: str | None
    source: str | None
    is_own: bool = True  # of the class it stands in: self.tr


def spoken(source: str) -> Iterator[Spoken]:
    """Yield all calls in *source* that translate something."""
    tree = ast.parse(source)
    constants = dict(_constants(tree))
    yield from _within(tree, "", constants)


def _within(node: ast.AST, scope: str, constants: dict[str, str]) -> Iterator[Spoken]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _call(child, scope, constants)
        inner = child.name if isinstance(child, ast.ClassDef) else scope
        yield from _within(child, inner, constants)


def _call(node: ast.Call, scope: str, constants: dict[str, str]) -> Iterator[Spoken]:
    name = ast.unparse(node.func)
    if name == "tr" or name.endswith(".tr"):
        yield Spoken(
            line=node.lineno,
            how="tr",
            context=scope,
            source=_text(node, 0),
            is_own=name == "self.tr" and bool(scope),
        )
    elif name == MARK or name in TRANSLATE:
        how = "mark" if name == MARK else "translate"
        context = _text(node, 0)
        if context is None and node.args and isinstance(node.args[0], ast.Name):
            context = constants.get(node.args[0].id)
        yield Spoken(line=node.lineno, how=how, context=context, source=_text(node, 1))


def _text(node: ast.Call, place: int) -> str | None:
    argument = node.args[place] if len(node.args) > place else None
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if is_text else None


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value.value
