"""One HTML file that verifies papers in any browser, without a network and the program.

All it needs stands in it: the scripts of ``resources/verify``, those of others in the
versions and with the digests of ``vendor.json``, and the signed list. It may load nothing
else; its policy names each script by its digest.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.store.data_files import ReferenceInvalidError, read_data_file

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.domain.paper_code.vouchers import Voucher
    from station_app.store.paper_code.kinds import CodeKinds

OWN = ("code.js", "screen.js")
VENDOR = "vendor.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedList:
    """Keys and revocations as bytes, signed by the root, and who stands for the root."""

    data: bytes
    signature: bytes
    root: bytes
    voucher: Voucher | None = None


def page_of(folder: Path, signed: SignedList, kinds: CodeKinds) -> bytes:
    """Return the page, made of what lies in *folder*."""
    scripts = [_script(text) for text in _scripts(folder)]
    policy = " ".join(f"'sha256-{_digest(text)}'" for text in scripts)
    page = (folder / "page.html").read_text(encoding="utf-8")
    for place, text in (
        ("{{policy}}", policy),
        ("{{style}}", (folder / "page.css").read_text(encoding="utf-8")),
        ("{{licences}}", _licences(folder)),
        ("{{data}}", _data(signed, kinds)),
        ("{{scripts}}", "\n".join(f"<script>{text}</script>" for text in scripts)),
    ):
        page = page.replace(place, text)
    return page.encode()


def data_of(signed: SignedList, kinds: CodeKinds) -> dict[str, object]:
    """Return what the scripts of the page judge by."""
    return {
        "list": signed.data.hex(),
        "signature": signed.signature.hex(),
        "root": signed.root.hex(),
        "voucher": signed.voucher and _told(signed.voucher),
        "dictionaries": {
            str(version): words.hex() for version, words in kinds.dictionaries.items()
        },
        "forms": {
            str(number): {"title": form.title, "labels": form.labels}
            for number, form in kinds.forms.items()
        },
    }


def _told(voucher: Voucher) -> dict[str, str]:
    return {
        "data": voucher.to_sign().hex(),
        "street": voucher.street.hex(),
        "signature": voucher.signature.hex(),
    }


def vendored(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """Return name and content of each script of others.

    Raises :class:`ReferenceInvalidError` for one that is not as it was taken over.
    """
    found = []
    for place in read_data_file(folder / VENDOR, frozenset({"scripts"})).children("scripts"):
        name = place.text("file")
        content = (folder / "vendor" / name).read_bytes()
        if hashlib.sha256(content).hexdigest() != place.text("sha256"):
            raise place.wrong("field sha256")
        found.append((name, content))
    return tuple(found)


def _scripts(folder: Path) -> list[str]:
    others = [content.decode("utf-8") for _, content in vendored(folder)]
    return [*others, *((folder / name).read_text(encoding="utf-8") for name in OWN)]


def _script(text: str) -> str:
    if "</script" in text.lower():
        raise ReferenceInvalidError(file="verify", place="script", reason="ends itself")
    return "\n" + text + "\n"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _licences(folder: Path) -> str:
    texts = sorted((folder / "vendor").glob("LICENSE-*.txt"))
    told = "\n\n".join(f"{path.stem[8:]}\n\n{path.read_text(encoding='utf-8')}" for path in texts)
    return told.replace("&", "&amp;").replace("<", "&lt;")


def _data(signed: SignedList, kinds: CodeKinds) -> str:
    return json.dumps(data_of(signed, kinds), ensure_ascii=False).replace("<", "\\u003c")
