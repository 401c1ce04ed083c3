"""The form over an item: all that the guide tells, and from when and why it is to hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from station_app.domain.counter.checks import MOST_COPIES
from station_app.domain.counter.items import Basis, Form, ItemDraft, Material
from station_app.domain.errors import Problem
from station_app.services.counter.items import Start
from ui.counter.limit_field import LimitField
from ui.counter.rows import Rows
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, CountField, DateField, NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ui.counter.words import Words
    from ui.kit.fields import Field

MATERIAL = ("name", "form", "quantity", "when")
BASIS = ("document", "number", "since", "verified")
WIDTH = 1040
WATCHED = "watched"  # property of a field of a row that the form hears already


@dataclass(frozen=True, slots=True)
class Correction:
    """What an item is to tell, and from when."""

    draft: ItemDraft = field(default_factory=ItemDraft)
    start: Start = field(default_factory=Start)


class ItemForm(RecordForm[Correction]):
    """Materials and grounds are rows; steps and other names have a line each."""

    def __init__(self, words: Words) -> None:
        super().__init__(save_text=self.tr("Keep as a new version"), width=WIDTH)
        self._words = words
        self._add_start()
        self._add_what()
        self.materials = self._add_rows(self._material_rows())
        self._add_how()
        self.basis = self._add_rows(self._basis_rows())
        self._fixed = dict(self.fields)
        self._order_fields()

    def draft(self) -> Correction:
        """Return the item as typed."""
        draft = ItemDraft(
            name=self.name.value(),
            aliases=_lines(self.aliases.value()),
            line=self.line.value(),
            affair=self.affair.value(),
            responsible=self.responsible.value(),
            who=self.who.value(),
            materials=tuple(map(_material, self.materials.values())),
            steps=_lines(self.steps.value()),
            promised=self.promised.value(),
            legal=self.legal.value(),
            goes_to=self.goes_to.value(),
            result=self.result.value(),
            fee=self.fee.value(),
            basis=tuple(Basis(**_named(BASIS, row)) for row in self.basis.values()),
            note=self.note_field.value(),
            verified=self.verified.value(),
        )
        start = Start(valid_from=self.valid_from.value(), reason=self.reason.value())
        return Correction(draft, start)

    def fill(self, draft: Correction) -> None:
        """Show *draft*."""
        told, start = draft.draft, draft.start
        self.valid_from.set_value(start.valid_from)
        self.reason.set_value(start.reason)
        for name in ("name", "line", "affair", "responsible", "who", "goes_to", "result", "fee"):
            self._fixed[name].set_value(getattr(told, name))
        self.aliases.set_value("\n".join(told.aliases))
        self.steps.set_value("\n".join(told.steps))
        self.promised.set_value(told.promised)
        self.legal.set_value(told.legal)
        self.note_field.set_value(told.note)
        self.verified.set_value(told.verified)
        self.materials.show_rows(
            [(each.name, each.form.value, each.quantity, each.when) for each in told.materials]
        )
        self.basis.show_rows(
            [(each.document, each.number, each.since, each.verified) for each in told.basis]
        )

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)

    def show_problems(
        self, problems: Iterable[Problem], *, is_warning: Callable[[Problem], bool] | None = None
    ) -> None:
        """Note each problem beside its field; empty rows are left out when it is judged."""
        filled = [row for row, values in enumerate(self.materials.values()) if any(_told(values))]
        grounds = [row for row, values in enumerate(self.basis.values()) if any(_told(values))]
        held = {"materials": filled, "basis": grounds}
        placed = [_placed(problem, held) for problem in problems]
        super().show_problems(placed, is_warning=is_warning)

    def _add_start(self) -> None:
        section = self.add_section(self.tr("From when, and why"))
        day = DateField(self.tr("Holds from"), required=True)
        self.valid_from = self.add_field(section, "valid_from", day)
        reason = TextField(
            self.tr("Reason"), required=True, placeholder=self.tr("Such as the new document")
        )
        self.reason = self.add_field(section, "reason", reason)

    def _add_what(self) -> None:
        words, section = self._words, self.add_section(self.tr("What it is"))
        name = TextField(words.field("name"), required=True)
        self.name = self.add_field(section, "name", name)
        line = CodeField(words.field("line"), words.lines(), required=True)
        self.line = self.add_field(section, "line", line)
        affair = CodeField(words.field("affair"), words.affairs(), required=True)
        self.affair = self.add_field(section, "affair", affair)
        responsible = TextField(words.field("responsible"), required=True)
        self.responsible = self.add_field(section, "responsible", responsible)
        who = TextField(words.field("who"), required=True)
        self.who = self.add_field(section, "who", who, wide=True)
        aliases = NotesField(self.tr("Also called (a line each)"), lines=2)
        self.aliases = self.add_field(section, "aliases", aliases, wide=True)

    def _add_how(self) -> None:
        words, section = self._words, self.add_section(self.tr("How it is done"))
        steps = NotesField(self.tr("Steps (a line each) *"), lines=4)
        self.steps = self.add_field(section, "steps", steps, wide=True)
        self.promised = self.add_field(section, "promised", LimitField(words.field("promised")))
        self.legal = self.add_field(section, "legal", LimitField(words.field("legal")))
        goes_to = TextField(words.field("goes_to"), required=True)
        self.goes_to = self.add_field(section, "goes_to", goes_to)
        self.result = self.add_field(section, "result", TextField(words.field("result")))
        self.fee = self.add_field(section, "fee", TextField(words.field("fee")))
        verified = CheckField(self.tr("Compared with what holds here"))
        self.verified = self.add_field(section, "verified", verified)
        note = NotesField(words.field("note"), lines=2)
        self.note_field = self.add_field(section, "note", note, wide=True)

    def _material_rows(self) -> Rows:
        forms = [Choice(code.value, text) for code, text in self._words.forms().items()]

        def make() -> tuple[Field[Any], ...]:
            form = CodeField(self.tr("Form"), forms)
            form.set_value(Form.ORIGINAL.value)
            quantity = CountField(self.tr("Quantity"), least=1, most=MOST_COPIES)
            name, when = TextField(self.tr("Material")), TextField(self.tr("When needed"))
            when.line.setPlaceholderText(self.tr("Always"))
            return (name, form, quantity, when)

        headings = (
            (self.tr("Material"), 8),
            (self.tr("Form"), 5),
            (self.tr("Quantity"), 2),
            (self.tr("When needed"), 6),
        )
        title, add = self._words.field("materials"), self.tr("Add a material")
        return Rows(title, headings, make, add_text=add, parent=self)

    def _basis_rows(self) -> Rows:
        def make() -> tuple[Field[Any], ...]:
            compared = CheckField(self.tr("Compared"))
            compared.box.setMinimumHeight(Theme.current().tokens.control)
            return (
                TextField(self.tr("Document")),
                TextField(self.tr("Number of the document")),
                DateField(self.tr("In force since")),
                compared,
            )

        headings = (
            (self.tr("Document"), 9),
            (self.tr("Number of the document"), 6),
            (self.tr("In force since"), 4),
            ("", 2),
        )
        title, add = self._words.field("basis"), self.tr("Add a document")
        return Rows(title, headings, make, add_text=add, parent=self)

    def _add_rows(self, rows: Rows) -> Rows:
        self.page.body.addWidget(rows)
        rows.rebuilt.connect(self._order_fields)
        return rows

    def _order_fields(self) -> None:
        """Let Enter go through the fields in the order in which they stand."""
        if not hasattr(self, "_fixed"):
            return
        ordered = dict(self._fixed)
        held = list(ordered)
        before = held[: held.index("steps")], held[held.index("steps") :]
        self.fields.clear()
        self.fields.update({name: ordered[name] for name in before[0]})
        self._adopt("materials", MATERIAL, self.materials)
        self.fields.update({name: ordered[name] for name in before[1]})
        self._adopt("basis", BASIS, self.basis)
        self.changed.emit()

    def _adopt(self, prefix: str, names: tuple[str, ...], rows: Rows) -> None:
        for place, row in enumerate(rows.rows):
            for name, each in zip(names, row, strict=True):
                self.fields[f"{prefix}.{place}.{name}"] = each
                if each.property(WATCHED):
                    continue
                each.setProperty(WATCHED, True)
                self._keys.watch(each)
                each.changed.connect(self.changed)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _named(names: tuple[str, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(names, values, strict=True))


def _material(values: tuple[Any, ...]) -> Material:
    told = _named(MATERIAL, values)
    return Material(**told | {"form": Form(told["form"] or Form.ORIGINAL)})


def _told(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what makes a row more than an empty one."""
    return tuple(value for value in values if value not in {Form.ORIGINAL.value, 1})


def _placed(problem: Problem, held: dict[str, list[int]]) -> Problem:
    """Return *problem* with the place of its row in the form."""
    prefix, _, rest = problem.field.partition(".")
    place, _, name = rest.partition(".")
    if prefix not in held or not place.isdigit() or int(place) >= len(held[prefix]):
        return problem
    return Problem(f"{prefix}.{held[prefix][int(place)]}.{name}", problem.code, problem.facts)
