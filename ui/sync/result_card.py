"""What a round has done, counted in the store: files taken in, refused, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.sync.files import SyncFileRefusedError
from ui.kit.buttons import Button, Kind
from ui.kit.gate import Gate
from ui.kit.icons import Icon
from ui.kit.tokens import Space, Tone
from ui.sync.parts import Remark, clear

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.errors import StationError
    from station_app.services.sync.exchanging import TakenIn, Written
    from station_app.services.sync.rounds import Lying, Round


class ResultList(QWidget):
    """A line for each file; nothing is called done before its receipt is back."""

    undo_asked = Signal(str)  # the file's digest
    review_asked = Signal()

    def __init__(
        self,
        words: Callable[[StationError], str],
        gate: Gate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gate = gate or Gate(parent=self)
        self._words = words
        self.undo_buttons: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.hide()

    def show_round(self, done: Round) -> None:
        """Show what *done* has done."""
        self.forget()
        for taken in done.taken:
            self._add(self._refused(taken) if taken.refused else self._taken(taken))
        for written in done.written:
            self._add(self._written(written))
        for lying in done.lying:
            self._add(self._lying(lying))
        if done.failure is not None:
            self._add(Remark(Tone.DANGER, self._words(done.failure), more=self._kept(done)))
        elif done.is_stopped:
            self._add(Remark(Tone.WARN, self.tr("Stopped."), more=self._kept(done)))
        elif not (done.taken or done.written or done.lying):
            words = self.tr("Nothing new: no file here is for this computer, and all is sent.")
            self._add(Remark(Tone.OK, words))
        self.show()

    def forget(self) -> None:
        """Show nothing."""
        clear(self._column)
        self.undo_buttons.clear()
        self.hide()

    def taken_back(self, sha256: str) -> None:
        """Say that a file was taken back."""
        if sha256 in self.undo_buttons:
            self.undo_buttons[sha256].refuse(self.tr("This file was taken back."))

    def can_be_undone(self, sha256: str) -> None:
        """Offer again to take a file back."""
        if sha256 in self.undo_buttons:
            self.undo_buttons[sha256].refuse("")

    def texts(self) -> list[str]:
        """Return what stands in the list, line by line."""
        return [
            "\n".join(filter(None, (each.text.text(), each.more.text())))
            for each in self.findChildren(Remark)
        ]

    def _add(self, remark: Remark) -> None:
        self._column.addWidget(remark)

    def _taken(self, taken: TakenIn) -> Remark:
        words = self.tr(
            "From {sender}, file {number}: {added} added, {changed} changed,"
            " {conflicts} to review."
        )
        text = words.format(
            sender=taken.sender,
            number=taken.number,
            added=f"{taken.added:,}",
            changed=f"{taken.changed:,}",
            conflicts=f"{taken.conflicts:,}",
        )
        undo = None
        if taken.added or taken.changed or taken.removed:
            undo = Button(self.tr("Undo"), meaning=Icon.UNDO, kind=Kind.QUIET)
            undo.on_click(lambda: self._ask_undo(taken.sha256))
            self._gate.bind(Permission.EXCHANGE_UNDO, undo)
            self.undo_buttons[taken.sha256] = undo
        tone = Tone.WARN if taken.conflicts or not taken.is_whole else Tone.OK
        return Remark(tone, text, more=self._more(taken), button=undo)

    def _more(self, taken: TakenIn) -> str:
        said = []
        if taken.removed:
            words = self.tr("{count} records have left this copy.")
            said.append(words.format(count=f"{taken.removed:,}"))
        if taken.waiting:
            words = self.tr("{count} records wait for others, which come with a later file.")
            said.append(words.format(count=f"{taken.waiting:,}"))
        if not taken.is_whole:
            said.append(self.tr("An earlier file has not come; what it held is sent again."))
        if "clock_ahead_hours" in taken.facts:
            words = self.tr(
                "The clock of that computer is {hours} hours ahead: have it set right."
            )
            said.append(words.format(hours=taken.facts["clock_ahead_hours"]))
        return " ".join(said)

    def _refused(self, taken: TakenIn) -> Remark:
        assert taken.refused is not None  # noqa: S101 - asked before
        facts = {name: fact for name, fact in taken.facts.items() if name != "reason"}
        sentence = self._words(SyncFileRefusedError(taken.refused, **facts))
        words = self.tr("{file} was not taken in. Nothing was changed.")
        return Remark(Tone.DANGER, words.format(file=taken.file), more=sentence)

    def _written(self, written: Written) -> Remark:
        changes = written.counts.get("rows", 0) + written.counts.get("cells", 0)
        if changes:
            words = self.tr("For {receiver}: file {number} with {changes} changes is written.")
        else:
            words = self.tr("For {receiver}: file {number} is written, a receipt.")
        text = words.format(
            receiver=written.receiver, number=written.number, changes=f"{changes:,}"
        )
        more = self.tr("No receipt yet.") if changes else ""
        return Remark(Tone.INFO, text, more=more, meaning=Icon.EXPORT)

    def _lying(self, lying: Lying) -> Remark:
        words = self.tr("For {receiver}: file {number} lies here and says it all.")
        text = words.format(receiver=lying.receiver, number=lying.number)
        return Remark(Tone.INFO, text, more=self.tr("No receipt yet."), meaning=Icon.FILE)

    def _kept(self, done: Round) -> str:
        if done.taken or done.written:
            return self.tr(
                "What stands above is done and stays; the rest waits for the next time."
            )
        return self.tr("Nothing was changed; everything waits for the next time.")

    def _ask_undo(self, sha256: str) -> None:
        # pressed twice it would be refused; a refusal gives the button back
        self.undo_buttons[sha256].refuse(self.tr("This file is being taken back."))
        self.undo_asked.emit(sha256)
