"""Files of cases (办件附件): taken in, looked at, given out, put into the bin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.case_files import (
    SHUT,
    CaseFile,
    CaseFileId,
    FileWhy,
    room_for,
    tidied_name,
)
from station_app.domain.counter.cases import MOST_REASON
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.exports import CopyKind
from station_app.domain.keys import new_key
from station_app.services.counter.scans import read_scan, refuse, small_picture
from station_app.services.delivering import deliver
from station_app.services.exports.copies import enter_copy
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from station_app.domain.counter.case_files import FileRules
    from station_app.domain.counter.cases import Case, CaseId
    from station_app.services.counter.scans import Scan
    from station_app.services.progress import Progress
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.CASES, Topic.AUDIT})
LOOKED = frozenset({Topic.AUDIT})
ACT = "case:file"
SMALL = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileList:
    """The files of a case; ``why`` tells what keeps further ones from it, empty if nothing."""

    files: tuple[CaseFile, ...]
    rules: FileRules
    why: str = ""


class CaseFileService:
    """The use cases of files of cases."""

    def __init__(self, store: Store, reference: Callable[[], Reference]) -> None:
        self._store, self._reference = store, reference

    @needs(Permission.CASE_READ)
    def of(self, case: CaseId) -> CaseFileList:
        """Return the files of a case, the earliest first."""
        rules = self._reference().file_rules
        with self._store.reading() as tx:
            state = tx.cases.case(case).state
            files = tx.case_files.of(case)
        why = FileWhy.ARCHIVED if state in SHUT else room_for(1, files, rules)
        return CaseFileList(files=files, rules=rules, why=why or "")

    @needs(Permission.FILE_WRITE)
    def add(
        self,
        case: CaseId,
        name: str,
        content: bytes,
        *,
        material: str = "",
        progress: Progress | None = None,
    ) -> Done[CaseFileId]:
        """Keep a photograph or PDF with a case, perhaps as one of its materials.

        Raises :class:`RefusedError` with a code of :class:`FileWhy`. What lay in the bin
        of the case already is taken out again.
        """
        rules = self._reference().file_rules
        source = hashlib.sha256(content).hexdigest()
        with self._store.reading() as tx:
            self._open_case(tx, case, name)
            twin = tx.case_files.twin(case, source)
        if twin is not None:
            file, is_binned = twin
            if not is_binned:
                raise RefusedError(FileWhy.THERE_ALREADY, name=name, other=file.name)
            done = self._set_binned(file.id, binned=False, material=material)
            return Done(file.id, TOUCHED, done.revert)
        scan = read_scan(name, content, rules, progress)
        with self._store.transaction() as tx:
            self._open_case(tx, case, name)
            if why := room_for(len(scan.content), tx.case_files.of(case), rules):
                refuse(why, name, rules)
            file = _file(case, name, material, scan)
            tx.case_files.add(file, scan.content)
            self._note(tx, "added", file)
        return Done(file.id, TOUCHED, lambda: self.put_into_bin(file.id))

    @needs(Permission.FILE_READ)
    def content(self, key: CaseFileId) -> Done[bytes]:
        """Return the bytes of a file, and note in the audit that it was looked at.

        Raises :class:`RefusedError` ``case-file.elsewhere`` for what has not arrived yet, and
        ``case-file.altered`` for what is not what was kept.
        """
        with self._store.transaction() as tx:
            content = self._content(tx, key)
            self._note(tx, "shown", tx.case_files.file(key))
        return Done(content, LOOKED)

    @needs(Permission.FILE_READ)
    def small(self, key: CaseFileId, progress: Progress | None = None) -> bytes:
        """Return a picture of a file for the list, of :data:`SMALL` pixels: a PNG, or nothing.

        Nothing on it can be read, so that it is no look and is not noted. It is made anew
        each time and kept nowhere.
        """
        with self._store.reading() as tx:
            file = tx.case_files.file(key)
            tx.cases.case(file.case_id)  # as for the whole of it
            content = tx.case_files.content(key)
        if content is None or hashlib.sha256(content).hexdigest() != file.sha256:
            return b""
        return small_picture(content, self._reference().file_rules, edge=SMALL, progress=progress)

    @needs(Permission.FILE_GIVE_OUT)
    def give_out(self, key: CaseFileId, path: Path, reason: str) -> Done[None]:
        """Write a copy of a file to *path*; it is entered in the register of exports before.

        Raises :class:`RefusedError` ``file-not-written``.
        """
        told = reason.strip()
        if not told or len(told) > MOST_REASON:
            code = "too-long" if told else "missing"
            raise ValidationFailedError((Problem("reason", code, {"most": MOST_REASON}),))
        with self._store.transaction() as tx:
            content = self._content(tx, key)
            file = tx.case_files.file(key)
            case = tx.cases.case(file.case_id)
            number = enter_copy(
                tx,
                CopyKind.CASE_FILE,
                of=case.number or case.item,
                file_name=path.name,
                sha256=file.sha256,
                reason=told,
            )
            self._note(tx, "given-out", file, export=number, reason=told)
        deliver(path, content)
        return Done(None, LOOKED)

    @needs(Permission.FILE_WRITE)
    def assign(self, key: CaseFileId, material: str) -> Done[None]:
        """Let a file be that of *material*; empty: of the case as a whole."""
        with self._store.transaction() as tx:
            former = tx.case_files.file(key)
            self._open_case(tx, former.case_id, former.name)
            self._let_show(tx, former, material)
        return Done(None, TOUCHED, lambda: self.assign(key, former.material))

    @needs(Permission.FILE_WRITE)
    def put_into_bin(self, key: CaseFileId) -> Done[None]:
        """Put a file into the bin."""
        return self._set_binned(key, binned=True)

    def _set_binned(self, key: CaseFileId, *, binned: bool, material: str = "") -> Done[None]:
        with self._store.transaction() as tx:
            file = tx.case_files.file(key)
            self._open_case(tx, file.case_id, file.name)
            tx.case_files.set_binned(key, binned=binned)
            self._note(tx, "binned" if binned else "restored", file)
            if material and material != file.material:
                self._let_show(tx, file, material)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))

    def _let_show(self, tx: Transaction, file: CaseFile, material: str) -> None:
        tx.case_files.assign(file.id, material)
        self._note(tx, "assigned", file, material=material)

    def _open_case(self, tx: Transaction, key: CaseId, name: str) -> Case:
        """Return the case of files that are to change; raises for one in the archive."""
        case = tx.cases.case(key)
        if case.state in SHUT:
            refuse(FileWhy.ARCHIVED, name, self._reference().file_rules)
        return case

    def _content(self, tx: Transaction, key: CaseFileId) -> bytes:
        file = tx.case_files.file(key)
        tx.cases.case(file.case_id)  # whoever may not see the case sees no file of it
        content = tx.case_files.content(key)
        rules = self._reference().file_rules
        if content is None:
            refuse(FileWhy.ELSEWHERE, file.name, rules)
        if hashlib.sha256(content).hexdigest() != file.sha256:
            refuse(FileWhy.ALTERED, file.name, rules)
        return content

    def _note(self, tx: Transaction, act: str, file: CaseFile, **told: str) -> None:
        """Note what was done; by its key: what a file is called may say who somebody is."""
        case = tx.everything.cases.case(file.case_id)
        tx.audit.add(f"{ACT}:{act}", file.case_id, number=case.number, file=file.id, **told)


def _file(case: CaseId, name: str, material: str, scan: Scan) -> CaseFile:
    return CaseFile(
        id=CaseFileId(new_key()),
        case_id=case,
        material=material,
        name=tidied_name(name, scan.kind),
        kind=scan.kind,
        size=len(scan.content),
        sha256=scan.sha256,
        source=scan.source,
        width=scan.width,
        height=scan.height,
        pages=scan.pages,
    )
