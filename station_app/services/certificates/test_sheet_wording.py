"""The text of the test sheet of a printer (套打测试页): values in, words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.overprint import CROSS, STRETCH
from station_app.services.certificates.phrasing import Fields, read_template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from station_app.domain.overprint import Printer

_FACTS = frozenset({"printer", "right", "down", "scale", "left", "top", "line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSheet:
    """What stands on a test sheet; ``marks`` name what is measured."""

    __test__ = False

    title: str
    lead: tuple[str, ...]
    steps: tuple[str, ...]
    marks: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield every text of the sheet."""
        yield from (self.title, *self.lead, *self.steps, *self.marks)


class TestSheetWording:
    """The text, read from the template in *folder*; TemplateError if it is wrong."""

    __test__ = False

    def __init__(self, folder: Path) -> None:
        known = Fields(certain=_FACTS)
        sections = frozenset({"lead", "steps", "marks"})
        path = folder / "test_sheet.json"
        self._template = read_template(path, known, sections=sections, form=known)

    def sheet(self, printer: Printer) -> TestSheet:
        """Return the text for *printer*, with the values that hold."""
        now, (left, top) = printer.alignment, CROSS
        facts = {"printer": printer.name, "right": f"{now.right:.1f}", "down": f"{now.down:.1f}"}
        facts |= {"scale": f"{now.scale:.2f}", "left": f"{left:.1f}", "top": f"{top:.1f}"}
        facts |= {"line": f"{STRETCH:.1f}"}
        say = self._template.say
        return TestSheet(
            title=self._template.title,
            lead=say("lead", facts),
            steps=say("steps", facts),
            marks=say("marks", facts),
        )
