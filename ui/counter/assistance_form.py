"""The form of the pre-check: the family, its income, burdens and assets, the days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.members import Amount, Member, Per
from station_app.domain.counter.assistance.rules import Unit
from ui.counter.assistance_words import PERS, PROBLEMS, choices, said
from ui.counter.member_section import NO, TRUTHS, YES, MemberSection
from ui.counter.money_field import FEN, MoneyField
from ui.counter.rows import Rows
from ui.kit.buttons import Button, Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, DateField, NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.icons import Icon
from ui.kit.theme import Theme
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.errors import Problem
    from ui.kit.fields import Field

WIDTH = 900
DISABLED = "disabled"
DAYS = ("received_on", "accepted_on", "published_on")
INCOME, BURDEN = ("who", "kind", "fen", "per", "is_proved"), ("who", "kind", "fen", "per")
ASSET = ("kind", "amount", "is_needed")


class AssistanceForm(RecordForm[CheckDraft]):
    """Members have a section each; money is rows that name whose it is."""

    def __init__(self, station: Station) -> None:
        super().__init__(save_text=self.tr("Keep the check"), width=WIDTH)
        self._rules = station.reference.assistance
        self._tags = [
            Choice(each.code, each.name)
            for each in station.reference.table("tag").entries
            if each.code.startswith(DISABLED)
        ]
        self.members: list[MemberSection] = []
        self.hints: tuple[Sequence[str], ...] = ()
        self._add_application()
        self._family = QVBoxLayout()
        self._family.setSpacing(Space.L)
        self.page.body.addLayout(self._family)
        self.add_member = Button(self.tr("Add a member"), meaning=Icon.ADD_MEMBER, parent=self)
        self.page.body.addWidget(self.add_member, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_member.on_click(self._add_empty)
        self.incomes = self._add_rows(self._income_rows())
        self.burdens = self._add_rows(self._burden_rows())
        self.assets = self._add_rows(self._asset_rows())
        self._add_rest()
        self._fixed = dict(self.fields)

    def begin(self, draft: CheckDraft, hints: Sequence[Sequence[str]] = ()) -> None:
        """Show *draft* as what is kept, with what the register says of its members."""
        self.hints = tuple(hints)
        self.show_draft(draft)

    def draft(self) -> CheckDraft:
        """Return the check as typed."""
        members = [section.member() for section in self.members]
        for place, member in enumerate(members):
            members[place] = replace(
                member,
                incomes=_amounts(self.incomes.rows, place),
                deductions=_amounts(self.burdens.rows, place),
            )
        truths = {code: truth for truth, code in TRUTHS.items()}
        return CheckDraft(
            **{name: self._fixed[name].value() for name in DAYS},
            is_special=self.special.value(),
            area=self.area.value(),
            standard=self.standard.fen(),
            standard_source=self.source.value(),
            is_registered_here=truths[self.registered.value()],
            has_staff_relative=truths[self.relative.value()],
            is_authorised=self.authorised.value(),
            members=tuple(members),
            assets=tuple(map(self._asset, self.assets.rows)),
            assets_told=self.assets_told.value(),
            note=self.note_field.value(),
        )

    def fill(self, draft: CheckDraft) -> None:
        """Show *draft*."""
        for name in DAYS:
            self._fixed[name].set_value(getattr(draft, name))
        self.special.set_value(draft.is_special)
        self.area.set_value(draft.area)
        self.standard.set_fen(draft.standard)
        self.source.set_value(draft.standard_source)
        self.registered.set_value(TRUTHS[draft.is_registered_here])
        self.relative.set_value(TRUTHS[draft.has_staff_relative])
        self.authorised.set_value(draft.is_authorised)
        self.assets_told.set_value(draft.assets_told)
        self.note_field.set_value(draft.note)
        self._show_family(draft.members)
        _show_amounts(self.incomes, draft.members, "incomes")
        _show_amounts(self.burdens, draft.members, "deductions")
        self.assets.show_rows([(each.kind, "", each.is_needed) for each in draft.assets])
        for row, each in zip(self.assets.rows, draft.assets, strict=True):
            _money(row[1]).set_fen(each.amount if self._is_money(each.kind) else each.amount * FEN)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return said(PROBLEMS[problem.code])

    def show_problems(
        self, problems: Iterable[Problem], *, is_warning: Callable[[Problem], bool] | None = None
    ) -> None:
        """Note each problem beside its field; money stands in rows of the whole family."""
        placed = [replace(each, field=self._place_of(each.field)) for each in problems]
        super().show_problems(placed, is_warning=is_warning)

    def _place_of(self, field: str) -> str:
        """Return the field of the form for that of the draft, whose empty rows are left out."""
        parts = field.split(".")
        if parts == ["members"]:
            return "members.0.tie"
        money = {"incomes": self.incomes, "deductions": self.burdens}
        if len(parts) == 5 and parts[2] in money:
            _, place, part, number, name = parts
            filled = [
                str(at)
                for at, row in enumerate(money[part].rows)
                if _whose(row) == int(place) and _is_filled(row[1], row[2])
            ]
            return f"{part}.{filled[int(number)]}.{name}"
        if parts[0] == "assets" and len(parts) == 3:
            rows = self.assets.rows
            filled = [
                str(at) for at, row in enumerate(rows) if row[0].value() or _money(row[1]).fen()
            ]
            return f"assets.{filled[int(parts[1])]}.{parts[2]}"
        return field

    def _asset(self, row: Sequence[Field[Any]]) -> Asset:
        kind, amount = row[0].value(), _money(row[1]).fen()
        amount = amount if self._is_money(kind) else amount // FEN
        return Asset(kind=kind, amount=amount, is_needed=row[2].value())

    def _is_money(self, kind: str) -> bool:
        found = self._rules.assets.get(kind)
        return found is None or found.unit is Unit.MONEY

    def _show_family(self, members: Sequence[Member]) -> None:
        for former in self.members:
            self._sections.remove(former)
            self._family.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.members = []
        hints = self.hints
        for place, member in enumerate(members):
            self._put_member(member, hints[place] if place < len(hints) else ())
        self._order_fields()

    def _put_member(self, member: Member, hints: Sequence[str]) -> None:
        section = MemberSection(self._tags, hints, self)
        section.show_member(member)
        section.removed.connect(lambda: self._take_out(section))
        section.name.finished.connect(self._name_all)
        self.members.append(section)
        self._sections.append(section)  # laid out anew with the others
        self._family.addWidget(section)
        section.fit(self.page.viewport().width())

    def _add_empty(self) -> None:
        self._put_member(Member(lives_along=True), ())
        self._order_fields()
        self.members[-1].name.editor.setFocus()

    def _take_out(self, section: MemberSection) -> None:
        """Take a member out with his money; what is the others' stays theirs."""
        draft, place = self.draft(), self.members.index(section)
        hints = list(self.hints)
        if place < len(hints):
            del hints[place]
        self.hints = tuple(hints)
        left = (*draft.members[:place], *draft.members[place + 1 :])
        self.fill(replace(draft, members=left))
        self.add_member.setFocus()

    def _add_application(self) -> None:
        truth = (Choice(YES, self.tr("Yes")), Choice(NO, self.tr("No")))
        section = self.add_section(self.tr("The application"))
        areas = [Choice(code, name) for code, name in self._rules.areas()]
        received = DateField(self.tr("Received by the station on"), required=True)
        self.add_field(section, "received_on", received)
        accepted = DateField(self.tr("Accepted by the street on"))
        self.add_field(section, "accepted_on", accepted)
        published = DateField(self.tr("Publicity began on"))
        self.add_field(section, "published_on", published)
        special = CheckField(self.tr("Special case (45 working days)"))
        self.special = self.add_field(section, "is_special", special)
        self.standard = self.add_field(
            section, "standard", MoneyField(self.tr("Standard here, a month"))
        )
        source = TextField(
            self.tr("Document of the standard"), placeholder=self.tr("Needed for a verdict")
        )
        self.source = self.add_field(section, "standard_source", source)
        area = CodeField(self.tr("Area, if no standard is typed"), areas)
        self.area = self.add_field(section, "area", area)
        registered = CodeField(self.tr("Applicant registered here"), truth)
        self.registered = self.add_field(section, "is_registered_here", registered)
        relative = CodeField(self.tr("A near relative on the staff"), truth)
        self.relative = self.add_field(section, "has_staff_relative", relative)
        signed = CheckField(self.tr("Authorisation signed"))
        self.authorised = self.add_field(section, "is_authorised", signed)

    def _add_rest(self) -> None:
        section = self.add_section("")
        told = CheckField(self.tr("All assets told (none, if none stands above)"))
        self.assets_told = self.add_field(section, "assets_told", told, wide=True)
        note = NotesField(self.tr("Note"), lines=2)
        self.note_field = self.add_field(section, "note", note, wide=True)

    def _income_rows(self) -> Rows:
        kinds = [Choice(each.code, each.name) for each in self._rules.incomes.values()]
        headings = (
            *((self.tr("Whose"), 4), (self.tr("Income"), 7), (self.tr("Amount"), 4)),
            *((self.tr("For"), 4), ("", 3)),
        )

        def make() -> tuple[Field[Any], ...]:
            seen = CheckField(self.tr("Seen"))
            seen.box.setMinimumHeight(Theme.current().tokens.control)
            return (*self._money_of(kinds, self.tr("Income")), seen)

        add = self.tr("Add an income")
        return Rows(self.tr("Income"), headings, make, add_text=add, parent=self)

    def _burden_rows(self) -> Rows:
        kinds = [Choice(each.code, each.name) for each in self._rules.deductions.values()]
        headings = (
            *((self.tr("Whose"), 4), (self.tr("Burden"), 7), (self.tr("Amount"), 4)),
            (self.tr("For"), 4),
        )

        def make() -> tuple[Field[Any], ...]:
            return self._money_of(kinds, self.tr("Burden"))

        title, add = self.tr("Burdens that may be taken off"), self.tr("Add a burden")
        return Rows(title, headings, make, add_text=add, parent=self)

    def _asset_rows(self) -> Rows:
        kinds = [Choice(each.code, each.name) for each in self._rules.assets.values()]
        headings = ((self.tr("Asset"), 8), (self.tr("Yuan, or how many"), 4), ("", 6))

        def make() -> tuple[Field[Any], ...]:
            needed = CheckField(self.tr("Needed to live or work"))
            needed.box.setMinimumHeight(Theme.current().tokens.control)
            amount = MoneyField(self.tr("Yuan, or how many"))
            amount.line.setPlaceholderText("")
            return (CodeField(self.tr("Asset"), kinds), amount, needed)

        add = self.tr("Add an asset")
        return Rows(self.tr("Assets"), headings, make, add_text=add, parent=self)

    def _money_of(self, kinds: Sequence[Choice], title: str) -> tuple[Field[Any], ...]:
        per = CodeField(self.tr("For"), choices(PERS))
        per.set_value(Per.MONTH.value)
        who = CodeField(self.tr("Whose"), self._names())
        who.set_value("0")
        return (who, CodeField(title, kinds), MoneyField(self.tr("Amount")), per)

    def _names(self) -> list[Choice]:
        return [
            Choice(str(place), section.name.value() or str(place + 1))
            for place, section in enumerate(self.members)
        ]

    def _name_all(self) -> None:
        names = self._names()
        for row in (*self.incomes.rows, *self.burdens.rows):
            who = row[0]
            if isinstance(who, CodeField):
                who.set_choices(names)

    def _add_rows(self, rows: Rows) -> Rows:
        self.page.body.addWidget(rows)
        rows.rebuilt.connect(self._order_fields)
        return rows

    def _order_fields(self) -> None:
        """Let Enter go through the fields in the order in which they stand."""
        if not hasattr(self, "_fixed"):
            return
        self._name_all()
        last = ("assets_told", "note")
        ordered = {name: each for name, each in self._fixed.items() if name not in last}
        for place, section in enumerate(self.members):
            ordered |= {f"members.{place}.{name}": each for name, each in section.fields.items()}
        ordered |= _fields_of(self.incomes, "incomes", INCOME)
        ordered |= _fields_of(self.burdens, "deductions", BURDEN)
        ordered |= _fields_of(self.assets, "assets", ASSET)
        ordered |= {name: self._fixed[name] for name in last}
        for each in ordered.values():
            if each not in self._fixed.values() and not each.property(HEARD):
                each.setProperty(HEARD, True)
                self._keys.watch(each)
                each.changed.connect(self.changed)
        self.fields.clear()
        self.fields.update(ordered)
        self.changed.emit()


HEARD = "heard"  # property of a field of a row that the form hears already


def _fields_of(rows: Rows, prefix: str, names: Sequence[str]) -> Mapping[str, Field[Any]]:
    return {
        f"{prefix}.{place}.{name}": each
        for place, row in enumerate(rows.rows)
        for name, each in zip(names, row, strict=True)
    }


def _amounts(rows: Sequence[Sequence[Field[Any]]], place: int) -> tuple[Amount, ...]:
    return tuple(
        Amount(
            kind=row[1].value(),
            fen=_money(row[2]).fen(),
            per=Per(row[3].value() or Per.MONTH),
            is_proved=len(row) > len(BURDEN) and row[4].value(),
        )
        for row in rows
        if _whose(row) == place
    )


def _whose(row: Sequence[Field[Any]]) -> int:
    """Return whose the money of *row* is: the applicant's where nobody is named."""
    return int(row[0].value() or 0)


def _is_filled(kind: Field[Any], amount: Field[Any]) -> bool:
    return bool(kind.value() or _money(amount).fen())


def _money(field: Field[Any]) -> MoneyField:
    return cast("MoneyField", field)


def _show_amounts(rows: Rows, members: Sequence[Member], name: str) -> None:
    told = [
        (place, each) for place, member in enumerate(members) for each in getattr(member, name)
    ]
    is_income = name == "incomes"
    rows.show_rows(
        [
            (str(place), each.kind, "", each.per.value, *((each.is_proved,) if is_income else ()))
            for place, each in told
        ]
    )
    for row, (_, each) in zip(rows.rows, told, strict=True):
        _money(row[2]).set_fen(each.fen)
