from __future__ import annotations

import pytest

from station_app.domain.errors import RefusedError
from station_app.domain.residents.files import MOST_BYTES
from tests.factories import a_resident

PDF = b"%PDF-1.7 invented"


def attachments(station, person):
    return [file.name for file in station.lists.file(person.id).attachments]


def test_a_file_is_kept_and_given_back(station):
    person = a_resident(station)
    key = station.attachments.attach(person.id, "租赁合同.pdf", PDF).value
    assert attachments(station, person) == ["租赁合同.pdf"]
    assert station.attachments.content(person.id, key) == PDF


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("程序.exe", b"MZ", "attachment.kind"),
        ("假.pdf", b"MZ", "attachment.kind"),
        ("大.pdf", PDF + bytes(MOST_BYTES), "attachment.too-large"),
    ],
)
def test_what_is_no_scan_is_refused(station, name, content, reason):
    person = a_resident(station)
    with pytest.raises(RefusedError) as refused:
        station.attachments.attach(person.id, name, content)
    assert refused.value.reason == reason


def test_a_file_goes_to_the_bin_and_comes_back(station):
    person = a_resident(station)
    done = station.attachments.attach(person.id, "a.pdf", PDF)
    undone = done.revert()
    assert attachments(station, person) == []
    undone.revert()
    assert attachments(station, person) == ["a.pdf"]


def test_a_copy_that_cannot_be_written_is_told_as_such(station, tmp_path):
    person = a_resident(station)
    key = station.attachments.attach(person.id, "a.pdf", PDF).value
    station.attachments.save_copy(person.id, key, tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes() == PDF
    with pytest.raises(RefusedError) as refused:
        station.attachments.save_copy(person.id, key, tmp_path / "nowhere" / "b.pdf")
    assert refused.value.reason == "file-not-written"
