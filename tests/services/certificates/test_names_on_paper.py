"""Two hundred names of all kinds: on paper without change, or refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from station_app.domain.names import clean_name
from station_app.services.certificates.fonts import GlyphMissingError

CORPUS = json.loads((Path(__file__).parents[2] / "names_corpus.json").read_text(encoding="utf-8"))
KEPT = [entry for entry in CORPUS if entry["kept"] is not None]
PRINTED = [entry for entry in KEPT if not entry["lacking"]]


def written(entry):
    return f"{entry['kind']}: {entry['typed'].encode('unicode_escape').decode()}"[:60]


def test_the_corpus_is_what_it_claims_to_be():
    kinds = {entry["kind"] for entry in CORPUS}

    assert len(CORPUS) == len({entry["typed"] for entry in CORPUS}) == 200
    assert len(kinds) == 11
    assert sum(any(ord(letter) > 0xFFFF for letter in entry["kept"]) for entry in PRINTED) >= 50
    assert any(len(entry["kept"]) == 60 for entry in PRINTED)


@pytest.mark.parametrize("entry", CORPUS, ids=written)
def test_a_name_is_cleaned_as_told_or_refused_with_a_reason(entry):
    reading = clean_name(entry["typed"])

    if entry["kept"] is None:
        assert not reading.is_acceptable
        assert [finding.code for finding in reading.problems]
    else:
        assert reading.name == entry["kept"]
        assert reading.is_acceptable


@pytest.mark.parametrize("entry", PRINTED, ids=written)
def test_a_name_stands_on_paper_without_change(entry, desk, a_certificate, read):
    text = read(desk.draw_residence(a_certificate(name=entry["kept"])).pdf)

    if len(entry["kept"]) < 14:
        assert f"兹证明{entry['kept']}，" in text
    assert f"兹证明{entry['kept']}，".replace(" ", "") in "".join(text.split())


@pytest.mark.parametrize("entry", [e for e in KEPT if e["lacking"]], ids=written)
def test_a_name_that_cannot_be_printed_stops_the_paper(entry, desk, a_certificate):
    with pytest.raises(GlyphMissingError) as caught:
        desk.draw_residence(a_certificate(name=entry["kept"]))

    assert "".join(caught.value.characters) == entry["lacking"]
