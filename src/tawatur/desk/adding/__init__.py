"""Adding reports: what people give is kept at once, and read one after the other by a process beside the desk."""
