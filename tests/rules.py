"""Rules of the house that no linter knows, as functions of source code.

Each returns the lines that break it. They read the syntax tree, so names in
comments and strings do not matter; :mod:`tests.test_architecture` applies them
to the tree and checks that each form of a breach is seen.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore)")
SILENCED_FOR_A_REASON = re.compile(
    r"#\s*(noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w, -]+\])\s+[#\-–—]\s*\w.{3,}"
)
MODE = re.compile(r"[rwaxbtU+]{1,4}")
WRITING = set("wax+")

# Functions that put something into a folder, by the name they are called by.
WRITERS = frozenset(
    {
        *("write_text", "write_bytes", "touch", "rename", "renames", "hardlink_to", "symlink_to"),
        *("copy2", "copyfile", "copytree", "copyfileobj", "make_archive", "link", "symlink"),
        *("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile"),
        *("TemporaryDirectory", "truncate", "QFile", "QSaveFile", "QTemporaryFile", "QPdfWriter"),
        *("QTemporaryDir", "setOutputFileName", "tofile"),
    }
)
OF_MODULES = frozenset(
    {"os.replace", "os.open", "os.write", "os.fdopen", "shutil.copy", "shutil.move"}
)
OPENERS = frozenset({"open", "ZipFile", "TarFile", "GzipFile", "LZMAFile", "BZ2File"})


def _called(node: ast.Call) -> str:
    """Return the dotted name of what *node* calls, as far as it is made of names."""
    parts: list[str] = []
    at: ast.expr = node.func
    while isinstance(at, ast.Attribute):
        parts.append(at.attr)
        at = at.value
    parts.append(at.id if isinstance(at, ast.Name) else "")
    return ".".join(reversed(parts))


def _opens_to_write(node: ast.Call, name: str) -> bool:
    """Whether *node* opens a file in a mode that writes, or in one unknown here."""
    modes = [word.value for word in node.keywords if word.arg == "mode"]
    is_method = name.endswith(".open") and name.split(".")[-2] not in {"io", "codecs", "gzip"}
    modes += node.args[0 if is_method else 1 :][:2]
    for mode in modes:
        if not isinstance(mode, ast.Constant):
            if mode in node.args:
                continue
            return True
        text = mode.value
        if isinstance(text, str) and MODE.fullmatch(text) and WRITING & set(text):
            return True
    return False


def _replaces_a_file(node: ast.Call, name: str) -> bool:
    """Whether this is ``path.replace(target)``.

    That of a string takes two arguments, that of a date named ones, and that of
    a collection of the store starts from its transaction, ``tx``.
    """
    is_record = not {"tx", "_tx"}.isdisjoint(name.split("."))
    return len(node.args) == 1 and not node.keywords and not is_record


def _writes(node: ast.Call) -> bool:
    name = _called(node)
    last = name.rpartition(".")[2]
    if name in OF_MODULES or last in WRITERS:
        return True
    if last in OPENERS:
        return _opens_to_write(node, name)
    return last == "replace" and "." in name and _replaces_a_file(node, name)


def _imports_a_writer(node: ast.ImportFrom) -> bool:
    """Whether *node* takes ``replace`` and the like out of its module, where it looks harmless."""
    return any(f"{node.module}.{alias.name}" in OF_MODULES for alias in node.names)


def file_writes(source: str) -> list[int]:
    """Return the lines of *source* that may write a file."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Call) and _writes(node))
        or (isinstance(node, ast.ImportFrom) and _imports_a_writer(node))
    ]


def _is_broad(handler: ast.ExceptHandler) -> bool:
    named = handler.type
    types = named.elts if isinstance(named, ast.Tuple) else [named]
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in types
    )


def _passes_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def broad_excepts(source: str) -> list[int]:
    """Return the lines of *source* that catch everything and keep it."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _passes_on(node)
    ]


def function_lengths(source: str) -> Iterator[tuple[str, int]]:
    """Yield the name and the number of lines, less the docstring, of each function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            words = node.body[0] if ast.get_docstring(node) else None
            yield node.name, _span(node) - (_span(words) if words else 0)


def _span(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imported_packages(source: str) -> set[str]:
    """Return the top-level names of all that *source* imports, wherever it does."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def suppressions(source: str) -> list[str]:
    """Return the lines of *source* that silence a checker."""
    return [line for line in source.splitlines() if SILENCED.search(line)]


def has_reason(suppression: str) -> bool:
    """Whether a line that silences a checker names the code and says why."""
    return SILENCED_FOR_A_REASON.search(suppression) is not None
