from __future__ import annotations

import pytest

from station_app.domain.errors import RefusedError
from station_app.services.delivering import deliver, folder_for


def test_content_stands_in_the_file(tmp_path):
    deliver(tmp_path / "证明.pdf", b"%PDF-")
    assert (tmp_path / "证明.pdf").read_bytes() == b"%PDF-"


def test_place_that_is_not_there_is_refused_by_name(tmp_path):
    with pytest.raises(RefusedError) as refused:
        deliver(tmp_path / "nowhere" / "证明.pdf", b"%PDF-")
    assert (refused.value.reason, refused.value.facts["name"]) == ("file-not-written", "证明.pdf")


def test_folder_is_made_with_those_above_it(tmp_path):
    folder_for(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_file_in_the_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(RefusedError):
        folder_for(tmp_path / "a" / "b")
