"""Machines that exchange files, as the tests of the exchange have them."""

from __future__ import annotations

from tests.services.sync.conftest import desk, laptop, machine, main

__all__ = ["desk", "laptop", "machine", "main"]
