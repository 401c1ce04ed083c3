"""What the room says: names of codes, time limits, fields, problems, values that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.counter.items import AFFAIRS, LINES, Basis, Form, Material
from station_app.domain.counter.limits import Counted, TimeLimit
from ui.kit.buttons import Choice

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.errors import Problem

DOT = " · "


class Words(QObject):
    """Names of code tables are official and stay Chinese in either language."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station

    def line(self, code: str) -> str:
        """Return the name of a business line."""
        return self._station.reference.table(LINES).name_of(code)

    def affair(self, code: str) -> str:
        """Return the name of one of the seven classes."""
        return self._station.reference.table(AFFAIRS).name_of(code)

    def lines(self) -> tuple[Choice, ...]:
        """Return the business lines in their order."""
        return self._choices(LINES)

    def affairs(self) -> tuple[Choice, ...]:
        """Return the seven classes in their order."""
        return self._choices(AFFAIRS)

    def forms(self) -> dict[Form, str]:
        """Return what the forms of a material are called."""
        return {
            Form.ORIGINAL: self.tr("Original"),
            Form.COPY: self.tr("Copy"),
            Form.BOTH: self.tr("Original and copy"),
            Form.SEEN: self.tr("Shown, given back"),
        }

    def limit(self, limit: TimeLimit | None) -> str:
        """Return a time limit in words, empty for none."""
        if limit is None:
            return ""
        if limit.is_at_once:
            return self.tr("While one waits")
        is_one, is_working = limit.days == 1, limit.counted is Counted.WORKING
        if is_one:
            return self.tr("1 working day") if is_working else self.tr("1 calendar day")
        if is_working:
            return self.tr("{days} working days").format(days=limit.days)
        return self.tr("{days} calendar days").format(days=limit.days)

    def due(self, limit: TimeLimit, today: date) -> str:
        """Return when something accepted today would be due."""
        due = limit.due(today, self._station.reference.calendar)
        day = due.day.isoformat()
        if due.is_provisional:
            return self.tr("accepted today: due {day} (provisional)").format(day=day)
        return self.tr("accepted today: due {day}").format(day=day)

    def material(self, material: Material) -> str:
        """Return a material in one line."""
        form = self.forms()[material.form]
        count = f"× {material.quantity}" if material.quantity != 1 else ""
        return DOT.join(filter(None, (material.name, form, count, material.when)))

    def basis(self, basis: Basis) -> str:
        """Return a ground in the law in one line."""
        since = basis.since.isoformat() if basis.since else ""
        return DOT.join(filter(None, (basis.document, basis.number, since)))

    def value(self, field: str, value: object) -> str:
        """Return a value, or a row of a list, of *field* in one line."""
        if isinstance(value, Material):
            return self.material(value)
        if isinstance(value, Basis):
            return self.basis(value)
        if isinstance(value, TimeLimit):
            return self.limit(value)
        if isinstance(value, bool):
            return self.tr("Yes") if value else self.tr("No")
        named = {"line": self.line, "affair": self.affair}.get(field, str)
        return named(str(value))

    def field(self, name: str) -> str:
        """Return what a field of an item is called."""
        return {
            "name": self.tr("Name"),
            "aliases": self.tr("Also called"),
            "line": self.tr("Business line"),
            "affair": self.tr("Class"),
            "responsible": self.tr("Responsible"),
            "who": self.tr("Who may apply"),
            "materials": self.tr("Materials"),
            "steps": self.tr("Steps"),
            "promised": self.tr("Promised time"),
            "legal": self.tr("Legal time"),
            "goes_to": self.tr("Goes to"),
            "result": self.tr("Result"),
            "fee": self.tr("Fee"),
            "basis": self.tr("Basis"),
            "note": self.tr("Note"),
            "verified": self.tr("Compared with local rules"),
        }[name]

    def problem(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        sentences = {
            "missing": self.tr("This is needed."),
            "too-long": self.tr("Too long for a name: at most 60 characters."),
            "unknown": self.tr("Choose one of the list."),
            "catch-all": self.tr("Name what is meant: nobody can bring 'other materials'."),
            "twice": self.tr("This stands here already."),
            "out-of-range": self.tr("This number cannot be."),
            "longer-than-legal": self.tr("Longer than the law allows."),
            "before-the-latest": self.tr("Not before the latest version begins."),
        }
        return sentences.get(problem.code, problem.code)

    def _choices(self, system: str) -> tuple[Choice, ...]:
        readings = self._station.search.readings
        return tuple(
            Choice(
                entry.code, entry.name, also=f"{readings(entry.name)} {' '.join(entry.aliases)}"
            )
            for entry in self._station.reference.table(system).entries
        )
