"""Facts: what reports claim of one thing, where each claim comes from, and whether they agree."""
