"""Of every field of every record it is decided how sensitive it is, and what hides it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from station_app.domain.codes import Sensitivity
from station_app.domain.privacy.fields import Purpose
from station_app.domain.privacy.masks import Mask
from station_app.domain.residents.line import ResidentLine
from station_app.domain.settings import Settings
from station_app.store.migrations.tables import METADATA
from station_app.store.privacy import FILE, field_classes, read_field_classes
from tests.refusals import changed, why_unread

VALUES = {"settings": Settings, "line": ResidentLine}
"""Kinds of records that are no tables, and what their fields are."""

KINDS = [*METADATA.tables, *VALUES]
NUMBER = "110000199001010013"


def fields_of(kind):
    if kind in VALUES:
        return {field.name for field in fields(VALUES[kind])}
    return set(METADATA.tables[kind].columns.keys())


@pytest.fixture
def wrong(tmp_path):
    """Return a function that changes a copy of the file and tells why it is refused."""

    def told(change):
        return why_unread(read_field_classes, changed(FILE, change, tmp_path))

    return told


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_there_is_has_a_class_and_no_other(kind):
    classes = field_classes()
    named = set(classes.records[kind])
    common = set(classes.common)
    assert named <= fields_of(kind), "a field that is not there"
    assert fields_of(kind) - named <= common, "a field that nobody has classed"


def test_no_other_kind_of_record_is_classed():
    assert set(field_classes().records) == set(KINDS)


def test_what_is_common_to_records_is_classed_once():
    classes = field_classes()
    for kind, named in classes.records.items():
        assert not set(named) & set(classes.common) or kind == "line"


@pytest.mark.parametrize("purpose", Purpose)
def test_numbers_are_masked_wherever_they_are_seen(purpose):
    seen = field_classes().seen
    assert seen("document", "number", NUMBER, purpose=purpose) == "110000********0013"
    assert seen("resident", "phone", "13800005678", purpose=purpose) == "138****5678"
    assert seen("certificate", "facts", NUMBER, purpose=purpose) == "***"


@pytest.mark.parametrize(
    ("field", "value", "on_screen", "hung_out"),
    [
        ("name", "张三丰", "张三丰", "张*丰"),
        ("born", "1990-01-01", "1990-01-01", "1990"),
        ("hukou_address", "幸福里3幢501室", "幸福里3幢501室", "幸福里3幢"),
        ("health", "3", "3", ""),
        ("ethnicity", "01", "01", ""),
        ("id", "k1", "k1", "k1"),
    ],
)
def test_what_is_hung_out_says_less_than_the_screen(field, value, on_screen, hung_out):
    seen = field_classes().seen
    assert seen("resident", field, value) == on_screen
    assert seen("resident", field, value, purpose=Purpose.NOTICE) == hung_out


def test_nothing_that_is_more_than_public_is_hung_out_whole():
    classes = field_classes()
    for kind, named in classes.records.items():
        for name, found in named.items():
            if found.level is not Sensitivity.PUBLIC:
                assert classes.mask_for(kind, name, Purpose.NOTICE) is not Mask.NONE, (kind, name)


def test_a_field_that_nobody_has_classed_is_a_fault():
    with pytest.raises(KeyError):
        field_classes().seen("resident", "bank", "1")


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda v: v["masks"].pop(), "", "mask hidden has no purposes"),
        (lambda v: v["masks"][0].update(purposes=["dinner"]), "masks[0]", "field purposes"),
        (lambda v: v["masks"][0].update(mask="veil"), "masks[0]", "no such mask veil"),
        (lambda v: v["records"][0]["fields"].update(name="L9"), "records[0]", "level of name"),
        (lambda v: v["records"][0]["fields"].update(name="L2 x"), "records[0]", "no such mask"),
        (lambda v: v["records"][0]["fields"].update(name=2), "records[0]", "level of name"),
        (lambda v: v["records"][0].update(fields=[]), "records[0]", "field fields"),
        (lambda v: v["records"].append(v["records"][0]), "records", "resident stands twice"),
        (lambda v: v["records"][0].update(colour="x"), "records[0]", "unknown field colour"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(wrong, change, place, reason):
    told, why = wrong(change)
    assert told.startswith(place)
    assert reason in why
