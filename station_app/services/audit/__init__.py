"""The audit as whoever inspects the station asks for it."""
