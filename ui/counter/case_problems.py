"""The sentences for what cannot be accepted of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from station_app.domain.errors import Problem


class CaseProblems(QObject):
    """Words problems of the case form and of what is asked with a step."""

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        if problem.field == "applicant" and problem.code == "missing":
            return self.tr("Say for whom: somebody of the register, or a name.")
        if problem.field == "caller" and problem.code == "missing":
            return self.tr("Say who called, or that the caller stays unknown.")
        sentences = {
            "missing": self.tr("This is needed."),
            "unknown": self.tr("Choose one of the list."),
            "not-offered": self.tr("Nobody can come for this any more. Choose another item."),
            "too-long": self.tr("Too long: at most {most} characters."),
            "not-a-number": self.tr("This cannot be such a number. Compare it with the document."),
            "in-the-future": self.tr("This day is still to come."),
            "too-early": self.tr("This is too early: look at the days before it."),
            "not-a-time": self.tr("Write the time as 09:30."),
            "in-the-past": self.tr("Choose a day to come."),
            "out-of-range": self.tr("This number cannot be."),
        }
        facts = {name: str(fact) for name, fact in problem.facts.items()}
        return sentences.get(problem.code, problem.code).format_map(facts)
