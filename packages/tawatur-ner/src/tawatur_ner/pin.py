"""Which weights this release ships: the SHA-256 of their ner.json, which has those of the other files."""

NER_JSON_SHA256 = "7a9affdd3398e1bb2bc30131906be2bf43951a74ce3397f05039d397231a79a0"
