"""What somebody was told and has asked, whom his data went to, who has seen them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.rights.rules import name_in
from station_app.domain.sync.devices import DeviceState, ScopeKind
from station_app.services.rights.parts import lookers, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.domain.rights.consents import Consent
    from station_app.services.certificates.rights_papers import Part
    from station_app.services.rights.parts import Teller

LISTS = "residents:list:exported"


def rights_of(teller: Teller) -> tuple[Part, ...]:
    """Return the parts about notices, consents, requests, recipients and who has looked."""
    words, tx, key = teller.words, teller.tx, teller.person.id
    looked = [(who, str(count)) for who, count in lookers(tx.audit.of(key))]
    return (
        table_of(words, "consents", _consents(teller)),
        table_of(words, "requests", _requests(teller)),
        table_of(words, "given", _given(teller)),
        table_of(words, "looked", looked),
    )


def _consents(teller: Teller) -> Iterator[tuple[str, ...]]:
    tx, words, rules = teller.tx, teller.words["words"], teller.reference.rights
    for notice in tx.rights.notices(teller.person.id):
        told = notice.particulars
        title = words["notice"].format(edition=told.edition)
        yield title, str(told.on), name_in(rules.ways, told.way), told.by
    for consent in tx.rights.consents(teller.person.id):
        told_consent = consent.particulars
        purpose = name_in(rules.purposes, told_consent.purpose)
        form = teller.words["forms"][told_consent.form]
        yield purpose, str(told_consent.on), form, _remark(teller, consent)
    for guardian in tx.rights.guardians(teller.person.id):
        who = guardian.particulars
        title = words["guardian"].format(name=who.name, relation=who.relation)
        yield title, str(who.since or ""), name_in(rules.bases, who.basis), ""


def _remark(teller: Teller, consent: Consent) -> str:
    words, told = teller.words["words"], consent.particulars
    withdrawn = consent.withdrawn_on
    remarks = (
        told.recipient,
        words["until"].format(day=told.until) if told.until else "",
        words["withdrawn"].format(day=withdrawn) if withdrawn else "",
    )
    return "；".join(filter(None, remarks))


def _requests(teller: Teller) -> Iterator[tuple[str, ...]]:
    words = teller.words
    for request in teller.tx.requests.of(teller.person.id):
        told = request.particulars
        kind, state = words["kinds"][told.kind], words["states"][request.state]
        yield request.number, kind, str(told.received_on), state


def _given(teller: Teller) -> Iterator[tuple[str, ...]]:
    tx, words = teller.tx, teller.words["words"]
    made = tx.people.columns(teller.person.id)["created_at"]
    # which people a list held is not kept: that it may have held him is told of each
    for at, facts in tx.audit.told(LISTS, since=made):
        masking = words["masking"]["true" if facts.get("masked") else "false"]
        told = words["list_facts"].format(
            purpose=facts.get("purpose") or "—", rows=facts.get("rows", ""), masking=masking
        )
        yield at.date().isoformat(), words["list"], told
    grid = tx.places.grid_of(teller.person.living.dwelling_id)
    for device in tx.exchange.devices.all():
        holds_all = device.scope.kind is not ScopeKind.GRIDS
        if device.state is DeviceState.RETIRED or not (holds_all or grid in device.scope.grids):
            continue
        kind = teller.words["devices"][device.kind]
        since = device.enrolled_at.date().isoformat() if device.enrolled_at else ""
        title = words["exchange"].format(kind=kind, name=device.name)
        yield since, title, words["all" if holds_all else "grids"]
