"""The daily work, one function a deed: read, take in, compare, read again.

What people decide is in `deciding`, the work with watchlists in `watchlists`, what pages look at in `viewing`.
"""

from tawatur.work import viewing
from tawatur.work.comparing import bring_up_to_date, compare_anew, compare_readings, comparison, is_current, settle
from tawatur.work.reading import Notice, Outcome, prepare, read_reports, read_sources
from tawatur.work.taking import Taken, reread, take_in

__all__ = [
    "Notice",
    "Outcome",
    "Taken",
    "bring_up_to_date",
    "compare_anew",
    "compare_readings",
    "comparison",
    "is_current",
    "prepare",
    "read_reports",
    "read_sources",
    "reread",
    "settle",
    "take_in",
    "viewing",
]
