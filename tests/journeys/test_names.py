"""Two hundred names of all kinds, from the form to the printed page and the spreadsheet."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from station_app.domain.errors import ValidationFailedError
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.people import Living, ResidentDraft
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.papers import ResidenceCertificate
from station_app.services.progress import Silence
from station_app.services.residents.people import Registration
from tests.factories import an_ask

CORPUS = json.loads((Path(__file__).parents[1] / "names_corpus.json").read_text("utf-8"))
KEPT = [entry for entry in CORPUS if entry["kept"] is not None]
REFUSED = [entry for entry in CORPUS if entry["kept"] is None]


def registered(station, name):
    draft = Registration(particulars=ResidentDraft(name=name), living=Living())
    return station.residents.register(draft).value


def certificate(name):
    return ResidenceCertificate(
        number="石社证字〔2026〕第0001号",
        name=name,
        document_kind="居民身份证",
        document_number="110000199001010013",
        address="幸福里小区3幢2单元501室",
        verified_on=date(2026, 2, 20),
        verification="入户走访",
        purpose="办理入学手续",
        issued_on=date(2026, 3, 1),
        issuer="石头城社区居民委员会",
        handler="王芳",
        approver="李强",
    )


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


def test_the_corpus_is_of_two_hundred_names():
    assert len(CORPUS) >= 200
    assert REFUSED


def test_names_go_through_store_table_and_spreadsheet_unchanged(station, tmp_path):
    keys = [registered(station, entry["typed"]) for entry in KEPT]
    kept = [station.residents.resident(key).particulars.name for key in keys]
    assert kept == [entry["kept"] for entry in KEPT]
    lines = station.lists.lines(station.lists.keys(ResidentFilter()))
    assert sorted(line.name for line in lines.values()) == sorted(kept)
    path = tmp_path / "residents.xlsx"
    station.exports.residents(path, Silence(), ask=an_ask(reason="核对"), columns=("name",))
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        cells = [row[0] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert sorted(cells[-len(kept) :]) == sorted(kept)


@pytest.mark.parametrize("entry", REFUSED, ids=lambda entry: ascii(entry["typed"]))
def test_names_that_cannot_be_kept_are_refused_with_a_reason(station, entry):
    with pytest.raises(ValidationFailedError) as refused:
        registered(station, entry["typed"])
    assert refused.value.problems[0].field == "name"
    assert refused.value.problems[0].code.startswith("name_")


def test_names_are_on_paper_as_they_are_or_stop_it_by_name(station):
    for entry in KEPT:
        name = entry["kept"]
        if entry["lacking"]:
            with pytest.raises(GlyphMissingError) as missing:
                station.desk.draw_residence(certificate(name))
            assert set(missing.value.characters) == set(entry["lacking"])
        else:
            paper = station.desk.draw_residence(certificate(name))
            assert "".join(name.split()) in text_of(paper.pdf), name
