"""Where invented people live, are registered and have moved to, and who made sure of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.people import (
    Hukou,
    Living,
    Period,
    ResidentDraft,
    Verification,
)
from station_app.services.demo.papers import day_of_issue, disability_card, identity_card
from station_app.services.demo.particulars import GROWN_UP, Particulars
from station_app.services.demo.person import DemoPerson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.residents.tags import Tag
    from station_app.services.demo.chance import Chance
    from station_app.services.demo.families import Kin
    from station_app.services.demo.names import Namer
    from station_app.services.demo.papers import Registry
    from station_app.services.demo.words import DemoWords, FamilyPlan

FIRST_CHILD_WITH_PHONE = 12
LOCAL_PROVINCE = "320000"
FOREIGN = (
    DocumentKind.FOREIGN_PASSPORT,
    DocumentKind.FOREIGN_PERMANENT,
    DocumentKind.HMT_RESIDENCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the members of a household have in common."""

    basis: str
    proof: str
    moved_in: date
    is_local: bool
    province: str
    hukou: Hukou
    verified: Verification | None
    address: str


class Circumstances:
    """Draws everything about a household and its people beyond who they are."""

    def __init__(
        self, words: DemoWords, namer: Namer, registry: Registry, chance: Chance, *, today: date
    ) -> None:
        self._words = words
        self._facts = words.facts
        self._shares = words.facts.shares
        self._namer = namer
        self._registry = registry
        self._chance = chance
        self._today = today
        self._particulars = Particulars(words.facts, chance, today=today)

    def of_household(
        self, plan: FamilyPlan, family: Sequence[Kin], *, number: str, address: str
    ) -> Shared:
        """Return what a household at *address* has in common."""
        basis = plan.basis or self._chance.drawn(self._facts.bases)
        # Tenants are seldom registered where they live, owners mostly.
        local = self._shares["hukou_local"] * (0.35 if basis in {"rent", "unit"} else 1.24)
        is_local = self._chance.happens(local)
        province = LOCAL_PROVINCE if is_local else self._chance.drawn(self._words.places.provinces)
        years = min(family[0].age, 4 if basis in {"rent", "unit"} else 24)
        moved_in = self._before(max(years, 1) * 365, least=20)
        kind = plan.kind
        hukou = Hukou(
            address=address if is_local else self._far_address(province),
            is_local=is_local,
            kind=kind,
            number=number if is_local else "",
            since=moved_in if is_local else None,
        )
        return Shared(
            basis=basis,
            proof=self._chance.one_of((*self._facts.proofs[basis], "")),
            moved_in=moved_in,
            is_local=is_local,
            province=province,
            hukou=hukou,
            verified=self._verification(),
            address=address,
        )

    def person(self, kin: Kin, family: Sequence[Kin], shared: Shared) -> DemoPerson:
        """Return everything about *kin*."""
        foreign = self._foreign(kin, family)
        politics = "" if foreign else self._particulars.politics(kin)
        occupation = self._particulars.occupation(kin)
        tags = self._particulars.tags(kin, family, politics=politics, occupation=occupation)
        documents = (foreign,) if foreign else self._documents(kin, shared, tags)
        since = max(shared.moved_in, kin.born)
        left_on = self._left_on(kin, shared, since)
        periods = self._periods(shared, since, left_on)
        draft = self._draft(kin, foreign)
        draft = replace(
            draft,
            education=self._particulars.education(kin),
            politics=politics,
            marital=self._particulars.marital(kin, family),
            occupation=occupation,
            health=self._particulars.health(tags),
            employer=self._particulars.employer(occupation),
        )
        died_on = self._before(1400, least=15) if kin.is_dead else None
        return DemoPerson(
            particulars=draft,
            documents=documents,
            relation=kin.relation,
            living=Living()
            if left_on
            else Living(since=since, basis=shared.basis, proof=shared.proof),
            hukou=self._hukou(
                shared, has_left=left_on is not None, is_foreign=foreign is not None
            ),
            lives_here=left_on is None,
            left_on=left_on,
            left_to=self._chance.one_of(self._words.places.left_to) if left_on else "",
            died_on=died_on,
            verified=shared.verified,
            tags=tags,
            periods=periods,
            phone_before=self._registry.phone()
            if draft.phone and self._chance.happens(self._shares["history"])
            else "",
        )

    def _draft(self, kin: Kin, foreign: Document | None) -> ResidentDraft:
        shares, happens = self._shares, self._chance.happens
        has_phone = kin.age >= FIRST_CHILD_WITH_PHONE and happens(shares["phone"])
        return ResidentDraft(
            name=self._namer.foreign_name(foreign.kind) if foreign else kin.name,
            former_name=kin.surname + self._chance.one_of("小大阿") + kin.name[-1]
            if kin.age > 30 and kin.surname and happens(shares["former_name"])
            else "",
            sex=kin.sex,
            born=kin.born,
            ethnicity="" if foreign else kin.ethnicity,
            phone=self._registry.phone() if has_phone else "",
            other_phone=self._registry.phone() if happens(shares["second_phone"]) else "",
            note=self._chance.one_of(self._facts.notes) if happens(shares["note"]) else "",
        )

    def _documents(self, kin: Kin, shared: Shared, tags: Sequence[Tag]) -> tuple[Document, ...]:
        chance, shares = self._chance, self._shares
        if kin.age == 0 and chance.happens(shares["unborn_document"]):
            return (self._registry.birth_certificate(),)
        if chance.happens(shares["no_document"]):
            return ()
        number = self._registry.identity_number(
            province=shared.province, born=kin.born, sex=kin.sex
        )
        issued = None
        if chance.happens(shares["card_dates"]):
            issued = day_of_issue(chance, born=kin.born, today=self._today)
        found = [identity_card(number, born=kin.born, issued=issued)]
        if kin.age >= GROWN_UP and chance.happens(shares["passport"]):
            found.append(self._registry.passport("E"))
        found += [
            disability_card(number, tag.level, chance) for tag in tags if tag.code == "disabled"
        ]
        return tuple(found)

    def _foreign(self, kin: Kin, family: Sequence[Kin]) -> Document | None:
        if (
            len(family) > 1
            or kin.age > 60
            # Times eight, as only the young who live alone are asked.
            or not self._chance.happens(self._shares["foreign"] * 8)
        ):
            return None
        kind = self._chance.one_of(FOREIGN)
        return self._registry.foreign(kind, born=kin.born, sex=kin.sex)

    def _hukou(self, shared: Shared, *, has_left: bool, is_foreign: bool) -> Hukou:
        if is_foreign:
            return Hukou(is_local=False, kind="abroad")
        if has_left and not shared.is_local:
            return shared.hukou
        if self._chance.happens(self._shares["hukou_unknown"]):
            return Hukou()
        return shared.hukou

    def _left_on(self, kin: Kin, shared: Shared, since: date) -> date | None:
        """Return when somebody went: the registered to live elsewhere, others for good."""
        if kin.is_dead or kin.kin == "head" or kin.age < GROWN_UP:
            return None
        share = self._shares["away"] * 2.2 if shared.is_local else self._shares["left"] * 3
        days = (self._today - since).days
        if days < 60 or not self._chance.happens(share):
            return None
        return since + timedelta(days=self._chance.between(30, days - 1))

    def _periods(self, shared: Shared, since: date, left_on: date | None) -> tuple[Period, ...]:
        if left_on is not None:
            return (self._period(shared.address, shared.basis, since, left_on),)
        if self._chance.happens(self._shares["past_home"]):
            began = since - timedelta(days=self._chance.between(300, 4000))
            place = self._far_address(shared.province)
            return (self._period(place, "rent", began, since),)
        return ()

    def _period(self, address: str, basis: str, since: date, until: date) -> Period:
        return Period(id="", kind="living", address=address, basis=basis, since=since, until=until)

    def _verification(self) -> Verification | None:
        verified, chance = self._facts.verified, self._chance
        if chance.happens(verified["never_share"]):
            return None
        is_fresh = chance.happens(verified["fresh_share"])
        least, most = verified["fresh_days" if is_fresh else "old_days"]
        return Verification(
            on=self._before(most, least=least),
            how=chance.drawn(self._facts.ways_to_verify),
            by=chance.one_of(self._facts.visitors),
        )

    def _far_address(self, province: str) -> str:
        places, chance = self._words.places, self._chance
        town = chance.one_of(places.elsewhere[province])
        return f"{town}{chance.one_of(places.roads)}{chance.between(1, 299)}号"

    def _before(self, most: int, *, least: int) -> date:
        return self._today - timedelta(days=self._chance.between(least, max(most, least)))
