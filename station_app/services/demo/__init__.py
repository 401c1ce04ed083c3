"""Invented people for trying the station out, for pictures and for measuring.

Nobody made here exists: names are put together at random, identity numbers
bear address codes of provinces, which are never issued, and telephone numbers
lie in ranges that were never assigned.
"""
