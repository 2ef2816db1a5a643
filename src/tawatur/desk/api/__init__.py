"""The API, version 1: what the record holds as JSON of docs/record.md, and what people do with it."""
