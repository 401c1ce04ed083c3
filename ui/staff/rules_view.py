"""The rules for passphrases, for the lock after failures, and for the lock by itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.errors import ValidationFailedError
from station_app.domain.settings import LIMITS, Settings
from ui.kit.fields import CountField
from ui.kit.form import RecordForm
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.errors import Problem
    from station_app.services.settings import SettingsService
    from ui.kit.form import Section
    from ui.kit.room import RoomContext

WIDTH = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The figures as entered; named as in the settings."""

    passphrase_length: int
    passphrase_classes: int
    passphrase_long: int
    passphrase_days: int
    passphrase_barred: int
    lock_failures: int
    lock_minutes: int
    idle_minutes: int


class RulesForm(RecordForm[Rules]):
    """One field for each figure, bounded by the domain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=WIDTH)
        section = self.add_section(self.tr("Passphrases"))
        signs, days, minutes = self.tr("signs"), self.tr("days"), self.tr("minutes")
        self._add(section, "passphrase_length", self.tr("At least"), signs)
        self._add(section, "passphrase_classes", self.tr("Kinds of sign"))
        self._add(section, "passphrase_long", self.tr("Any kinds will do from"), signs)
        self._add(section, "passphrase_days", self.tr("To be changed after"), days)
        self._add(section, "passphrase_barred", self.tr("Former ones that may not come back"))
        section = self.add_section(self.tr("Mistyped passphrases"))
        self._add(section, "lock_failures", self.tr("The door is shut after"), self.tr("failures"))
        self._add(section, "lock_minutes", self.tr("for"), minutes)
        section = self.add_section(self.tr("When nobody touches the computer"))
        self._add(section, "idle_minutes", self.tr("The window locks after"), minutes)
        words = self.tr(
            "These rules hold on this computer. By 等保2.0: eight signs of three kinds, 90 days,"
            " five failures, 15 minutes, ten minutes."
        )
        self.page.body.addWidget(label(words, Role.MUTED, wrap=True, parent=self))

    def draft(self) -> Rules:
        """Return what is in the fields now."""
        return Rules(**{name: field.value() for name, field in self.fields.items()})

    def fill(self, draft: Rules) -> None:
        """Put *draft* into the fields."""
        for name, value in asdict(draft).items():
            self.fields[name].set_value(value)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self.tr("From {least} to {most}.").format(**problem.facts)

    def _add(self, section: Section, name: str, title: str, suffix: str = "") -> None:
        limits = LIMITS[name]
        field = CountField(title, least=limits[0], most=limits[-1], suffix=f" {suffix}".rstrip())
        self.add_field(section, name, field)


class RulesView(QWidget):
    """The form, in step with the settings."""

    def __init__(self, service: SettingsService, context: RoomContext) -> None:
        super().__init__()
        self._service, self._context = service, context
        self.form = RulesForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, 0, 0)
        column.addWidget(self.form)
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self._leave)
        self.form.changed.connect(self.form.show_changed)
        context.operations.touched.connect(self._on_touched)
        # the station's supervisor changes settings too; these are the administrator's
        needed = {name: service.needed_for(name) for name in self.form.fields}
        for name, field in self.form.fields.items():
            context.gate.bind(needed[name], field.editor)
        for permission in set(needed.values()):
            context.gate.bind(permission, self.form.save)
        self.refresh()

    def arrive(self) -> None:
        """Put the cursor into the first field."""
        self.form.focus_first()

    def has_unsaved(self) -> bool:
        """Whether figures were typed that are not kept."""
        return self.form.is_dirty()

    def refresh(self) -> None:
        """Show what is in force."""
        self._context.jobs.start(lambda _: self._service.current(), owner=self, done=self._show)

    def _show(self, settings: Settings) -> None:
        if not self.form.is_dirty():
            values = asdict(settings)
            names = self.form.fields
            self.form.show_draft(Rules(**{name: values[name] for name in names}))
        self.form.show_changed()

    def _keep(self) -> None:
        if not self.form.is_dirty():
            return
        values = asdict(self.form.draft())
        self._context.operations.perform(
            lambda _: self._service.change(**values),
            owner=self,
            done=self._kept,
            failed=self._not_kept,
            label=self.tr("Rules of sign-in changed"),
        )

    def _kept(self, settings: Settings) -> None:
        self.form.shown = self.form.draft()
        self._show(settings)

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError) and self._are_ours(error.problems):
            self.form.show_problems(error.problems)
            self.form.focus_first()
        else:
            self._context.failed(error)

    def _are_ours(self, problems: Iterable[Problem]) -> bool:
        return all(problem.field in self.form.fields for problem in problems)

    def _leave(self) -> None:
        if self.form.shown is not None:
            self.form.show_draft(self.form.shown)
            self.form.show_changed()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.refresh()
