"""Tasks from above: what the community is asked to take on, and what it takes (准入)."""
