"""What is done with batches of certificates, and the entries that it leaves."""

from __future__ import annotations

from station_app.domain.certificate_requests import Evidence
from tests.factories import TODAY
from tests.services.audit.world import TAKER, World, after

ASKED, BATCH = "certificate:request:", "certificate:batch:"
SEEN = Evidence(how="papers", on=TODAY, by="王芳")


def of_printed(act):
    """Return a case whose *act* is given a batch that lies printed, and who is in it."""

    def case(w):
        key = w.given_batch()
        w.station.certificate_batches.note_given_out(key, printed=True)
        return lambda: act(w, key, w.station.certificate_batches.batch(key).members)

    return case


def of_taken(act):
    """Return a case whose *act* is given a batch that was taken along, and the versions."""

    def case(w):
        key = w.given_batch()
        service = w.station.certificate_batches
        service.note_given_out(key, printed=True)
        members = [each.request_id for each in service.batch(key).members]
        given = service.hand_over(key, members, TAKER).value.given
        return lambda: act(w, key, given)

    return case


BATCH_ACTS = {
    "draw_up": (
        after(
            World.honoured,
            lambda w, told: w.station.certificate_batches.draw_up(
                told[0], [told[1]], SEEN, "评选"
            ),
        ),
        [BATCH + "drawn-up"],
    ),
    # the act that approves all, and then each certificate
    "approve": (
        after(World.batch, lambda w, key: w.station.certificate_batches.approve(key)),
        [BATCH + "approved", ASKED + "approved"],
    ),
    "give_up": (
        after(World.batch, lambda w, key: w.station.certificate_batches.give_up(key, "x")),
        [BATCH + "given-up"],
    ),
    "papers": (
        after(World.given_batch, lambda w, key: w.station.certificate_batches.papers(key)),
        [BATCH + "opened"],
    ),
    "note_given_out": (
        after(
            World.given_batch,
            lambda w, key: w.station.certificate_batches.note_given_out(key, printed=True),
        ),
        [BATCH + "printed"],
    ),
    "hand_over": (
        of_printed(
            lambda w, key, members: w.station.certificate_batches.hand_over(
                key, [each.request_id for each in members], TAKER
            )
        ),
        [BATCH + "collected", ASKED + "collected"],
    ),
    "take_back": (
        of_taken(lambda w, key, given: w.station.certificate_batches.take_back(key, given)),
        [BATCH + "uncollected", ASKED + "uncollected"],
    ),
}
