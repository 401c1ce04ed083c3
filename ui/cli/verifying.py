"""``station verify`` and ``verify-page``: whether a paper is ours, and a page that tells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.paper_code.digits import FEWEST_DIGITS, PREFIX, clean_digits
from station_app.domain.paper_code.judging import Verdict
from station_app.services.delivering import deliver
from ui.certificates.verdict_words import VerdictWords
from ui.cli.answer import DONE, Answer
from ui.cli.opening import opened
from ui.cli.speaking import REFUSED
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.domain.paper_code.judging import Judgement
    from ui.cli.speaking import Speaker


def verify(asked: Namespace, _speaker: Speaker) -> Answer:
    """Tell the verdict on a file or on digits; all but *valid* end with exit code 3."""
    with opened(asked) as station:
        if _is_digits(asked.what):
            found = station.verifying.judge(asked.what)
        else:
            found = station.verifying.judge_file(Path(asked.what))
    told = VerdictWords()
    word, meaning = told.word(found.verdict), told.meaning(found.verdict)
    lines = [words("verdict", word=word, meaning=meaning)]
    lines += [
        words("verdict-field", title=title, value=value) for title, value in told.fields(found)
    ]
    code = DONE if found.verdict is Verdict.VALID else REFUSED
    return Answer(values=_values(found), lines=lines, code=code)


def write_page(asked: Namespace, _speaker: Speaker) -> Answer:
    """Write the page that verifies in any browser, with keys and void certificates of today."""
    if not asked.out.parent.is_dir():
        raise RefusedError("file-not-written", name=asked.out.name)
    with opened(asked) as station:
        page = station.verifying.page().value
        deliver(asked.out, page.html)
    values = {"keys": page.keys, "revoked": page.revoked}
    return Answer(
        values={**values, "sequence": page.sequence, "root": page.root, "bytes": len(page.html)},
        lines=[words("verify-page", file=asked.out, **values)],
    )


def _is_digits(what: str) -> bool:
    digits = clean_digits(what)
    # a name of so many digits no file has, and asking for it would be an error
    is_name = len(digits) < FEWEST_DIGITS and Path(what).exists()
    return digits.isdecimal() and digits.startswith(PREFIX) and not is_name


def _values(found: Judgement) -> dict[str, object]:
    values: dict[str, object] = {"verdict": str(found.verdict)}
    if found.claims is None or found.form is None or found.key is None:
        return values
    claims = found.claims
    return {
        **values,
        "title": found.form.title,
        "number": claims.number,
        "name": claims.name,
        "document": claims.document,
        "issued_on": claims.issued_on.isoformat(),
        "valid_to": claims.valid_to.isoformat(),
        "facts": dict(zip(found.form.labels, claims.facts, strict=True)),
        "issuer": found.key.issuer,
        "key": found.key.id,
        "revoked_on": found.revoked.on.isoformat() if found.revoked else None,
    }
