"""Events: which tellings of many reports are of one happening or one state."""
