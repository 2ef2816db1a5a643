"""How a report is named between reports: its file, without folder and ending."""

from __future__ import annotations

_ENDINGS = (".txt", ".html", ".htm", ".json")


def report_name(file: str) -> str:
    """The name of the report that came in a file; the same for the name itself."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    while ending := next((e for e in _ENDINGS if name.endswith(e) and name != e), None):
        name = name.removesuffix(ending)
    return name or "report"
