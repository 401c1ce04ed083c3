"""The form of one printer: which, how it is set right, what its test sheet measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from station_app.domain.overprint import AS_IT_IS, CROSS, STRETCH, Alignment, Measured, Printer
from ui.kit.buttons import Button, Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import TextField
from ui.kit.form import RecordForm
from ui.kit.icons import Icon
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.errors import Problem

MEASURES = frozenset({"left", "top", "line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterDraft:
    """What has been typed, as text: what is no number is judged by the service."""

    name: str = ""
    right: str = "0"
    down: str = "0"
    scale: str = "100"

    @classmethod
    def of(cls, printer: Printer) -> PrinterDraft:
        """Return *printer* as it is typed."""
        now = printer.alignment
        figures = {"right": f"{now.right:g}", "down": f"{now.down:g}", "scale": f"{now.scale:g}"}
        return cls(name=printer.name, **figures)

    def printer(self) -> Printer:
        """Return the printer that is meant."""
        right, down, scale = map(figure, (self.right, self.down, self.scale))
        return Printer(name=self.name, alignment=Alignment(right=right, down=down, scale=scale))


class PrinterForm(RecordForm[PrinterDraft]):
    """Three values to type; or three measures, from which they are reckoned."""

    chosen = Signal(str)  # the name of a printer
    reckon_asked = Signal(object)  # Measured

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Alignment] = {}
        self._offered: list[str] = []
        which = self.add_section(self.tr("For forms that were printed before"))
        explained = label(
            self.tr(
                "Certificates can be printed on forms that have the title, the frame and the"
                " lines already. Each printer feeds paper a little differently: set it right"
                " once. What is set here holds for this computer only."
            ),
            Role.MUTED,
            wrap=True,
        )
        which.body.insertWidget(1, explained)
        self.name = self.add_field(
            which, "name", CodeField(self.tr("Printer"), required=True), wide=True
        )
        values = self.add_section(self.tr("Set it right"))
        self.right = self.add_field(
            values, "right", TextField(self.tr("To the right, in mm"), required=True)
        )
        self.down = self.add_field(
            values, "down", TextField(self.tr("Downwards, in mm"), required=True)
        )
        self.scale = self.add_field(
            values, "scale", TextField(self.tr("Scale, in per cent"), required=True)
        )
        self.right.set_hint(self.tr("-0.5 is half a millimetre to the left."))
        self.down.set_hint(self.tr("-0.5 is half a millimetre upwards."))
        self.scale.set_hint(self.tr("The code keeps its size."))
        self._build_measures()
        # not while the list of printers is still being taken from
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._choose)
        self.name.changed.connect(self._settled.start)
        self.name.finished.connect(self._settled.start)

    def offer(self, names: Sequence[str], printers: Sequence[Printer]) -> None:
        """Offer the printers of this computer, and those that were set right before."""
        self._known = {each.name: each.alignment for each in printers}
        every = sorted({*names, *self._known})
        if every != self._offered:
            self._offered = every
            self.name.set_choices([Choice(name, name) for name in every])

    def show_printer(self, name: str) -> None:
        """Show how the printer *name* is set right."""
        printer = Printer(name=name, alignment=self._known.get(name, AS_IT_IS))
        for field in self._measures:
            field.set_value("")
        self.show_draft(PrinterDraft.of(printer))

    def show_reckoned(self, alignment: Alignment) -> None:
        """Put what was reckoned into the fields, to be saved."""
        meant = replace(self.draft().printer(), alignment=alignment)
        self.fill(PrinterDraft.of(meant))
        self.show_problems(())
        self.save.setFocus()

    def draft(self) -> PrinterDraft:
        """Return what is typed."""
        return PrinterDraft(
            name=self.name.value(),
            right=self.right.value(),
            down=self.down.value(),
            scale=self.scale.value(),
        )

    def fill(self, draft: PrinterDraft) -> None:
        """Show *draft*."""
        self.name.set_value(draft.name)
        self.right.set_value(draft.right)
        self.down.set_value(draft.down)
        self.scale.set_value(draft.scale)

    def measured(self) -> Measured:
        """Return what was measured."""
        left, top, line = (figure(each.value()) for each in self._measures)
        return Measured(left=left, top=top, line=line)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        if problem.code == "missing":
            return self.tr("Choose the printer.")
        sentence = {
            "scale": self.tr(
                "Between {least} and {most} per cent. A printer that is out by more is out of"
                " order, or prints “to fit the page”."
            ),
            "left": self.tr("Between {least} and {most} mm: measure from the edge to the cross."),
            "top": self.tr("Between {least} and {most} mm: measure from the edge to the cross."),
            "line": self.tr("Between {least} and {most} mm: from one upright to the other."),
        }.get(problem.field, self.tr("Between {least} and {most} mm."))
        return sentence.format(**problem.facts)

    def _build_measures(self) -> None:
        section = self.add_section(self.tr("Measured on the test sheet"))
        (left, top), line = CROSS, STRETCH
        fields = []
        for name, title, true in (
            ("left", self.tr("甲 Left edge to the cross, in mm"), left),
            ("top", self.tr("乙 Top edge to the cross, in mm"), top),
            ("line", self.tr("丙 Between the uprights, in mm"), line),
        ):
            field = TextField(title, placeholder=f"{true:.1f}")
            fields.append(self.add_field(section, name, field))
        self._measures = tuple(fields)
        self.reckon = Button(self.tr("Reckon"), meaning=Icon.REFRESH)
        self.reckon.setToolTip(self.tr("Reckon the three values from what was measured"))
        self.reckon.setAutoDefault(True)
        section.body.addWidget(self.reckon)
        self.reckon.on_click(lambda: self.reckon_asked.emit(self.measured()))

    def _choose(self) -> None:
        name = self.name.value()
        if name and (self.shown is None or name != self.shown.name):
            self.chosen.emit(name)


def figure(text: str) -> float:
    """Return the number that *text* says; what is none is NaN and within no bounds."""
    try:
        return float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return nan
