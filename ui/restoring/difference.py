"""The step that shows what restoring would change, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.moments import moment_words
from ui.kit.surfaces import Banner, Card
from ui.kit.tokens import Space, Tone
from ui.kit.wizard import WizardStep
from ui.kit.words import ElidedLabel, Role, label
from ui.restoring.words import KINDS, ONE, noted_moment, signer, translated

if TYPE_CHECKING:
    from station_app.domain.backups import Backup
    from station_app.services.restoring import Difference, Outline

RIGHT = Qt.AlignmentFlag.AlignRight


class DifferenceStep(WizardStep):
    """Counts beside one another, what would be lost by name; leaving it restores."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(self.tr("What changes"))
        self.said = Banner("", Tone.WARN)
        self.harmless = Banner("", Tone.OK)
        self.counts = Card()
        self.lost = Card()
        self.lost.title.setText(self.tr("The newest that would be lost"))
        self.lost.title.show()
        for part in (self.said, self.harmless, self.counts, self.lost):
            self.body.addWidget(part)
        self._inner: list[QWidget] = []

    def show_difference(self, backup: Backup, difference: Difference) -> None:
        """Show in what *backup* differs from what stands there."""
        words = self.tr(
            "The station is to stand as it did on {moment}. What stands there now is kept as a"
            " backup of its own."
        )
        if difference.present is None:  # what cannot be read is no backup
            words = self.tr("The station is to stand as it did on {moment}.")
        self.set_heading(self.tr("What changes"), words.format(moment=moment_words(backup.moment)))
        for widget in self._inner:
            widget.hide()
            widget.deleteLater()
        self._inner = []
        self._say(difference)
        self._show_counts(difference)
        self._show_lost(difference)

    def proceed(self) -> bool:
        """Let the page restore."""
        self.left.emit()
        return False

    def next_text(self) -> str:
        """Return what Next does here."""
        return self.tr("Restore")

    def _say(self, difference: Difference) -> None:
        lost, harm, good = difference.lost, "", ""
        if difference.present is None:
            harm = self.tr(
                "What stands there now cannot be read. What was entered after this backup cannot"
                " be listed and may have to be entered again. The unreadable file is kept."
            )
        elif lost.count:
            words = self.tr("{added} records entered since and {changed} changes would be lost.")
            added, changed = sum(lost.added.values()), sum(lost.changed.values())
            harm = words.format(added=f"{added:,}", changed=f"{changed:,}")
        else:
            good = self.tr("Nothing that was entered since would be lost.")
        if difference.back:
            words = self.tr("{people} residents deleted since come back.")
            told = words.format(people=f"{difference.back:,}")
            harm, good = (f"{harm} {told}", good) if harm else (harm, f"{good} {told}")
        self.said.say(harm)
        self.harmless.say(good)

    def _show_counts(self, difference: Difference) -> None:
        frame = QWidget(self.counts)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("In the backup"), self.tr("Now"))
        for column, words in enumerate(heads, start=1):
            grid.addWidget(label(words, Role.CAPTION, parent=frame), 0, column, RIGHT)
        outlines = (difference.backup, difference.present)
        for row, (kind, name) in enumerate(KINDS.items(), start=1):
            grid.addWidget(label(translated(name), parent=frame), row, 0)
            for column, outline in enumerate(outlines, start=1):
                text = self._count(outline, kind)
                grid.addWidget(label(text, Role.STRONG, parent=frame), row, column, RIGHT)
        row = len(KINDS) + 1
        grid.addWidget(label(self.tr("Last work"), parent=frame), row, 0)
        for column, outline in enumerate(outlines, start=1):
            grid.addWidget(label(self._last(outline), parent=frame), row, column, RIGHT)
        self.counts.body.addWidget(frame)
        self._inner.append(frame)

    def _count(self, outline: Outline | None, kind: str) -> str:
        return "—" if outline is None else f"{getattr(outline.figures, kind):,}"

    def _last(self, outline: Outline | None) -> str:
        if outline is None or outline.last is None:
            return "—"
        words = self.tr("{moment}, {by}")
        return words.format(moment=noted_moment(outline.last.at), by=signer(outline.last.by))

    def _show_lost(self, difference: Difference) -> None:
        is_unnamed = difference.is_unnamed and bool(difference.lost.count)
        self.lost.setVisible(bool(difference.lost.newest) or is_unnamed)
        frame = QWidget(self.lost)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        for row, entry in enumerate(difference.lost.newest):
            kind = translated(ONE[entry.kind])
            words = (
                self.tr("{kind} {name}, new")
                if entry.is_new
                else self.tr("{kind} {name}, changed")
            )
            named = words.format(kind=kind, name=entry.name)
            grid.addWidget(ElidedLabel(named, parent=frame), row, 0)
            by = self.tr("{moment}, {by}").format(
                moment=noted_moment(entry.at), by=signer(entry.by)
            )
            grid.addWidget(label(by, Role.MUTED, parent=frame), row, 1, RIGHT)
        if is_unnamed:
            words = self.tr("Names are shown to whoever may see all residents.")
            grid.addWidget(label(words, Role.MUTED, wrap=True, parent=frame), 0, 0)
        more = 0 if is_unnamed else difference.lost.count - len(difference.lost.newest)
        if more > 0:
            words = self.tr("and {count} more").format(count=f"{more:,}")
            grid.addWidget(label(words, Role.MUTED, parent=frame), len(difference.lost.newest), 0)
        self.lost.body.addWidget(frame)
        self._inner.append(frame)
