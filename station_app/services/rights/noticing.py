"""The parts of the notice: kinds of data with their grounds, purposes with their effects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.rights.rules import name_in
from station_app.services.certificates.rights_papers import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.rights.rules import FieldGroup, Purpose, RightsRules

DATA_SHARES = (24.0, 50.0, 56.0, 36.0)
PURPOSE_SHARES = (48.0, 24.0, 94.0)


def parts_of(rules: RightsRules, words: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return what the notice tells of *rules*: which data and why, what each purpose means."""
    data = (_group(rules, group, words) for group in rules.groups)
    purposes = (_purpose(purpose, words) for purpose in rules.purposes)
    return (
        Part(
            title=words["data"],
            table=(tuple(words["data_headings"]), *data),
            shares=DATA_SHARES,
        ),
        Part(
            title=words["purposes"],
            table=(tuple(words["purpose_headings"]), *purposes),
            shares=PURPOSE_SHARES,
        ),
    )


def _group(rules: RightsRules, group: FieldGroup, words: Mapping[str, Any]) -> tuple[str, ...]:
    ground = words["grounds"][group.ground] + words["after"][group.after]
    name = name_in(rules.purposes, group.purpose)
    purpose = words["purpose"].format(purpose=name) if group.purpose else ""
    return group.name, group.kinds, f"{ground}{purpose}。{group.basis}", group.keeping


def _purpose(purpose: Purpose, words: Mapping[str, Any]) -> tuple[str, ...]:
    separate = words["separate"]["true" if purpose.needs_own_consent() else "false"]
    return purpose.name, separate, purpose.effect or purpose.basis
