"""The way into a station: founding it, unlocking it."""
