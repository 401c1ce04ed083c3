"""Doubles (疑似重复): what two devices have entered, each without hearing of the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DoubleKind(StrEnum):
    """What stands there twice: a person's, a certificate's or an order's number, a dwelling."""

    DOCUMENT = "document"
    DWELLING = "dwelling"
    CERTIFICATE = "certificate"
    ORDER = "order"
    REQUEST = "request"  # two papers of one request


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """Records that seem to be one.

    ``keys`` are those of residents, dwellings, certificates or cases, the oldest first, and
    ``names`` what they are called; ``number`` is the number they share, masked, or
    the address, or for whom two papers of one request were given out.
    """

    kind: DoubleKind
    number: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
