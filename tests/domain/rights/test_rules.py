"""The rules that come with the product say of every piece of data why it is kept."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from station_app.domain.residents.people import Hukou, ResidentDraft
from station_app.domain.rights.rules import After, Ground
from station_app.domain.rights.withholding import tag_field
from station_app.shipped import RESOURCES
from station_app.store.data_files import ReferenceInvalidError
from station_app.store.reference import Reference
from station_app.store.residents.rows import ResidentRow
from station_app.store.rights.rules import read_rules

FILE = RESOURCES / "rules" / "rights.json"
REFERENCE = Reference(RESOURCES)
RULES = REFERENCE.rights
OF_THE_PROGRAM = {
    *("seq", "id", "version", "created_at", "created_by", "changed_at", "changed_by"),
    *("deleted_at", "name_key", "standing"),
}


def test_every_column_of_a_resident_belongs_to_one_group():
    columns = set(ResidentRow.__table__.columns.keys()) - OF_THE_PROGRAM
    grouped = {name for group in RULES.groups for name in group.fields if ":" not in name}
    assert grouped - {"documents"} == columns
    assert {field.name for field in fields(ResidentDraft)} <= grouped
    assert {
        f"hukou_{field.name}" for field in fields(Hukou) if field.name != "is_local"
    } <= grouped


def test_every_tag_belongs_to_one_group():
    tags = {tag_field(entry.code) for entry in REFERENCE.table("tag").entries}
    grouped = {name for group in RULES.groups for name in group.fields if ":" in name}
    assert grouped == tags


def test_sensitive_groups_hang_upon_purposes_consented_to_separately():
    for group in RULES.groups:
        if group.ground is Ground.CONSENT and group.level >= "L3":
            assert RULES.purpose(group.purpose).needs_own_consent(), group.code


def test_a_tag_is_kept_at_least_as_closely_as_its_group_says():
    for group in RULES.groups:
        for entry in REFERENCE.table("tag").entries:
            if tag_field(entry.code) in group.fields and entry.sensitivity == "L4":
                assert group.level == "L4"


def test_nothing_that_a_certificate_prints_can_be_withheld():
    """A paper would else lack what it certifies; so the guard is the rules themselves."""
    printed = {"name", "sex", "documents", "dwelling_id", "living_since", "living_basis"}
    printed |= {"hukou_address", "verified_on", "verified_how", "verified_by"}
    for group in RULES.groups:
        if not printed.isdisjoint(group.fields):
            assert group.after is After.KEEP


def _group(values, code):
    return next(group for group in values["groups"] if group["code"] == code)


@pytest.mark.parametrize(
    "change",
    [
        lambda values: _group(values, "contact").update(purpose="nowhere"),
        lambda values: _group(values, "contact").update(purpose=""),
        lambda values: _group(values, "identity").update(after="erase"),
        lambda values: _group(values, "work").update(columns=["phone"]),
        lambda values: _group(values, "work").update(level="L9"),
        lambda values: values["purposes"].append(values["purposes"][0]),
        lambda values: values["purposes"][3].pop("effect"),
        lambda values: values["answer"].update(counted="moons"),
        lambda values: values["answer"].update(days="15"),
        lambda values: values.update(colour=1),
    ],
)
def test_rules_that_contradict_themselves_are_refused(tmp_path, change):
    values = json.loads(FILE.read_text(encoding="utf-8"))
    change(values)
    path = tmp_path / "rights.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ReferenceInvalidError):
        read_rules(path)
