"""The audit within a transaction: its entries, heads kept of it, what was archived."""
