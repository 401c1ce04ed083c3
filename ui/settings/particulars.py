"""The station's particulars and limits, as a form of the kit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.settings import MOST_APPROVAL_ABOVE, MOST_DAYS, MOST_IDLE_MINUTES, Settings
from ui.kit.fields import CountField, NumberField, TextField
from ui.kit.form import RecordForm
from ui.settings.rows import CONTENT_WIDTH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.domain.errors import Problem


class ParticularsForm(RecordForm[Settings]):
    """What stands on papers, and what the station has decided.

    It shows and reads :class:`Settings`; what may be entered is judged by the service,
    whose problems it words. Saving is the page's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=CONTENT_WIDTH)
        # settings without a field here (station_id, is_demo) pass through unchanged
        self._base = Settings()
        station = self.add_section(self.tr("Station"))
        self.name = self.add_field(
            station, "name", TextField(self.tr("Name of the station"), required=True), wide=True
        )
        self.code = self.add_field(
            station, "code", NumberField(self.tr("Statistical code (12 digits)"))
        )
        self.credit_code = self.add_field(
            station, "credit_code", NumberField(self.tr("Unified social credit code"))
        )
        self.address = self.add_field(station, "address", TextField(self.tr("Address")))
        self.phone = self.add_field(station, "phone", NumberField(self.tr("Telephone")))
        self.complaint_phone = self.add_field(
            station, "complaint_phone", NumberField(self.tr("Telephone for complaints"))
        )
        self._add_people()
        self._add_limits()

    def draft(self) -> Settings:
        """Return the settings as entered.

        Nothing is checked here; fields that are not shown keep what was filled in.
        """
        return replace(
            self._base,
            name=self.name.value(),
            code=self.code.value(),
            credit_code=self.credit_code.value(),
            address=self.address.value(),
            phone=self.phone.value(),
            complaint_phone=self.complaint_phone.value(),
            clerk=self.clerk.value(),
            approver=self.approver.value(),
            seal_keeper=self.seal_keeper.value(),
            word=self.word.value(),
            freshness_days=self.freshness.value(),
            validity_days=self.validity.value(),
            idle_minutes=self.idle.value(),
            export_limit=self.export_limit.value(),
        )

    def fill(self, draft: Settings) -> None:
        """Show *draft*."""
        self._base = draft
        self.name.set_value(draft.name)
        self.code.set_value(draft.code)
        self.credit_code.set_value(draft.credit_code)
        self.address.set_value(draft.address)
        self.phone.set_value(draft.phone)
        self.complaint_phone.set_value(draft.complaint_phone)
        self.clerk.set_value(draft.clerk)
        self.approver.set_value(draft.approver)
        self.seal_keeper.set_value(draft.seal_keeper)
        self.word.set_value(draft.word)
        # empty means: made from the name; the clerk sees what that comes to
        self.word.line.setPlaceholderText(draft.word_of_numbers())
        self.freshness.set_value(draft.freshness_days)
        self.validity.set_value(draft.validity_days)
        self.idle.set_value(draft.idle_minutes)
        self.export_limit.set_value(draft.export_limit)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*.

        A code without a sentence raises KeyError: a test goes through all there are.
        """
        sentences = {
            "missing": self.tr("Please enter a name: it stands on every paper."),
            "not-a-code": self.tr(
                "Digits and letters only, at most {most}; the statistical code has 12 digits."
            ),
            "out-of-range": self.tr("From {least} to {most}, please."),
        }
        return sentences[problem.code].format(**problem.facts)

    def _add_people(self) -> None:
        people = self.add_section(self.tr("Who signs"))
        self.clerk = self.add_field(people, "clerk", TextField(self.tr("Clerk")))
        self.approver = self.add_field(people, "approver", TextField(self.tr("Approver")))
        self.seal_keeper = self.add_field(
            people, "seal_keeper", TextField(self.tr("Keeper of the seal"))
        )

    def _add_limits(self) -> None:
        papers = self.add_section(self.tr("Certificates"))
        self.word = self.add_field(papers, "word", TextField(self.tr("Station word of numbers")))
        self.freshness = self.add_field(
            papers,
            "freshness_days",
            CountField(
                self.tr("A verification holds"),
                least=1,
                most=MOST_DAYS,
                suffix=self.tr(" days"),
            ),
        )
        self.validity = self.add_field(
            papers,
            "validity_days",
            CountField(
                self.tr("A certificate holds"), least=1, most=MOST_DAYS, suffix=self.tr(" days")
            ),
        )
        security = self.add_section(self.tr("Lock and lists"))
        self.idle = self.add_field(
            security,
            "idle_minutes",
            CountField(
                self.tr("Lock by itself after"),
                least=1,
                most=MOST_IDLE_MINUTES,
                suffix=self.tr(" minutes"),
            ),
        )
        self.export_limit = self.add_field(
            security,
            "export_limit",
            CountField(
                self.tr("A second person agrees to lists of more than"),
                least=1,
                most=MOST_APPROVAL_ABOVE,
                suffix=self.tr(" people"),
            ),
        )
