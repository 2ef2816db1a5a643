"""The record's types to and from the plain objects that docs/record.md shows (ready for json.dumps)."""
