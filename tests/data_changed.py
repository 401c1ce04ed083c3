"""A data file of the product, changed in one place."""

from __future__ import annotations


def put(place, value):
    """Return what puts *value* at *place*, the keys and numbers that lead there."""

    def change(told):
        inside = told
        for step in place[:-1]:
            inside = inside[step]
        inside[place[-1]] = value

    return change
