from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from station_app.domain.errors import EditConflictError, NotFoundError
from station_app.domain.residents.tags import Tag
from station_app.store.places.rows import GridRow
from station_app.store.records import change_record, columns_of, set_binned
from station_app.store.residents.rows import DocumentRow, TagRow
from tests.factories import a_resident


def versions(station, row):
    with station.store.reading() as tx:
        return list(tx.session.scalars(select(row.version).order_by(row.seq)))


def test_a_document_kept_as_it_was_stays_as_it_was_signed(station):
    person = a_resident(station)
    station.residents.keep_documents(person.id, person.documents, version=person.version)
    assert versions(station, DocumentRow) == [1]


def test_a_document_whose_dates_are_corrected_counts_the_edit(station):
    person = a_resident(station)
    dated = [replace(person.documents[0], valid_from=date(2020, 1, 1))]
    station.residents.keep_documents(person.id, dated, version=person.version)
    assert versions(station, DocumentRow) == [2]


def test_a_tag_that_ends_counts_the_edit(station):
    person = a_resident(station)
    station.residents.keep_tags(person.id, [Tag(code="elder")], version=person.version)
    (tag,) = station.lists.file(person.id).tags
    ended = replace(tag, until=date(2026, 1, 1))
    station.residents.keep_tags(person.id, [ended], version=person.version + 1)
    assert versions(station, TagRow) == [2]


def test_a_record_that_is_gone_is_told(station):
    with station.store.transaction() as tx:
        with pytest.raises(NotFoundError):
            columns_of(tx.session, GridRow, "none")
        with pytest.raises(NotFoundError):
            set_binned(tx.session, GridRow, "none", binned=True, stamp=tx.stamp)
        with pytest.raises(EditConflictError):
            change_record(tx.session, GridRow, "none", {}, version=1, stamp=tx.stamp)
