"""A morning at the window: cases taken in, each told in ``confirmed`` once it is done.

Run by tests/powercut/recording.py as a program of its own. The control takes the same steps
one by one, so that the power may go between them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.cases import CaseDraft, Intake
from station_app.domain.counter.items import id_of_shipped
from tests.powercut.workload import Morning

DIBAO = id_of_shipped("minimum-living")
BROUGHT = (Tick(originals=9, copies=9),) * 7
APART = "--apart"
CASES = 30


class Window(Morning):
    """Takes cases in, in one go or step by step."""

    def pass_by(self):
        """Take in as many cases as there are, of two kinds, and close."""
        for number in range(CASES):
            draft = CaseDraft(item_id=DIBAO, applicant=f"王{number}")
            take = self._apart if APART in sys.argv else self._at_once
            self._confirm(f"case {take(draft, is_whole=number % 2 == 0)}")
        self._station.close()

    def _at_once(self, draft, *, is_whole):
        if is_whole:
            return self._station.cases.take_in(draft, Intake.ACCEPT, BROUGHT).value
        return self._station.cases.take_in(draft, Intake.NOTICE).value

    def _apart(self, draft, *, is_whole):
        cases = self._station.cases
        key = cases.draft(draft).value
        steps = [("tick", BROUGHT), ("accept",)] if is_whole else [("receive",), ("ask_for_more",)]
        for method, *said in steps:
            version = cases.page(key).case.version
            getattr(cases, method)(key, *said, version=version)
        return key


if __name__ == "__main__":
    Window(Path(sys.argv[1])).pass_by()
