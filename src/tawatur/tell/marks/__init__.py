"""What stands in the text of a report, and what each mark in it means."""
