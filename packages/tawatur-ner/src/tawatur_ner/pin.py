"""Which weights this release ships: the SHA-256 of their ner.json, which has those of the other files."""

NER_JSON_SHA256 = "d0d76890c7824d82587399672bc51e93b62a1549426443d85e43222117fc3df1"
