"""What a reader chose, kept in cookies: language, digits, light or dark; and when he was here before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

LANGS = ("ar", "en")
DIGITS = ("latn", "arab")
THEMES = ("auto", "light", "dark")
CHOICES = {"lang": LANGS, "digits": DIGITS, "theme": THEMES}
VISIT = timedelta(minutes=30)  # without a page: the next one is a new visit
_KEPT = 400 * 24 * 3600  # seconds, the longest that browsers keep a cookie


@dataclass(frozen=True, slots=True)
class Habits:
    """`before`: when the reader's last visit ended (UTC), None at the first; `here`: his last page of this visit."""

    lang: str
    digits: str
    theme: str
    before: datetime | None
    here: datetime | None

    @property
    def direction(self) -> str:
        """In which direction pages run."""
        return "rtl" if self.lang == "ar" else "ltr"


def habits_of(request: Request, lang: str) -> Habits:
    """What this reader chose; `lang` where he did not, and `?lang=` above all, for links. What is no choice is none."""
    chosen = {name: _choice(request.cookies.get(name), allowed) for name, allowed in CHOICES.items()}
    asked = _choice(request.query_params.get("lang"), LANGS)
    before, here = (_moment(request.cookies.get(name)) for name in ("before", "here"))
    if here is not None and datetime.now(UTC) - here > VISIT:
        before, here = here, None
    return Habits(asked or chosen["lang"] or lang, chosen["digits"] or "latn", chosen["theme"] or "auto", before, here)


def keep_visit(response: Response, habits: Habits) -> None:
    """Keep that the reader was here now."""
    keep(response, "here", datetime.now(UTC).isoformat(timespec="seconds"))
    if habits.before is not None:
        keep(response, "before", habits.before.isoformat(timespec="seconds"))


def keep(response: Response, name: str, value: str) -> None:
    """Keep a choice."""
    response.set_cookie(name, value, max_age=_KEPT, httponly=True, samesite="lax")


def _choice(value: str | None, allowed: tuple[str, ...]) -> str | None:
    return value if value in allowed else None


def _moment(value: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None
