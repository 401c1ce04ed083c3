"""What each verdict on a code is called, what it means, and the colour beside the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.certificate_numbers import check_of
from station_app.domain.paper_code.judging import Verdict
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.domain.paper_code.judging import Judgement

TONES = {
    Verdict.VALID: Tone.OK,
    Verdict.REVOKED: Tone.DANGER,
    Verdict.WITHDRAWN: Tone.DANGER,
    Verdict.NOT_ITS_TIME: Tone.DANGER,
    Verdict.ALTERED: Tone.DANGER,
}


class VerdictWords(QObject):
    """Sentences for verdicts: the word, what it means, what was signed."""

    def word(self, verdict: Verdict) -> str:
        """Return *verdict* in a few words."""
        return {
            Verdict.VALID: self.tr("Genuine and in force"),
            Verdict.EXPIRED: self.tr("Genuine, but expired"),
            Verdict.NOT_YET: self.tr("Dated in the future"),
            Verdict.REVOKED: self.tr("Void"),
            Verdict.WITHDRAWN: self.tr("Signed with a withdrawn key"),
            Verdict.NOT_ITS_TIME: self.tr("Signed outside the time of its key"),
            Verdict.ALTERED: self.tr("Altered or forged"),
            Verdict.UNKNOWN_KEY: self.tr("Signed by an unknown key"),
            Verdict.NEWER: self.tr("Made by a newer program"),
            Verdict.MISREAD: self.tr("Not read correctly"),
            Verdict.NOT_A_CODE: self.tr("Not the code of a certificate"),
        }[verdict]

    def meaning(self, verdict: Verdict) -> str:
        """Return what follows from *verdict*."""
        return {
            Verdict.VALID: self.tr(
                "The signature holds, the certificate is in force and was not made void."
            ),
            Verdict.EXPIRED: self.tr(
                "The signature holds, but the certificate may not be used any more."
            ),
            Verdict.NOT_YET: self.tr(
                "The signature holds, but the day of issue is still to come. Check the date of"
                " this computer."
            ),
            Verdict.REVOKED: self.tr(
                "The signature holds, but the certificate was made void or replaced by another."
            ),
            Verdict.WITHDRAWN: self.tr(
                "The key was withdrawn, as when a computer is lost, and this certificate is not"
                " in the register. Do not rely on it; ask whoever issued it."
            ),
            Verdict.NOT_ITS_TIME: self.tr(
                "The day of issue lies outside the time in which the key was used. Do not rely"
                " on it; ask whoever issued it."
            ),
            Verdict.ALTERED: self.tr(
                "The digits are complete, but the signature does not hold: this is not what was"
                " issued. Do not rely on it."
            ),
            Verdict.UNKNOWN_KEY: self.tr(
                "Another station or a device that was not exchanged with for long may have"
                " issued it, or nobody. Exchange files, or ask whoever issued it."
            ),
            Verdict.NEWER: self.tr("Bring the program up to date, then try again."),
            Verdict.MISREAD: self.tr(
                "A digit is wrong or missing. This says nothing against the certificate: scan"
                " it again."
            ),
            Verdict.NOT_A_CODE: self.tr(
                "Scan the code at the top right of a certificate, or type all of its digits,"
                " which begin with 86."
            ),
        }[verdict]

    def tone(self, verdict: Verdict) -> Tone:
        """Return the colour that goes with the word."""
        return TONES.get(verdict, Tone.WARN)

    def fields(self, found: Judgement) -> tuple[tuple[str, str], ...]:
        """Return what was signed, field by field; nothing without a signature that holds."""
        if found.claims is None or found.form is None or found.key is None:
            return ()
        claims = found.claims
        facts = zip(found.form.labels, claims.facts, strict=True)
        checked = [(self.tr("Check digit"), digit)] if (digit := check_of(claims.number)) else []
        void = [(self.tr("Void since"), found.revoked.on.isoformat())] if found.revoked else []
        return (
            (self.tr("Certificate"), found.form.title),
            (self.tr("Number"), claims.number),
            *checked,
            (self.tr("Name"), claims.name),
            (self.tr("Document"), claims.document),
            *facts,
            (self.tr("Issued on"), claims.issued_on.isoformat()),
            (self.tr("In force until"), claims.valid_to.isoformat()),
            (self.tr("Issued by"), found.key.issuer),
            *void,
        )
