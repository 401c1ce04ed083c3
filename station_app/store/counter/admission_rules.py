"""The terms of admission (``resources/counter/admission.json``), read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.admission.rules import AdmissionRules
from station_app.domain.counter.admission.tasks import Point
from station_app.store.counter.case_rules import each_once, limit_of, named_of
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("frequencies", "grounds", "points")


def read_admission_rules(path: Path) -> AdmissionRules:
    """Return the terms in the file *path*.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, frozenset({"ahead", "decide", *LISTS}))
    named = {
        field: each_once(head, field, [named_of(place) for place in head.children(field)])
        for field in LISTS
    }
    if [each.code for each in named["points"]] != [point.value for point in Point]:
        raise head.wrong("field points")
    return AdmissionRules(
        source=head.text("source"),
        is_checked=head.truth("verified", default=False),
        ahead=limit_of(head.child("ahead")),
        decide=limit_of(head.child("decide")),
        **named,
    )
