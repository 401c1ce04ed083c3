"""One member of the family in the form of the pre-check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from station_app.domain.counter.assistance.members import Away, Dependence, Member, Tie, Work
from ui.counter.assistance_words import AWAYS, DEPENDENCES, TIES, WORKS, choices
from ui.kit.buttons import Button, Choice, Kind
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, DateField, TextField
from ui.kit.form import Section
from ui.kit.icons import Icon
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.kit.fields import Field

YES, NO = "yes", "no"
TRUTHS = {True: YES, False: NO, None: ""}
LEVELS = 4
DOT = " · "


class MemberSection(Section):
    """The fields of a member; ``hints`` are what the register says of him."""

    removed = Signal()

    def __init__(
        self,
        disabilities: Sequence[Choice],
        hints: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Member"), parent=parent)
        self._member = Member()
        self.fields: dict[str, Field[Any]] = {}
        self.remove = Button(self.tr("Take out"), meaning=Icon.BIN, kind=Kind.QUIET, parent=self)
        self.remove.on_click(self.removed.emit)
        self.head.addWidget(self.remove)
        if hints:
            told = self.tr("In the register: {hints}").format(hints=DOT.join(hints))
            self.body.insertWidget(0, label(told, Role.CAPTION, wrap=True, parent=self))
        self._add_who()
        self._add_health(disabilities)
        self.name.changed.connect(self._show_title)

    def member(self) -> Member:
        """Return the member as typed; money stands elsewhere in the form."""
        truths = {code: truth for truth, code in TRUTHS.items()}
        return replace(
            self._member,
            name=self.name.value(),
            tie=Tie(self.tie.value()),
            born=self.born.value(),
            lives_along=truths[self.lives_along.value()],
            dependence=Dependence(self.dependence.value()),
            away=Away(self.away.value()),
            work=Work(self.work.value()),
            disability=self.disability.value(),
            level=int(self.level.value() or 0),
            is_seriously_ill=self.ill.value(),
            health=self.health.value(),
            incomes_told=self.incomes_told.value(),
        )

    def show_member(self, member: Member) -> None:
        """Show *member*."""
        self._member = replace(member, incomes=(), deductions=())
        self.name.set_value(member.name)
        self.tie.set_value(member.tie.value)
        self.born.set_value(member.born)
        self.lives_along.set_value(TRUTHS[member.lives_along])
        self.dependence.set_value(member.dependence.value)
        self.away.set_value(member.away.value)
        self.work.set_value(member.work.value)
        self.disability.set_value(member.disability)
        self.level.set_value(str(member.level or ""))
        self.ill.set_value(member.is_seriously_ill)
        self.health.set_value(member.health)
        self.incomes_told.set_value(member.incomes_told)
        self.remove.setVisible(member.tie is not Tie.APPLICANT)
        self._show_title()

    def _add_who(self) -> None:
        truth = (Choice(YES, self.tr("Yes")), Choice(NO, self.tr("No")))
        self.name = self._put("name", TextField(self.tr("Name"), required=True))
        self.tie = self._put("tie", CodeField(self.tr("Tie to the applicant"), choices(TIES)))
        self.born = self._put("born", DateField(self.tr("Born on")))
        along = CodeField(self.tr("Lives along for long"), truth)
        self.lives_along = self._put("lives_along", along)
        grown = CodeField(self.tr("A grown-up child"), choices(DEPENDENCES))
        self.dependence = self._put("dependence", grown)
        self.away = self._put("away", CodeField(self.tr("Away"), choices(AWAYS)))
        self.work = self._put("work", CodeField(self.tr("Work"), choices(WORKS)))

    def _add_health(self, disabilities: Sequence[Choice]) -> None:
        levels = [Choice(str(level), str(level)) for level in range(1, LEVELS + 1)]
        told = CheckField(self.tr("All income told (none, if none stands below)"))
        self.incomes_told = self._put("incomes_told", told)
        self.disability = self._put("disability", CodeField(self.tr("Disability"), disabilities))
        self.level = self._put("level", CodeField(self.tr("Level"), levels))
        self.health = self._put("health", TextField(self.tr("Health")))
        ill = CheckField(self.tr("Serious illness, as recognised here"))
        self.ill = self._put("is_seriously_ill", ill)

    def _put(self, name: str, field: Any) -> Any:
        self.fields[name] = field
        return self.add(field)

    def _show_title(self) -> None:
        self.title.setText(self.name.value() or self.tr("Member"))
