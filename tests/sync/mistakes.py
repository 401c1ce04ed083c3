"""Mistakes that merging could have: each is made by changing a few words of the program."""

from __future__ import annotations

import inspect
import textwrap
from typing import NamedTuple

from station_app.store import transaction
from station_app.store.sync import collecting, evictions, judging, scopes
from station_app.store.sync.asides import Asides
from station_app.store.sync.collecting import Collector
from station_app.store.sync.conflicts import Conflicts
from station_app.store.sync.evictions import Evictions
from station_app.store.sync.exchange import Exchange
from station_app.store.sync.merging import Merger
from station_app.store.sync.placing import Placing
from station_app.store.sync.sites import Sites
from tests.sync import test_conflicts as conflicts
from tests.sync import test_incarnations as incarnations
from tests.sync import test_merging as merging
from tests.sync import test_partial as partial
from tests.sync import test_parts as parts

KEY = "(SELECT key FROM sync_site WHERE n = i.{}site)"
COLLECTED = "collector.collect(self.peers.ledger(device.id), device.scope, base=base)"


class Change(NamedTuple):
    """Words in a function or an SQL text, and what stands there instead."""

    owner: object
    name: str
    old: str
    new: str

    def make(self, patch):
        """Make the change for as long as *patch* lasts."""
        former = getattr(self.owner, self.name)
        if isinstance(former, str):
            assert self.old in former
            patch.setattr(self.owner, self.name, former.replace(self.old, self.new))
            return
        source = textwrap.dedent(inspect.getsource(former))
        assert self.old in source
        made = {}
        code = f"from __future__ import annotations\n{source.replace(self.old, self.new)}"
        exec(code, inspect.getmodule(former).__dict__, made)  # noqa: S102 - our own words
        patch.setattr(self.owner, self.name, made[self.name])


MISTAKES = {
    "a gap claims knowledge": (
        [Change(Exchange, "take_in", "bundle.base <= got and ", "")],
        parts.test_a_part_without_the_one_before_it_claims_no_knowledge,
    ),
    "the clock is not merged": (
        [Change(Merger, "merge", "self._sites.catch_up(self.staging.latest())", "pass")],
        merging.test_a_clock_never_goes_back_behind_what_was_taken_in,
    ),
    "the wall clock stamps": (
        [Change(transaction, "ADVANCE", "max(hlc + 1, ?)", "?")],
        merging.test_a_clock_set_back_never_stamps_earlier_than_before,
    ),
    "delivery is assumed": (
        [
            Change(
                Exchange,
                "collect",
                f"return {COLLECTED}",
                f"bundle = {COLLECTED}; self.peers.acknowledge(device.id, bundle.top);"
                " return bundle",
            )
        ],
        merging.test_what_a_lost_file_held_is_sent_again,
    ),
    "a restored copy keeps its site": (
        [Change(Sites, "is_marked", "marker.extent <= self.extent()", "True")],
        incarnations.test_what_is_written_after_a_restore_does_not_pass_for_what_was_forgotten,
    ),
    "a restored copy does not offer again": (
        [Change(Sites, "begin_anew", "self._sql.run(OFFER_ANEW)", "pass")],
        incarnations.test_a_store_put_back_offers_everything_again,
    ),
    "an acknowledgement of another incarnation is honoured": (
        [Change(Exchange, "take_in", "if bundle.acked_site == own:", "if True:")],
        incarnations.test_an_acknowledgement_of_another_incarnation_is_not_honoured,
    ),
    "a file for another incarnation claims knowledge": (
        [Change(Exchange, "take_in", ' and bundle.acked_site in {"", own}', "")],
        incarnations.test_a_file_made_for_a_former_incarnation_claims_no_knowledge,
    ),
    "the context is not renewed": (
        [Change(Sites, "learn", "self.begin_context()", "pass")],
        merging.test_a_later_edit_replaces_an_earlier_one_without_a_conflict,
    ),
    "what is concurrent passes for later": (
        [Change(judging, "JUDGE", "THEN 2\n            ELSE 3", "THEN 1\n            ELSE 0")],
        conflicts.test_two_values_neither_of_which_was_seen_are_both_kept,
    ),
    "a deletion wins without a word": (
        [Change(Conflicts, "note_deletions", "self._sql.rows(EDITS_BESIDE_DEATH)", "[]")],
        conflicts.test_an_edit_beside_a_deletion_comes_to_review,
    ),
    "a deletion loses without a word": (
        [Change(Merger, "merge", "self._conflicts.note_lost_deaths(lost_deaths)", "pass")],
        conflicts.test_a_deletion_beside_one_that_was_taken_back_comes_to_review,
    ),
    "the bin wins without a word": (
        [Change(Conflicts, "note_deletions", "table.bin_column is None", "True")],
        conflicts.test_an_edit_beside_the_bin_comes_to_review,
    ),
    "conflicts stay where they are found": (
        [
            Change(
                Merger,
                "merge",
                "self._conflicts.take_in(self.staging, self.staging.bundle)",
                "pass",
            )
        ],
        conflicts.test_a_conflict_reaches_a_device_that_never_saw_the_value_that_lost,
    ),
    "local numbers of sites decide": (
        [
            Change(judging, "JUDGE", KEY.format(""), "i.site"),
            Change(judging, "JUDGE", KEY.format("l"), "i.lsite"),
        ],
        conflicts.test_at_the_same_moment_the_key_of_the_site_decides_everywhere,
    ),
    "of one site the earlier stands": (
        [Change(judging, "JUDGE", "WHEN ver > lver", "WHEN ver < lver")],
        merging.test_files_in_any_order_end_in_the_same,
    ),
    "births are not parted": (
        [Change(Merger, "_part_births", "self._sql.rows(judging.OTHER_BIRTHS)", "[]")],
        conflicts.test_a_row_born_twice_is_judged_cell_by_cell,
    ),
    "cells of a new row are judged against its birth": (
        [Change(judging, "JUDGE", "(tbl, row) IN (SELECT tbl, row FROM touched)", "0")],
        conflicts.test_a_cell_edited_beside_a_second_birth_keeps_its_value_on_the_way_to_a_third,
    ),
    "a row travels without the versions of its cells": (
        [Change(collecting, "CHOOSE_CELLS", "USING (tbl, row)", "ON 0")],
        parts.test_what_moved_on_behind_a_part_comes_from_another_device,
    ),
    "a part claims all": (
        [Change(Collector, "_knowledge", "if top < counter:", "if False:")],
        parts.test_a_part_claims_no_knowledge_of_what_is_still_to_follow,
    ),
    "a partial copy vouches for all": (
        [Change(Collector, "_knowledge", "if self._is_partial:", "if False:")],
        partial.test_a_laptop_vouches_for_nothing_but_its_own,
    ),
    "what is let go is deleted": (
        [
            Change(Evictions, "carry_out", "hush = 1", "hush = 0"),
            Change(evictions.Evictions, "_let_go", "in FORGET", 'in ("sync_evict",)'),
        ],
        partial.test_a_row_that_leaves_is_let_go_not_deleted,
    ),
    "nothing waits to be let go": (
        [Change(Evictions, "_can_go", "if self._sql.one(UNSENT", "if False and (UNSENT")],
        partial.test_letting_go_waits_for_what_was_entered_here,
    ),
    "rows that wait are dropped": (
        [Change(Asides, "_return_waiting", "self.insert(table, [(key, values)])", "pass")],
        merging.test_a_child_whose_parent_was_deleted_elsewhere_waits_on_both,
    ),
    "rows that enter are sent once": (
        [Change(scopes, "ENTERING", "h.since > ?2", "(?2 AND 0)")],
        partial.test_rows_that_entered_by_a_lost_file_are_sent_again,
    ),
    "an earlier file acknowledges rows that entered after it": (
        [Change(scopes.Membership, "renew", "if leaving or self", "if False and self")],
        partial.test_an_earlier_file_does_not_acknowledge_rows_that_entered_after_it,
    ),
    "rows that wait keep their place": (
        [Change(Placing, "_refresh_table", "areas.get(key, 0)", "areas.get(key, area)")],
        partial.test_a_row_that_waits_at_the_station_is_let_go,
    ),
    "a partial copy goes on as it was when its station was put back": (
        [Change(Exchange, "_meet", "if former not in", "if False and former not in")],
        partial.test_a_station_put_back_learns_what_a_laptop_holds,
    ),
    "an old file is merged once more": (
        [Change(Exchange, "take_in", "if bundle.top < got:", "if False:")],
        partial.test_a_late_file_brings_nothing_back_that_was_let_go,
    ),
}
