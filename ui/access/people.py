"""The name at the door: who may sign in, found by name, pinyin or initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.search.pinyin import initials, joined
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from station_app.services.access import SlotOwner
    from station_app.services.pinyin import Readings

    Reader = Callable[[str], Readings]


class PersonField(CodeField):
    """One of the people who have a passphrase on this device; the value is the key."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._people: tuple[SlotOwner, ...] = ()

    def offer(self, people: Sequence[SlotOwner], also: Sequence[str] = ()) -> None:
        """Offer *people*; *also* says for each by what else they are found."""
        self._people = tuple(people)
        found_by = also or [""] * len(self._people)
        self.set_choices(
            [
                # whoever has a slot and no name yet is the founder of a station before there were
                Choice(person.id, person.name or self.tr("Founder"), also=letters)
                for person, letters in zip(self._people, found_by, strict=True)
            ]
        )

    def people(self) -> tuple[SlotOwner, ...]:
        """Return whom it offers."""
        return self._people

    def name_of(self, owner: str) -> str:
        """Return the name of *owner*."""
        return next((person.name for person in self._people if person.id == owner), "")


def letters_of(people: Iterable[SlotOwner], read: Reader) -> list[str]:
    """Return by what letters each of *people* is found; for a job, as it loads readings."""
    return [
        " ".join(f"{joined(reading)} {initials(reading)}" for reading in read(person.name).full)
        for person in people
    ]
