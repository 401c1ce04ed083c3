"""Drafts: kept locked, each person's own, found again, forgotten."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.people import Hukou, ResidentDraft
from station_app.services.draft_records import UnknownDraftError, draft_from, record_of
from station_app.store.drafts import Drafts, KeptDraft
from station_app.store.engine import seals_of

DRAFT = ResidentDraft(name="欧阳显眼", sex="1", born=date(1980, 2, 29))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

texts = st.text(max_size=30)
drafts = st.one_of(
    st.builds(ResidentDraft, name=texts, sex=texts, born=st.none() | st.dates(), phone=texts),
    st.builds(Hukou, address=texts, is_local=st.none() | st.booleans(), kind=texts),
    st.builds(Document, kind=st.sampled_from(DocumentKind), number=texts),
)


@given(st.recursive(drafts, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=5))
def test_every_draft_comes_back_as_it_was(draft):
    assert draft_from(record_of(draft)) == draft


@dataclass(frozen=True)
class Foreign:
    name: str


@pytest.mark.parametrize(
    "record",
    [
        {"class": "os:system", "value": {}},
        {"class": "station_app.domain.errors:StationError", "value": {}},
        {"class": "station_app.domain.residents.people:Gone", "value": {}},
        {"class": "station_app.domain.residents.people:Hukou", "value": {"no": "field"}},
        {"class": "station_app.domain.identity.documents:DocumentKind", "value": "no kind"},
    ],
)
def test_what_this_program_has_no_form_for_is_none(record):
    with pytest.raises(UnknownDraftError):
        draft_from(record)


def test_what_cannot_be_kept_is_said_at_once():
    with pytest.raises(UnknownDraftError):
        record_of(object())
    assert is_dataclass(draft_from(record_of(DRAFT)))
    assert [each.name for each in fields(DRAFT)]


def test_a_draft_is_kept_locked_found_again_and_forgotten(station):
    station.drafts.keep("new:", "新居民", DRAFT)
    station.drafts.keep("new:", "新居民", DRAFT)
    (path,) = station.home.drafts.iterdir()
    for readable in ("欧阳显眼", "新居民", "new:", "1980"):
        assert readable.encode() not in path.read_bytes()
        assert readable not in path.name
    (kept,) = station.drafts.kept()
    assert (kept.key, kept.title) == ("new:", "新居民")
    assert draft_from(kept.record) == DRAFT
    station.drafts.forget("new:")
    assert station.drafts.kept() == ()


def test_a_draft_is_its_typists_alone(station):
    seals, folder = seals_of(station.store.engine), station.home.drafts
    mine, yours = Drafts(folder, seals, "me"), Drafts(folder, seals, "you")
    mine.keep(KeptDraft(key="k", title="t", at=NOON, record="mine"))
    yours.keep(KeptDraft(key="k", title="t", at=NOON, record="yours"))
    assert [each.record for each in mine.all()] == ["mine"]
    yours.forget("k")
    assert [each.record for each in mine.all()] == ["mine"]


def test_a_damaged_draft_is_none_and_harms_no_other(station):
    station.drafts.keep("a", "a", DRAFT)
    station.drafts.keep("b", "b", DRAFT)
    path = min(station.home.drafts.iterdir())
    whole = path.read_bytes()
    for harmed in (b"", whole[:10], whole[:-1], bytes([whole[0] ^ 1]) + whole[1:]):
        path.write_bytes(harmed)
        assert len(station.drafts.kept()) == 1
    other = max(station.home.drafts.iterdir())
    other.write_bytes(whole)  # another's place: the name is bound to what is in it
    assert station.drafts.kept() == ()
