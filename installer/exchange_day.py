"""A day of exchange on three computers: a laptop is lent out, people are visited, all meet.

The journey test goes through it and looks at what came of it; ``day_shots.py`` takes its
pictures. Nothing here is part of the product.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from installer.day_computer import Computer
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.sync.devices import DeviceKind
from ui.sync.page import COMPARE, REVIEW
from ui.tour.guide import CALM_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import Resident
    from ui.app.program import Program
    from ui.sync.review_view import ReviewView
    from ui.tour.walk import Until

LAPTOP, HUB = "一网格笔记本", "石头街道"
LENT_DAYS = 30
VISITS = 80
ROUNDS = 3  # until the receipts of receipts are back


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field in which laptop and desk write different things; ``decided`` stands at last."""

    field: str
    on_laptop: str
    at_desk: str
    decided: str


DISPUTES = (
    Dispute("phone", "13800000011", "13800000012", "13800000012"),
    Dispute("other_phone", "13800000021", "13800000022", "13800000021"),
    Dispute("employer", "石头城小学", "石头城中学", "石头城幼儿园"),
)


@dataclass(frozen=True, slots=True)
class Visited:
    """Who is visited: a household that is corrected at the desk as well, and the others."""

    household: tuple[Resident, ...]
    others: tuple[Resident, ...]

    def everybody(self) -> tuple[Resident, ...]:
        """Return all who are visited."""
        return (*self.household, *self.others)


class ExchangeDay:
    """What is done in the course of the day, chapter by chapter."""

    def __init__(
        self,
        programs: tuple[Program, Program, Program],
        folder: Path,
        out: Path,
        passphrase: str,
        *,
        calm: float = CALM_S,
    ) -> None:
        self.station, self.laptop, self.hub = (Computer(each, out, calm=calm) for each in programs)
        self.computers = (self.station, self.laptop, self.hub)
        for each in self.computers:
            each.pictures = self.station.pictures  # numbered through the day
        self._folder, self._passphrase = folder, passphrase
        self._visited: Visited | None = None

    def walk(self) -> Iterator[Until]:
        """Do it all."""
        yield from self.open()
        yield from self.let_in()
        yield from self.check_out()
        yield from self.visit()
        yield from self.edit_at_desk()
        yield from self.meet_in_the_evening()
        yield from self.review()
        yield from self.bring_receipts()
        yield from self.compare()

    def focus(self) -> str:
        """Return what has the focus, for whoever is lost."""
        return self.station.focus()

    def visited(self) -> Visited:
        """Return who is visited, chosen when it was first asked."""
        if self._visited is None:
            self._visited = _chosen(self.station.station())
        return self._visited

    def open(self) -> Iterator[Until]:
        """Open every door."""
        for each in self.computers:
            yield from each.unlock(self._passphrase)

    def let_in(self) -> Iterator[Until]:
        """Let laptop and hub take part, by two files each."""
        back_by = self.station.station().clock.today() + timedelta(days=LENT_DAYS)
        for computer, name, kind, day in (
            (self.laptop, LAPTOP, DeviceKind.LAPTOP, back_by),
            (self.hub, HUB, DeviceKind.HUB, None),
        ):
            request = self._folder / f"{name}.strequest"
            yield from computer.ask_station(name, kind, request)
            digits = computer.exchanging().devices.own_panel.fingerprint.text()
            yield from self.station.let_in(request, digits, back_by=day)
            yield from computer.belong(request.with_suffix(".stgrant"))

    def check_out(self) -> Iterator[Until]:
        """Give the laptop the records of its grid."""
        yield from self.station.exchange(self._folder, "checked-out")
        yield from self.laptop.exchange(self._folder, "visit-pack")
        yield from self.station.exchange(self._folder)

    def visit(self) -> Iterator[Until]:
        """Visit eighty people, each by a form: half are verified, half corrected."""
        visited = self.visited()
        yield from self.laptop.come_forward()
        for place, person in enumerate(visited.others):
            if place % 2:
                yield from self.laptop.correct(person, "note", f"走访第{place}户")
            else:
                yield from self.laptop.verify(person)
        self.laptop.take_picture("visited")
        for person, dispute in zip(visited.household, DISPUTES, strict=True):
            yield from self.laptop.correct(person, dispute.field, dispute.on_laptop)
        self.laptop.take_picture("corrected")

    def edit_at_desk(self) -> Iterator[Until]:
        """Write other things about the same household at the station's desk."""
        yield from self.station.come_forward()
        for person, dispute in zip(self.visited().household, DISPUTES, strict=True):
            yield from self.station.correct(person, dispute.field, dispute.at_desk)
        self.station.take_picture("same-household")

    def meet_in_the_evening(self) -> Iterator[Until]:
        """Let the laptop write, and the station take in."""
        yield from self.laptop.exchange(self._folder, "evening-laptop")
        yield from self.station.exchange(self._folder, "evening-station")

    def review(self) -> Iterator[Until]:
        """Decide person by person: what is here, what is there, something else."""
        yield from self.station.show_view(REVIEW)
        review = self.station.exchanging().review
        yield from self.station.until("the conflicts", review.cases.table.hasFocus)
        self.station.take_picture("review")
        yield self.station.press("Return")
        for left in reversed(range(len(DISPUTES))):
            yield from self.station.until("the question", partial(_has_cursor, review))
            card = review.panel.cards[0]
            dispute = next(each for each in DISPUTES if each.field == card.point.column)
            mine = [option.is_own for option in card.point.options]
            if dispute.decided in {dispute.at_desk, dispute.on_laptop}:
                is_mine = dispute.decided == dispute.at_desk
                yield self.station.press(str(mine.index(is_mine) + 1))
            else:
                yield self.station.press(str(len(mine) + 1))
                yield self.station.type(dispute.decided)
            self.station.take_picture(f"review-{dispute.field}")
            self.station.keyboard.press("Ctrl+Return")
            yield from self.station.until("the decision", partial(self._are_left, left))
        self.station.take_picture("reviewed")

    def bring_receipts(self) -> Iterator[Until]:
        """Exchange until everything has arrived, and the receipts of it."""
        for number in range(ROUNDS):
            for each in self.computers:
                yield from each.exchange(self._folder, "receipts" if not number else "")
        for each in self.computers:
            yield from each.exchange(self._folder, "everything-has-arrived")

    def compare(self) -> Iterator[Until]:
        """Put the computers side by side."""
        for each in (self.station, self.hub):
            yield from each.come_forward()
            yield from each.show_view(COMPARE)
            view = each.exchanging().compare
            yield from each.until("the comparison", partial(view.line_at, 0))
            each.take_picture("compare")

    def _are_left(self, count: int) -> bool:
        return self.station.exchanging().review.cases.model.rowCount() == count


def _has_cursor(review: ReviewView) -> bool:
    """Whether the keys choose an answer to the first question."""
    return any(card.hasFocus() for card in review.panel.cards[:1])


def _chosen(station: Station) -> Visited:
    """Choose whom to visit in the first grid."""
    grid = station.places.grids()[0].id
    lines = station.lists.lines(station.lists.keys(ResidentFilter(grids=(grid,))))
    keys = [line.id for line in lines.values()]
    homes: dict[str, list[Resident]] = defaultdict(list)
    for key in keys:
        person = station.residents.resident(key)
        homes[person.household_id].append(person)
    homes.pop("", None)
    known = [[each for each in home if each.documents] for home in homes.values()]
    household = next(home for home in known if len(home) >= len(DISPUTES))[: len(DISPUTES)]
    met = {person.id for person in household}
    others = [each for home in known for each in home if each.id not in met]
    return Visited(tuple(household), tuple(others[: VISITS - len(met)]))
