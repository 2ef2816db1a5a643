"""Choosing a language, digits, light or dark."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from tawatur.desk import links
from tawatur.desk.habits import CHOICES, keep

router = APIRouter()


@router.post("/habits")
def choose(
    lang: Annotated[str, Form()] = "",
    digits: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Keep what the reader chose and go back to where he was."""
    response = RedirectResponse(links.own(back), 303)
    for name, value in (("lang", lang), ("digits", digits), ("theme", theme)):
        if value in CHOICES[name]:
            keep(response, name, value)
    return response
