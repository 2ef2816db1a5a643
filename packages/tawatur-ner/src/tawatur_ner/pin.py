"""Which weights this release ships: the SHA-256 of their ner.json, which has those of the other files."""

NER_JSON_SHA256 = "2ff1d31b1a8773a7e249c20cc45cee9f4f13694b5f9970e9b6d0a26e66d27a6d"
