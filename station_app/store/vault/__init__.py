"""The keys of a station: one random root key, wrapped once for each way to open it."""
