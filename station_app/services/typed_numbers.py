"""Numbers of certificates typed with their check digit: which paper, or that it was mistyped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.certificate_numbers import NumberVerdict, read_typed
from station_app.domain.settings import settings_from

if TYPE_CHECKING:
    from station_app.domain.certificate_numbers import TypedNumber
    from station_app.domain.certificates import CertificateId
    from station_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTold:
    """What a number that was typed leads to; ``keys`` and ``numbers`` only if it was found.

    ``is_sure`` tells that what was typed can be nothing but a number, ``is_known`` that
    there are certificates of its serial.
    """

    verdict: NumberVerdict
    keys: tuple[CertificateId, ...] = ()
    numbers: tuple[str, ...] = ()
    is_sure: bool = True
    is_known: bool = True


def told_number(tx: Transaction, text: str) -> NumberTold | None:
    """Return what *text* leads to if it is a number with its check digit, the latest first.

    Without its year it may be that of several years, whose digits agree by chance.
    """
    typed = read_typed(text)
    if typed is None:
        return None
    known = tx.certificates.with_serial(typed.serial)
    found = [each for each in known if typed.agrees_with(word=each.word, year=each.year)]
    if found:
        return NumberTold(
            verdict=NumberVerdict.FOUND,
            keys=tuple(each.key for each in found),
            numbers=tuple(each.number for each in found),
            is_sure=typed.is_sure,
        )
    verdict = NumberVerdict.NOT_HERE if _may_be(tx, typed) else NumberVerdict.MISTYPED
    return NumberTold(verdict=verdict, is_sure=typed.is_sure, is_known=bool(known))


def _may_be(tx: Transaction, typed: TypedNumber) -> bool:
    """Whether the check digit agrees for a series that there is, or for the one typed."""
    series = set(tx.certificates.series())
    words = {typed.word} if typed.word else {word for word, _ in series}
    words |= set() if words else {settings_from(tx.settings.all()).word_of_numbers()}
    years = {typed.year} if typed.year is not None else {year for _, year in series}
    return any(typed.agrees_with(word=word, year=year) for word in words for year in years)
