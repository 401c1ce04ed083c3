"""The questions that the steps of a case ask, and what is done with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from station_app.domain.counter.case_flow import REASONED, CaseEvent
from ui.counter.ask_form import Question
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField
from ui.kit.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.case_rules import CaseRules
    from station_app.domain.counter.cases import CaseDraft
    from station_app.services.counter.cases import CasePage
    from ui.counter.ask_form import Answer
    from ui.counter.step_words import CaseSteps
    from ui.kit.fields import Field

NEEDED = frozenset({"office", "to", "code", "result", "until", "by", "reason", "promise"})
"""What is not left out where it is asked for."""
LACKS = "case.materials-lack"
"""Why a case is not accepted that may be accepted all the same (容缺受理)."""


class Questions(QObject):
    """Knows of each step what has to be said with it.

    :attr:`colleagues` and :attr:`grids` are offered where a case is handed over.
    """

    def __init__(self, station: Station, steps: CaseSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._station, self._steps = station, steps
        self.rules: CaseRules = station.reference.case_rules
        self.colleagues: Sequence[str] = ()
        self.grids: Mapping[str, str] = {}  # names by key

    def of(self, event: CaseEvent, page: CasePage) -> Question | None:
        """Return what is asked before *event* happens, None if nothing is."""
        fields = self._fields(event, page)
        title = self._titles().get(event, "")
        if event is CaseEvent.ACCEPT:
            if not page.lacking:
                return None
            fields = {"promise": self._promise()}
            title = self.tr("Accept although something lacks")
        if not title:
            return None
        action = self._steps.words[event].action.removesuffix("…")
        text = self._told(event, page)
        return Question(
            title=title, action=action, fields=fields, needed=frozenset(fields) & NEEDED, text=text
        )

    def change(self, event: CaseEvent, page: CasePage, said: Answer) -> Callable[[], Done[Any]]:
        """Return what carries *event* out with what was *said*."""
        key, version, cases = page.case.id, page.case.version, self._station.cases
        told = dict(said)
        steps: dict[CaseEvent, Callable[..., Done[Any]]] = {
            CaseEvent.RECEIVE: cases.receive,
            CaseEvent.ASK_MORE: cases.ask_for_more,
            CaseEvent.COMPLETE: cases.complete,
            CaseEvent.ACCEPT: cases.accept,
            CaseEvent.DECLINE: cases.decline,
            CaseEvent.BEGIN: cases.begin,
            CaseEvent.TRANSFER: cases.transfer,
            CaseEvent.GIVE_BACK: cases.give_back,
            CaseEvent.HAND_OVER: cases.hand_over,
            CaseEvent.PUBLISH: cases.publish,
            CaseEvent.SUSPEND: cases.suspend,
            CaseEvent.RESUME: cases.resume,
            CaseEvent.CLOSE: cases.close,
            CaseEvent.NOTIFY: cases.notify,
            CaseEvent.COLLECT: cases.collect,
            CaseEvent.ARCHIVE: cases.archive,
            CaseEvent.WITHDRAW: cases.withdraw,
            CaseEvent.LAPSE: cases.lapse,
            CaseEvent.NOTE: cases.note,
        }
        step = steps[event]
        return lambda: step(key, version=version, **told)

    def closing(self) -> Question:
        """Return what is asked before several cases are closed."""
        fields = self._closing()
        return Question(
            title=self.tr("Close all that are chosen"),
            action=self.tr("Close"),
            fields=fields,
            needed=frozenset({"result"}),
        )

    def _fields(self, event: CaseEvent, page: CasePage) -> dict[str, Field[Any]]:
        told = page.case.particulars
        made: dict[CaseEvent, Callable[[], dict[str, Field[Any]]]] = {
            CaseEvent.TRANSFER: lambda: {
                "office": CodeField(self.tr("Office"), self._offices(), required=True)
            },
            CaseEvent.HAND_OVER: self._handing_over,
            CaseEvent.SUSPEND: lambda: {
                "code": CodeField(self.tr("Ground"), self._stops(), required=True)
            },
            CaseEvent.CLOSE: self._closing,
            CaseEvent.PUBLISH: lambda: {"until": DateField(self.tr("Until"), required=True)},
            CaseEvent.COLLECT: lambda: {"by": self._by(told)},
            CaseEvent.NOTIFY: lambda: {"note": self._line(self.tr("How"), self._ways())},
            CaseEvent.ASK_MORE: lambda: {"note": self._line(self.tr("What else to say"), ())},
        }
        fields = made[event]() if event in made else {}
        if event in REASONED:
            usual = self._reasons().get(event, ())
            title = self.tr("Note") if event is CaseEvent.NOTE else self.tr("Reason")
            fields["reason"] = self._line(title, usual, required=True)
        return fields

    def _handing_over(self) -> dict[str, Field[Any]]:
        fields: dict[str, Field[Any]] = {
            "to": self._line(self.tr("To whom"), self.colleagues, required=True)
        }
        if self.grids:
            grids = [Choice(key, name) for key, name in self.grids.items()]
            fields["grid_id"] = CodeField(self.tr("To the laptops of the grid"), grids)
        return fields

    def _by(self, told: CaseDraft) -> SuggestField:
        people = [each for each in (told.applicant, told.agent.name) if each]
        field = self._line(self.tr("Collected by"), people, required=True)
        field.set_value(told.applicant)
        return field

    def _stops(self) -> list[Choice]:
        readings = self._station.search.readings
        return [
            Choice(each.code, each.name, also=str(readings(each.name)))
            for each in self.rules.stops
        ]

    def _closing(self) -> dict[str, Field[Any]]:
        results = [Choice(each.code, each.name) for each in self.rules.results]
        result = CodeField(self.tr("Result"), results, required=True)
        if results:
            result.set_value(results[0].code)
        return {"result": result, "note": self._line(self.tr("Remark"), ())}

    def _offices(self) -> list[Choice]:
        readings = self._station.search.readings
        return [
            Choice(
                each.code,
                each.name,
                also=" ".join(f"{name} {readings(name)}" for name in (each.name, *each.aliases)),
            )
            for each in self.rules.offices
        ]

    def _promise(self) -> SuggestField:
        field = self._line(self.tr("What was promised"), (), required=True)
        field.line.setPlaceholderText(self.tr("Such as: the copy will be brought by Friday"))
        return field

    def _line(self, title: str, offered: Sequence[str], *, required: bool = False) -> SuggestField:
        field = SuggestField(title, required=required)
        field.offer(offered)
        return field

    def _told(self, event: CaseEvent, page: CasePage) -> str:
        """Return what is said besides: what lacks, where it is told or passed over."""
        if event not in {CaseEvent.ASK_MORE, CaseEvent.ACCEPT}:
            return ""
        return "\n".join(f"· {each.name}" for each in page.lacking)

    def _titles(self) -> dict[CaseEvent, str]:
        return {
            CaseEvent.ASK_MORE: self.tr("All of this is told at once, and only once"),
            CaseEvent.DECLINE: self.tr("The case is not accepted"),
            CaseEvent.TRANSFER: self.tr("The case goes to an office"),
            CaseEvent.GIVE_BACK: self.tr("The office has given the case back"),
            CaseEvent.HAND_OVER: self.tr("A colleague looks after the case from now on"),
            CaseEvent.SUSPEND: self.tr("The clock of the case stops"),
            CaseEvent.RESUME: self.tr("The clock of the case goes on"),
            CaseEvent.CLOSE: self.tr("The case is closed"),
            CaseEvent.PUBLISH: self.tr("The case hangs out for everybody to see"),
            CaseEvent.NOTIFY: self.tr("The applicant was told how it ended"),
            CaseEvent.COLLECT: self.tr("The result was collected"),
            CaseEvent.WITHDRAW: self.tr("The applicant does not want it any more"),
            CaseEvent.NOTE: self.tr("What stands in the history with your name and the time"),
        }

    def _reasons(self) -> dict[CaseEvent, tuple[str, ...]]:
        return {
            CaseEvent.DECLINE: (
                self.tr("Not what the station does"),
                self.tr("The conditions are not met"),
            ),
            CaseEvent.TRANSFER: (self.tr("To be decided there"),),
            CaseEvent.GIVE_BACK: (
                self.tr("Decided by the office"),
                self.tr("Materials lack"),
                self.tr("Another office is responsible"),
            ),
            CaseEvent.HAND_OVER: (self.tr("On leave"), self.tr("To be checked at home")),
            CaseEvent.RESUME: (self.tr("What it waited for is here"),),
            CaseEvent.WITHDRAW: (
                self.tr("Not needed any more"),
                self.tr("Done elsewhere"),
            ),
        }

    def _ways(self) -> tuple[str, ...]:
        return (self.tr("By phone"), self.tr("At the window"), self.tr("By the grid worker"))
