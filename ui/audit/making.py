"""What is made of the audit: verified, a day sheet, a list for an inspector, an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.services.delivering import deliver
from ui.kit.dialogs import choose_save_file, confirm
from ui.kit.jobs import Lane
from ui.kit.printing import choose_printer, paint_pdf
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.audit.archives import Archive
    from station_app.domain.audit.chain import Verdict
    from station_app.domain.audit.entries import AuditFilter
    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.room import RoomContext

SHEET = "day-sheet"
KINDS = {".xlsx": "Excel (*.xlsx)", ".pdf": "PDF (*.pdf)"}


class AuditMaking(QObject):
    """Carries it out and says what came of it."""

    verified = Signal()

    def __init__(self, station: Station, context: RoomContext, window: QWidget) -> None:
        super().__init__(window)
        self._station, self._context, self._window = station, context, window

    def verify(self) -> None:
        """Verify the whole audit now."""
        self._context.operations.perform(
            self._station.audit.verify_now, owner=self, done=self._tell_verdict, failed=self._fail
        )

    def settle(self, reason: str) -> None:
        """Note what the alarms came from."""
        self._context.operations.perform(
            lambda _: self._station.audit.settle_alarms(reason), owner=self
        )

    def sheet(self, day: date, *, is_printed: bool) -> None:
        """Draw the sheet of *day*, then print or save it."""
        self._context.operations.perform(
            lambda _: self._station.audit_papers.day_sheet(day),
            owner=self,
            done=lambda paper: self._let_out(paper, day, is_printed=is_printed),
        )

    def export(self, wanted: AuditFilter, words: str, ending: str, reason: str) -> None:
        """Write what is listed to a file that is asked for."""
        name = self.tr("Audit")
        path = choose_save_file(
            self._window,
            title=self.tr("For an inspector"),
            kinds=KINDS[ending],
            suggested=name + ending,
        )
        if path is None:
            return
        path = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        told = {"words": words} if words else {}
        papers = self._station.audit_papers
        self._context.operations.perform(
            lambda progress: papers.export(path, wanted, progress, reason=reason, **told),
            owner=self,
            done=lambda count: self._say_exported(path, count),
        )

    def archive(self) -> None:
        """Ask once, then put the old entries into an archive."""
        text = self.tr(
            "They leave the store and lie in a file beside the backups, encrypted. They are still"
            " verified with the rest, but not listed here any more."
        )
        title = self.tr("Archive entries older than three years?")
        if confirm(self._window, title=title, text=text, action=self.tr("Archive")):
            self._context.operations.perform(
                self._station.audit_archives.archive, owner=self, done=self._say_archived
            )

    def _tell_verdict(self, verdict: Verdict) -> None:
        self.verified.emit()
        if verdict.is_whole:
            words = self.tr("The audit is whole: {count} entries are as they were written.")
            self._context.notices.say(words.format(count=f"{verdict.count:,}"), Tone.OK)
        elif verdict.fault is not None:
            words = self.tr("The audit is not as it was written, from entry {number} on.")
            self._context.notices.say(
                words.format(number=f"{verdict.fault.number:,}"), Tone.DANGER
            )

    def _fail(self, error: Exception) -> None:
        self.verified.emit()
        self._context.failed(error)

    def _let_out(self, paper: Paper, day: date, *, is_printed: bool) -> None:
        title = self.tr("Day sheet {day}").format(day=day.isoformat())
        if is_printed:
            printer = choose_printer(self._window, paper.pdf, kind=SHEET, title=title)
            if printer is not None:
                self._context.jobs.start(
                    lambda progress: paint_pdf(printer, paper.pdf, progress),
                    owner=self,
                    done=lambda _: self._say(self.tr("Sent to the printer: {title}"), title),
                    lane=Lane.OUTSIDE,
                )
            return
        path = choose_save_file(
            self._window, title=title, kinds=KINDS[".pdf"], suggested=f"{title}.pdf"
        )
        if path is not None:
            self._context.jobs.start(
                lambda _: deliver(path, paper.pdf),
                owner=self,
                done=lambda _: self._say(self.tr("Saved: {title}"), path.name),
                failed=self._context.failed,
                lane=Lane.OUTSIDE,
            )

    def _say_exported(self, path: Path, count: int) -> None:
        words = self.tr("{count} entries are in {name}")
        self._context.notices.say(words.format(count=f"{count:,}", name=path.name))

    def _say_archived(self, archive: Archive) -> None:
        words = self.tr("The entries up to {number} are archived")
        self._context.notices.say(words.format(number=f"{archive.end.number:,}"))

    def _say(self, sentence: str, title: str) -> None:
        self._context.notices.say(sentence.format(title=title))
