"""Every use case that changes, shows or gives out leaves its entry, in its own transaction."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import station_app
from station_app.domain.audit.facts import Mask
from station_app.store.audit import vocabulary
from station_app.store.audit.entries import Audit
from station_app.store.content import content_hash
from station_app.store.residents.rows import ResidentRow
from tests.services.access.reached import methods_of, services_of
from tests.services.audit.acts_of import CASES
from tests.services.audit.not_noted import BY_ITSELF, ELSEWHERE, READS
from tests.services.audit.world import World

ALL = [(service, method) for service, methods in CASES.items() for method in methods]
DERIVED = {"name_key", "standing"}


class NotWrittenError(Exception):
    """What a test lets happen in place of an entry."""


@pytest.fixture
def world(station, machine, clock, tmp_path):
    station.settings.change(
        name="石板社区服务站",
        code="320000009001",
        word="石社证字",
        clerk="王芳",
        approver="李明",
        seal_keeper="赵静",
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    return World(station, folder, clock, machine)


def acts(station):
    with station.store.reading() as tx:
        sql = "SELECT seq, act FROM audit_entry ORDER BY seq"
        return [tuple(row) for row in tx.session.connection().exec_driver_sql(sql)]


def state(station):
    """Return what tells whether anything was changed, the audit included."""
    with station.store.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        counts = [
            run(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: S608 - names of ours
            for table in ("audit_entry", "history", "staff", "sync_device", "import_batch")
        ]
        settings = run("SELECT group_concat(key || value) FROM setting").scalar_one()
        return content_hash(tx.session), counts, settings


def test_every_public_method_is_known_to_leave_an_entry_or_to_read(station):
    found = {name: set(methods_of(service)) for name, service in services_of(station).items()}
    parts = (CASES, ELSEWHERE, BY_ITSELF, READS)
    known = {
        name: set().union(*(part.get(name, ()) for part in parts)) for name in set().union(*parts)
    }
    assert found == known


@pytest.mark.parametrize(("service", "method"), ALL)
def test_each_act_leaves_exactly_its_entry_or_is_not_done(world, service, method):
    case, expected = CASES[service][method]
    act = case(world)
    before = state(world.station)

    def refuse(*_, **__):
        raise NotWrittenError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Audit, "add", refuse)
        with pytest.raises(NotWrittenError):
            act()
    assert state(world.station) == before
    last = max([number for number, _ in acts(world.station)], default=0)
    act()
    assert [name for number, name in acts(world.station) if number > last] == expected


def added(tree):
    """Yield the first argument of each call of ``….audit.add``."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "add"
            and isinstance(node.func.value, ast.Attribute)
            and node.func.value.attr == "audit"
        ):
            yield node.args[0]


def pattern_of(argument):
    """Return what the acts of a call look like; None where it is a name."""
    if isinstance(argument, ast.Constant):
        return re.escape(argument.value)
    if isinstance(argument, ast.JoinedStr):
        return "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z_:-]+"
            for part in argument.values
        )
    return None


def test_every_act_that_is_noted_anywhere_has_its_words():
    calls = 0
    for path in Path(station_app.__file__).parent.rglob("*.py"):
        for argument in added(ast.parse(path.read_text("utf-8"))):
            calls += 1
            pattern = pattern_of(argument)
            if pattern is not None:
                known = [act for act in vocabulary.acts() if re.fullmatch(pattern, act)]
                assert known, f"{path.name}: {pattern}"
    assert calls > 40


def test_an_act_without_words_is_not_noted(station):
    with station.store.transaction() as tx:
        with pytest.raises(ValueError, match="without words"):
            tx.audit.add("resident:record:invented")
        tx.audit.add("resident:record:corrected-undone-undone")


@pytest.mark.parametrize("act", vocabulary.acts().values(), ids=lambda act: act.act)
def test_every_act_is_worded_in_both_languages(act):
    assert re.search("[\u4e00-\u9fff]", act.zh)
    assert act.en
    assert act.en.isascii()


def test_what_is_told_of_every_column_of_a_resident_was_decided():
    columns = {column.name for column in ResidentRow.__table__.columns}
    machine = {"seq", "id", "version", "created_at", "created_by", "changed_at", "changed_by"}
    assert columns - machine - DERIVED - {"deleted_at"} <= vocabulary.fields().keys()


def test_numbers_are_masked_and_health_is_not_told():
    told = vocabulary.masks()
    assert {told[name] for name in ("phone", "other_phone", "worker_phone")} == {Mask.PHONE}
    assert told["hukou_number"] is Mask.NUMBER
    hidden = {name for name, mask in told.items() if mask is Mask.HIDDEN}
    assert hidden >= {"health", "tags", "note", "politics", "verified_note"}


def test_each_entry_holds_the_logical_clock_of_its_transaction(world):
    world.person()
    with world.station.store.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        clocks = run("SELECT json_extract(facts, '$.hlc') FROM audit_entry ORDER BY seq").scalars()
        found = list(clocks)
    assert all(found)
    assert found == sorted(found)
