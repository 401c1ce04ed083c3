"""What the pages of this room call things, and the sentence for each problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.rights.rules import name_in
from ui.kit.rights_names import RightsNames

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.errors import Problem
    from ui.kit.buttons import Choice

DOT = " · "


class Words(RightsNames):
    """Sentences and names for this room; official terms are the rules', in Chinese."""

    def checks(self) -> tuple[Choice, ...]:
        """Return the ways to make sure who asks."""
        return self.choices(self.rules.checks)

    def check(self, code: str) -> str:
        """Return the name of a way to make sure who asks."""
        return name_in(self.rules.checks, code)

    def grounds(self) -> tuple[Choice, ...]:
        """Return the grounds in law on which a request is refused."""
        return self.choices(self.rules.refusals)

    def ground(self, code: str) -> str:
        """Return the name of a ground of refusal, empty for none."""
        return name_in(self.rules.refusals, code) if code else ""

    def act(self, act: str) -> str:
        """Return what an act in the history of a request is called."""
        return self.acts().get(act, act)

    def acts(self) -> Mapping[str, str]:
        """Return the names of all acts."""
        return {
            "received": self.tr("Received"),
            "begin": self.tr("Work begun"),
            "answer": self.tr("Answered"),
            "refuse": self.tr("Refused"),
            "close": self.tr("Closed"),
            "withdraw": self.tr("Taken back by the asker"),
            "step-undone": self.tr("Step undone"),
            "corrected": self.tr("Entry corrected"),
            "corrected-person": self.tr("Record corrected"),
            "erased": self.tr("Data deleted"),
            "erased-undone": self.tr("Deletion undone"),
            "binned": self.tr("Put into the bin"),
            "restored": self.tr("Put back"),
        }

    def problem(self, problem: Problem) -> str:
        """Return the sentence for something wrong with one field."""
        own = self.problems()
        found = own.get(f"{problem.field}:{problem.code}") or own.get(problem.code, "")
        return found.format(**problem.facts)

    def problems(self) -> Mapping[str, str]:
        """Return all sentences, by code or by field and code."""
        return {
            "missing": self.tr("This is needed."),
            "too-long": self.tr("At most {most} characters."),
            "in-the-future": self.tr("This day is still to come."),
            "resident_id:missing": self.tr("Type a name or the end of a number, then choose."),
            "kind:missing": self.tr("Choose what is asked for."),
            "identity_check:missing": self.tr("Choose how you made sure who asks."),
            "details:missing": self.tr("Write what exactly is to be changed or deleted."),
            "asker_name:missing": self.tr("Who asks?"),
            "proof:missing": self.tr("What was shown as proof?"),
            "answer:missing": self.tr("Write the answer: it stands on the paper."),
            "ground:missing": self.tr("A refusal needs its ground in law."),
            "purpose:missing": self.tr("What is it wanted for?"),
            "reason:missing": self.tr("Write why: the reason stays in the audit."),
            "guardian-decides": self.tr("Under fourteen: the guardian asks."),
            "has-died": self.tr("This person has died: a near relative asks."),
            "relative-of-the-living": self.tr(
                "This person lives: he asks himself or by an agent."
            ),
            "not-for-relatives": self.tr("Relatives consult, copy, correct or delete."),
        }
