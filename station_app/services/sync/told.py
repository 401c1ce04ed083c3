"""Fields that another device has told, each refused unless it is what it has to be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from station_app.domain.errors import RefusedError
from station_app.domain.sync.devices import PublicKeys, Scope, ScopeKind
from station_app.domain.sync.enrolment import problems_with_name

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_BYTES = 32
KEY_DIGITS = 32
MOST_TEXT = 200
HEX = frozenset("0123456789abcdef")
ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


def refuse() -> NoReturn:
    """Refuse what was told: nobody of ours has written it like this."""
    raise RefusedError("enrol.altered")


class Told:
    """Fields that somebody else has written, each refused unless it is what it has to be."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values

    @classmethod
    def of(cls, value: object) -> Told:
        """Return the fields that *value* has, if it has any."""
        if type(value) is not dict:
            refuse()
        return cls(value)

    def text(self, name: str, most: int = MOST_TEXT) -> str:
        """Return a text of *most* characters."""
        return text_of(self.values.get(name), most)

    def device_name(self, name: str) -> str:
        """Return what a device may be called."""
        text = self.text(name)
        if problems_with_name(text):
            refuse()
        return text

    def key(self, name: str, length: int = KEY_DIGITS) -> str:
        """Return hexadecimal digits."""
        return key_of(self.values.get(name), length)

    def number(self, name: str) -> int:
        """Return a whole number from 0."""
        return number_of(self.values.get(name))

    def list(self, name: str) -> list[Any]:
        """Return a list of anything."""
        value = self.values.get(name)
        if type(value) is not list:
            refuse()
        return value

    def record_keys(self, name: str) -> frozenset[str]:
        """Return a list of keys of records, without an order."""
        return frozenset(key_of(each, KEY_DIGITS) for each in self.list(name))

    def public_keys(self, signing: str, sealing: str) -> PublicKeys:
        """Return the two public keys of a device."""
        return PublicKeys(signing=self.raw(signing), sealing=self.raw(sealing))

    def one_of(self, name: str, kind: type[ChoiceT]) -> ChoiceT:
        """Return a member of *kind*."""
        try:
            return kind(self.text(name))
        except ValueError:
            refuse()

    def moment(self, name: str) -> datetime:
        """Return a moment in UTC."""
        try:
            told = datetime.fromisoformat(self.text(name))
        except ValueError:
            refuse()
        if told.tzinfo is None:
            refuse()
        return told.astimezone(UTC)

    def day(self, name: str) -> date | None:
        """Return a day, or nothing."""
        if self.values.get(name) is None:
            return None
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            refuse()

    def raw(self, name: str) -> bytes:
        """Return a public key, 32 raw bytes."""
        value = self.values.get(name)
        if type(value) is not bytes or len(value) != KEY_BYTES:
            refuse()
        return value


def told_scope(scope: Scope) -> dict[str, Any]:
    """Return *scope* as letters and notes tell it."""
    return {"kind": scope.kind.value, "grids": sorted(scope.grids)}


def read_scope(told: object) -> Scope:
    """Return the scope that is *told*, or refuse it as altered."""
    values = Told.of(told)
    return Scope(kind=values.one_of("kind", ScopeKind), grids=values.record_keys("grids"))


def parts_of(told: object, length: int) -> list[Any]:
    """Return a list of *length* parts."""
    if type(told) is not list or len(told) != length:
        refuse()
    return told


def text_of(value: object, most: int) -> str:
    """Return a text of *most* characters."""
    if type(value) is not str or len(value) > most:
        refuse()
    return value


def key_of(value: object, length: int) -> str:
    """Return *length* hexadecimal digits."""
    text = text_of(value, length)
    if len(text) != length or not HEX.issuperset(text):
        refuse()
    return text


def number_of(value: object) -> int:
    """Return a whole number from 0."""
    if type(value) is not int or value < 0:
        refuse()
    return value
