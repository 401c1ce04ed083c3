"""Who did what to whose data: the chain of entries, what they tell, how they are looked for."""
