"""What the steps of a case are called: on their buttons, in its history, when they are done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.counter.case_flow import CaseEvent
from station_app.domain.counter.cases import Undo
from ui.kit.icons import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class StepWords:
    """One step: on its button, in the past, its sign, its key."""

    action: str
    past: str
    icon: Icon
    keys: str


class CaseSteps(QObject):
    """Knows all steps there are a button for, the likeliest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: Mapping[CaseEvent, StepWords] = {**self._of_intake(), **self._of_work()}

    def past(self, event: CaseEvent | Undo) -> str:
        """Return what has happened, for the history."""
        said = {
            Undo.UNDONE: self.tr("Taken back"),
            Undo.DRAFTED: self.tr("Begun"),
            CaseEvent.TICK: self.tr("Materials checked"),
            CaseEvent.CORRECT: self.tr("Corrected"),
            CaseEvent.RATE: self.tr("Rated"),
        }
        return said[event] if event in said else self.words[CaseEvent(event)].past

    def done(self, event: CaseEvent, number: str) -> str:
        """Return what is said in the notice of a step that was taken."""
        return self.tr("{step}: {number}").format(step=self.words[event].past, number=number)

    def _of_intake(self) -> dict[CaseEvent, StepWords]:
        e = CaseEvent
        return {
            e.ACCEPT: StepWords(self.tr("Accept"), self.tr("Accepted"), Icon.CHECK, "Alt+A"),
            e.COMPLETE: StepWords(
                self.tr("Materials brought"), self.tr("Materials brought"), Icon.IMPORT, "Alt+C"
            ),
            e.RECEIVE: StepWords(self.tr("Receive"), self.tr("Received"), Icon.IMPORT, "Alt+R"),
            e.ASK_MORE: StepWords(
                self.tr("Tell what lacks…"), self.tr("Told what lacks"), Icon.LIST, "Alt+M"
            ),
            e.DECLINE: StepWords(
                self.tr("Do not accept…"), self.tr("Not accepted"), Icon.NEGATIVE, "Alt+D"
            ),
            e.LAPSE: StepWords(self.tr("Let it lapse"), self.tr("Lapsed"), Icon.IDLE, "Alt+X"),
        }

    def _of_work(self) -> dict[CaseEvent, StepWords]:
        e = CaseEvent
        return {
            e.BEGIN: StepWords(
                self.tr("Begin"), self.tr("Begun to work at"), Icon.STEP_NOW, "Alt+B"
            ),
            e.GIVE_BACK: StepWords(
                self.tr("Given back…"), self.tr("Given back by the office"), Icon.RESTORE, "Alt+G"
            ),
            e.RESUME: StepWords(
                self.tr("Restart the clock…"), self.tr("Clock restarted"), Icon.IDLE, "Alt+K"
            ),
            e.CLOSE: StepWords(self.tr("Close…"), self.tr("Closed"), Icon.FINISHED, "Alt+E"),
            e.TRANSFER: StepWords(
                self.tr("Transfer…"), self.tr("Transferred"), Icon.FORWARD, "Alt+T"
            ),
            e.HAND_OVER: StepWords(
                self.tr("Hand over…"), self.tr("Handed over"), Icon.SWITCH, "Alt+H"
            ),
            e.SUSPEND: StepWords(
                self.tr("Stop the clock…"), self.tr("Clock stopped"), Icon.WAIT, "Alt+S"
            ),
            e.PUBLISH: StepWords(self.tr("Publish…"), self.tr("Published"), Icon.NOTICE, "Alt+P"),
            e.NOTIFY: StepWords(
                self.tr("Applicant told…"), self.tr("Applicant told"), Icon.PHONE, "Alt+N"
            ),
            e.COLLECT: StepWords(self.tr("Collected…"), self.tr("Collected"), Icon.CARD, "Alt+L"),
            e.ARCHIVE: StepWords(self.tr("Archive"), self.tr("Archived"), Icon.ARCHIVE, "Alt+V"),
            e.WITHDRAW: StepWords(self.tr("Withdrawn…"), self.tr("Withdrawn"), Icon.UNDO, "Alt+W"),
            e.NOTE: StepWords(self.tr("Note…"), self.tr("Noted"), Icon.NOTE, "Alt+O"),
        }
