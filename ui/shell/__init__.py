"""The window around the rooms: it knows them by name only."""
