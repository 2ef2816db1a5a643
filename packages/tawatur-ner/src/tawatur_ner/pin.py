"""Which weights this release ships: the SHA-256 of their ner.json, which has those of the other files."""

NER_JSON_SHA256 = "dc4bd15c7866314741a561c93b1c470f97335fd9b6dd6795073e6b9fcb2a7fa7"
