"""The sentence for each problem that an entry in this room can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.errors import Problem

MILD = frozenset(
    {
        "name_unusual",
        "name_cleaned",
        "phone_unreadable",
        "id_age",
        "id_legacy",
        "document_expired",
        "document_format_unusual",
        "document_not_yet_valid",
        "document_term_unusual",
    }
)
"""What is odd but accepted."""


class ProblemWords(QObject):
    """Words problems; sentences are translated when asked for.

    A test walks the codes of the domain and of the services, so that none stays wordless.
    """

    def sentence(self, problem: Problem) -> str:
        """Return the sentence for *problem*, with its facts filled in."""
        words = self.sentences()
        by_field = words.get(f"{problem.field}:{problem.code}")
        sentence = by_field or words.get(problem.code, "")
        return sentence.format_map(_Facts(problem.facts))

    def sentences(self) -> Mapping[str, str]:
        """Return all sentences: by code, or by field and code where a field has its own."""
        return {
            **self._of_fields(),
            **self._of_names(),
            **self._of_id_numbers(),
            **self._of_documents(),
            **self._of_phones(),
            **self._of_rights(),
        }

    def _of_fields(self) -> dict[str, str]:
        return {
            "missing": self.tr("This is needed."),
            "home:missing": self.tr("Begin with the estate or the road: 幸福里3幢2单元501."),
            "outside-grids": self.tr(
                "This address is in none of your grids. Ask the station to register the person, "
                "or to assign the building to your grid."
            ),
            "estate:missing": self.tr("Begin with the estate or the road: 幸福里3幢2单元501."),
            "relation:missing": self.tr("Choose the relation to the head of the household."),
            "member:missing": self.tr("Choose who."),
            "who:missing": self.tr("Tick at least one person."),
            "how:missing": self.tr("Choose how the facts were verified."),
            "by:missing": self.tr("Say who verified the facts."),
            "too-long": self.tr("At most {most} characters."),
            "in-the-future": self.tr("This day is still to come."),
            "too-old": self.tr("Nobody is older than {most} years. Check the year."),
            "ends-before-it-begins": self.tr("It ends before it begins."),
        }

    def _of_names(self) -> dict[str, str]:
        return {
            "name_missing": self.tr("Type the name."),
            "name_length": self.tr("A name has at most {limit} characters; this has {length}."),
            "name_character": self.tr(
                "There is an invisible or private character in it ({code_point}). Type the name"
                " anew."
            ),
            "name_unusual": self.tr("“{character}” is unusual in a name. Check it."),
            "name_cleaned": self.tr("Written as {after}."),
        }

    def _of_id_numbers(self) -> dict[str, str]:
        return {
            "id_check_digit": self.tr("The last character does not match. Check each digit."),
            "id_characters": self.tr("“{character}” cannot stand at place {position}."),
            "id_date": self.tr("{digits} is no day of birth."),
            "id_province": self.tr("No province has the number {digits}."),
            "id_length": self.tr("It has {length} characters instead of {expected}."),
            "id_future": self.tr("The day of birth in it, {born}, is still to come."),
            "id_age": self.tr("That would be {years} years of age. Check the year."),
            "id_legacy": self.tr("An old number of 15 digits; kept as {upgraded}."),
            "id_precision_lost": self.tr(
                "A spreadsheet has lost the last digits ({shown}). Type the number anew."
            ),
        }

    def _of_documents(self) -> dict[str, str]:
        return {
            "document_number_missing": self.tr("Type the number."),
            "document_kind": self.tr("This looks like the number of another kind of document."),
            "document_format": self.tr("Documents of this kind do not have such numbers."),
            "document_format_unusual": self.tr("An unusual number for this kind. Check it."),
            "document_check": self.tr("The check character does not match. Check each digit."),
            "document_birthday": self.tr("The day of birth in it cannot be."),
            "document_dates": self.tr("It ends before it begins, or has an end and is long-term."),
            "document_expired": self.tr("Expired on {on}."),
            "document_not_yet_valid": self.tr("Valid only from {on}."),
            "document_term_unusual": self.tr("Cards of this age are valid for another term."),
        }

    def _of_rights(self) -> dict[str, str]:
        return {
            "before-it-was-given": self.tr("The consent was given later than that."),
            "effect-not-told": self.tr("Tell the need and the effect first, then tick this."),
            "guardian-decides": self.tr("Here the guardian consents."),
            "guardian_id:missing": self.tr(
                "Choose the guardian. Name him first if none is there."
            ),
            "not-a-guardian": self.tr("This is not a guardian of the person now."),
            "not-a-file": self.tr("This file is not kept with the person."),
            "not-himself": self.tr("Nobody is his own guardian."),
            "is-a-child": self.tr("A child cannot be a guardian."),
            "witness:missing": self.tr("Who heard it?"),
            "recipient:missing": self.tr("To whom are the data given?"),
            "way:missing": self.tr("Choose how the notice was given."),
            "phone:missing": self.tr("Somebody from outside needs a phone number."),
            "given_by:missing": self.tr("Who gave it?"),
        }

    def _of_phones(self) -> dict[str, str]:
        return {"phone_unreadable": self.tr("{digits} is not a phone number. Check it.")}


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is missing leaves a gap instead of failing."""

    def __missing__(self, key: str) -> str:
        return ""
