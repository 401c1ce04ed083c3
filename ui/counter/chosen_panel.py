"""What may be done with several cases at once, and which of them it was refused for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.errors import RefusedError
from ui.counter.ask_form import AskForm
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, FlowLayout, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import CaseId
    from station_app.services.counter.cases import Bulk
    from ui.counter.ask_form import Answer
    from ui.counter.case_problems import CaseProblems
    from ui.counter.questions import Questions
    from ui.kit.room import RoomContext

FEW = 2
MOST_TOLD = 8


class ChosenPanel(SidePanel):
    """Stands in the place of one case while several are chosen; ``refused`` stands over them."""

    left = Signal()

    def __init__(
        self,
        station: Station,
        questions: Questions,
        problems: CaseProblems,
        context: RoomContext,
    ) -> None:
        super().__init__()
        self._station, self._questions, self._context = station, questions, context
        self._keys: Sequence[CaseId] = ()
        self.close_button.hide()
        self.notify = Button(self.tr("All were told"), meaning=Icon.PHONE, parent=self)
        self.close_all = Button(self.tr("Close all…"), meaning=Icon.FINISHED, parent=self)
        self.form = AskForm(problems.wording, self)
        self.refused = Banner("", Tone.WARN)
        self.refused.add_action(self.tr("Understood"), lambda: self.refused.say(""))
        self.refused.hide()
        context.gate.bind(Permission.CASE_WRITE, self.notify)
        context.gate.bind(Permission.CASE_DECIDE, self.close_all)
        self._lay_out()
        self.notify.on_click(self._notify)
        self.close_all.on_click(lambda: self.form.ask(self._questions.closing()))
        self.form.given.connect(self._close)
        self.form.left.connect(self._stop_asking)
        self.show_chosen(())

    def show_chosen(self, keys: Sequence[CaseId]) -> None:
        """Offer what may be done with *keys*, if they are several."""
        self._keys = keys
        if len(keys) < FEW:
            self.form.hide()
        self.show_heading(self.tr("Chosen: {count}").format(count=f"{len(keys):,}"))

    def _notify(self) -> None:
        keys, cases = self._keys, self._station.cases
        self._context.operations.perform(
            lambda _: cases.notify_all(keys),
            owner=self,
            done=self._tell_refused,
            failed=self._failed,
            label=self.tr("Applicants told"),
        )

    def _close(self, said: Answer) -> None:
        keys, cases = self._keys, self._station.cases
        self._context.operations.perform(
            lambda _: cases.close_all(keys, said["result"], said["note"]),
            owner=self,
            done=self._closed,
            failed=self._failed,
            label=self.tr("Cases closed"),
        )

    def _closed(self, bulk: Bulk) -> None:
        self._stop_asking()
        self._tell_refused(bulk)

    def _tell_refused(self, bulk: Bulk) -> None:
        """Say by number what was refused, and why."""
        if not bulk.refused:
            self.refused.say("")
            return
        refused = dict(bulk.refused)
        self._context.jobs.start(
            lambda _: self._station.cases.lines(list(refused)),
            owner=self,
            done=lambda lines: self._say(refused, lines),
        )

    def _say(self, refused: Mapping[CaseId, str], lines: Mapping[CaseId, object]) -> None:
        by_reason: dict[str, list[str]] = {}
        for key, code in refused.items():
            line = lines.get(key)
            name = getattr(line, "number", "") or getattr(line, "applicant", "–")
            by_reason.setdefault(self._context.words(RefusedError(code)), []).append(name)
        told = [
            f"{'、'.join(names[:MOST_TOLD])}{'…' if len(names) > MOST_TOLD else ''}: {reason}"
            for reason, names in by_reason.items()
        ]
        self.refused.say(self.tr("Not done for:") + "\n" + "\n".join(told))

    def _failed(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _stop_asking(self) -> None:
        # before it is hidden: else the cursor would go to whatever comes next in the window
        self.left.emit()
        self.form.hide()

    def _lay_out(self) -> None:
        acts = QWidget(self)
        row = FlowLayout(acts)
        for button in (self.notify, self.close_all):
            button.setAutoDefault(True)
            row.addWidget(button)
        told = self.tr("They are worked at together; what cannot be done is said by number.")
        self.page = Scroll(self, margin=Space.L)
        self.page.body.setSpacing(Space.M)
        for part in (label(told, Role.MUTED, wrap=True, parent=self), acts, self.form):
            self.page.body.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.page, 1)
