"""What the acts and the fields of a history are called."""

from __future__ import annotations

from PySide6.QtCore import QObject

UNDONE = "-undone"


class ChangeNames(QObject):
    """Names acts and fields; one that has no name yet is shown as it is kept."""

    def field(self, field: str) -> str:
        """Return what a field is called."""
        return self._field_names().get(field, field)

    def act(self, act: str) -> str:
        """Return what an act is called, taken back or not."""
        plain = act.removesuffix(UNDONE)
        words = self._acts().get(plain, plain)
        return self.tr("Undone: {what}").format(what=words) if act.endswith(UNDONE) else words

    def _acts(self) -> dict[str, str]:
        return {
            "registered": self.tr("Registered"),
            "imported": self.tr("Brought in from a file"),
            "corrected": self.tr("Corrected"),
            "documents": self.tr("Documents"),
            "tags": self.tr("Tags"),
            "hukou": self.tr("Registration"),
            "living": self.tr("Address"),
            "verified": self.tr("Verified"),
            "died": self.tr("Death noted"),
            "household": self.tr("Household"),
            "moved": self.tr("Moved"),
            "moved-out": self.tr("Moved out"),
            "binned": self.tr("Put into the bin"),
            "restored": self.tr("Put back"),
            "deleted": self.tr("Deleted"),
            "resolved": self.tr("Conflict decided"),
            **self._acts_of_rights(),
            "attached": self.tr("File added"),
            "attachment-binned": self.tr("File put into the bin"),
            "attachment-restored": self.tr("File put back"),
        }

    def _acts_of_rights(self) -> dict[str, str]:
        return {
            "notice-given": self.tr("Notice given"),
            "consented": self.tr("Consent taken"),
            "consent-withdrawn": self.tr("Consent withdrawn"),
            "guardian-named": self.tr("Guardian named"),
            "guardian-corrected": self.tr("Guardian corrected"),
            "guardian-binned": self.tr("Guardian put into the bin"),
            "guardian-restored": self.tr("Guardian put back"),
            "erased": self.tr("Erased on withdrawal or request"),
            "withheld": self.tr("Not used any more"),
            "withheld-lifted": self.tr("Used again"),
        }

    def _field_names(self) -> dict[str, str]:
        return {**self._names_of_particulars(), **self._names_of_addresses()}

    def _names_of_particulars(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "former_name": self.tr("Former name"),
            "pinyin": self.tr("Pinyin"),
            "sex": self.tr("Sex"),
            "born": self.tr("Born"),
            "ethnicity": self.tr("Ethnicity"),
            "education": self.tr("Education"),
            "politics": self.tr("Political status"),
            "marital": self.tr("Marital status"),
            "occupation": self.tr("Occupation"),
            "health": self.tr("Health"),
            "employer": self.tr("Work or school"),
            "phone": self.tr("Phone"),
            "other_phone": self.tr("Other phones"),
            "note": self.tr("Remarks"),
            "documents": self.tr("Documents"),
            "tags": self.tr("Tags"),
            "died_on": self.tr("Died on"),
        }

    def _names_of_addresses(self) -> dict[str, str]:
        return {
            "household_id": self.tr("Household"),
            "relation": self.tr("Relation"),
            "dwelling_id": self.tr("Lives at"),
            "lives_here": self.tr("Lives here"),
            "living_since": self.tr("Lives there since"),
            "living_basis": self.tr("Basis"),
            "living_proof": self.tr("Proof"),
            "left_on": self.tr("Left on"),
            "left_to": self.tr("Moved to"),
            "hukou_address": self.tr("Registered at"),
            "hukou_local": self.tr("Registered in this community"),
            "hukou_kind": self.tr("Kind of registration"),
            "hukou_number": self.tr("Booklet"),
            "hukou_since": self.tr("Registered since"),
            "verified_on": self.tr("Verified on"),
            "verified_how": self.tr("How"),
            "verified_by": self.tr("By"),
            "verified_note": self.tr("Remarks on the verification"),
        }
