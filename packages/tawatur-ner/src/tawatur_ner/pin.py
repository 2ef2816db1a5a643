"""Which weights this release ships: the SHA-256 of their ner.json, which has those of the other files."""

NER_JSON_SHA256 = "0000000000000000000000000000000000000000000000000000000000000000"
