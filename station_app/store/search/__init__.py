"""What everything is found by, as it is kept. Derived from the records, never synchronised."""
