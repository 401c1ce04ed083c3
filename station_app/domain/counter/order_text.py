"""An order pasted as text: its lines with a name before the colon are read into the fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS = {
    "number": ("工单编号", "工单号", "受理编号", "受理单号", "来件编号", "编号"),
    "caller": ("来电人姓名", "来电人", "诉求人", "反映人", "联系人", "姓名"),
    "phone": ("联系电话", "来电号码", "联系方式", "电话"),
    "place": ("事发地址", "事发地点", "发生地点", "诉求地址", "地址", "地点"),
    "kind": ("诉求类型", "工单类型", "诉求类别", "类别", "类型"),
    "content": ("诉求内容", "工单内容", "反映内容", "问题描述", "主要内容", "内容"),
}
FIELDS = {label: field for field, labels in LABELS.items() for label in labels}
LINE = re.compile(r"\s*(?:【)?([^\s:：【】]{2,8})(?:】)?\s*[:：]\s*(.*)")
LEAST = 2
"""Fewer lines with a name than that are no form that was copied, but plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedOrder:
    """What a pasted text tells; what it does not is empty."""

    number: str = ""
    caller: str = ""
    phone: str = ""
    place: str = ""
    kind: str = ""
    content: str = ""


def read_pasted(text: str) -> PastedOrder | None:
    """Return what *text* tells by names before colons; None for plain words.

    What follows the content without a name of its own belongs to it.
    """
    found: dict[str, list[str]] = {}
    current = ""
    for field, words in _lines(text):
        current = field or current
        if current and (field or current == "content"):
            found.setdefault(current, []).append(words)
    told = {field: "\n".join(lines).strip() for field, lines in found.items()}
    if len(told) < LEAST or not told.get("content"):
        return None
    return PastedOrder(**told)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield the field that each line begins, empty for none, and its words."""
    for line in text.splitlines():
        match = LINE.fullmatch(line)
        field = FIELDS.get(match[1], "") if match else ""
        if match and field:
            yield field, match[2].strip()
        else:
            yield "", line.strip()
