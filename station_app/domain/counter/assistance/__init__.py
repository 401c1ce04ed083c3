"""The pre-check of 低保: whom it counts, what they have, and what the law would likely say."""
