"""The rules of ratings: ``resources/counter/rating.json``, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.ratings import Aspect, RatingReason, RatingRules
from station_app.store.counter.case_rules import each_once, limit_of, result_of
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.store.data_files import Place

REASON = frozenset({"code", "aspect", "is_praise", "zh", "en"})


def read_rating_rules(path: Path) -> RatingRules:
    """Return the rules in the file *path*.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, frozenset({"contact", "correct", "reasons", "answers"}))
    reasons = tuple(map(_reason, head.children("reasons")))
    codes = {each.code for each in reasons}
    kinds = {(each.aspect, each.is_praise) for each in reasons}
    # an aspect of which only good, or only bad, can be said would make its figure a lie
    if len(codes) < len(reasons) or len(kinds) < 2 * len(Aspect):
        raise head.wrong("field reasons")
    answers = [result_of(place) for place in head.children("answers")]
    return RatingRules(
        contact=limit_of(head.child("contact")),
        correct=limit_of(head.child("correct")),
        reasons=reasons,
        answers=each_once(head, "answers", answers),
    )


def _reason(place: Place) -> RatingReason:
    place.only(REASON)
    code, aspect = place.text("code"), place.text("aspect")
    if code.split() != [code]:  # kept beside one another, parted by blanks
        raise place.wrong("field code")
    if aspect not in set(Aspect):
        raise place.wrong("field aspect")
    return RatingReason(
        code=code,
        aspect=Aspect(aspect),
        is_praise=place.truth("is_praise", default=True),
        zh=place.text("zh"),
        en=place.text("en"),
    )
