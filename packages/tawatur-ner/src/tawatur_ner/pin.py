"""Which weights this release ships: the SHA-256 of their ner.json, which has those of the other files."""

NER_JSON_SHA256 = "29b871fe555a0a1fbf378902d69df8f97db09c8baaf112d3c2d211a768bc3e37"
