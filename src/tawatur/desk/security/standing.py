"""All that stands before the pages, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Scope

from tawatur.desk.beside.accounts import Person, Role
from tawatur.desk.opening import Desk
from tawatur.desk.security.bodies import BoundedBodies
from tawatur.desk.security.failing import Failing
from tawatur.desk.security.forms import form_token
from tawatur.desk.security.guard import Guard
from tawatur.desk.security.headers import SafeHeaders
from tawatur.desk.security.names import EVERY_ADDRESS, KnownNames, names_of
from tawatur.store.decisions import user

Told = Callable[[Request, int, str], Response]
_FORM_BYTES = 262_144  # of a form or a decision: the longest reason anyone will write
_ADDING = ("/add", "/api/v1/add")


def signed_in(request: Request) -> dict[str, Any]:
    """What pages need of who asks: `person` (None before signing in), whether there is a session, the forms' token."""
    state = request.scope.get("state", {})
    person, secret = state.get("person"), state.get("secret")
    return {
        "person": person,
        "signed_in": bool(state.get("session")),
        "may_edit": person is not None and person.role.may(Role.editor),
        "may_all": person is not None and person.role.may(Role.admin),
        "form_token": form_token(secret) if secret else "",
    }


def inner(app: FastAPI, desk: Desk, told: Told) -> None:
    """Add what stands next to the pages: who asks, and what breaks. `told` answers with a status and a sentence."""
    settings = desk.settings
    app.add_middleware(
        Guard,
        local=None if settings.accounts else Person(user(), Role.admin),
        session=lambda secret: desk.beside.sessions.who(secret),
        token=lambda token: desk.beside.sessions.of_token(token),
        secure=settings.secure,
        refused=lambda scope, status, sentence: told(Request(scope), status, sentence),
    )
    app.add_middleware(
        Failing, failed=lambda scope: told(Request(scope), 500, "This is our mistake; it is in the log.")
    )


def outer(app: FastAPI, desk: Desk, told: Told) -> None:
    """Add what stands outermost: by which name the desk is asked, how much comes, what every answer says."""
    settings = desk.settings

    def most(path: str) -> int:
        return settings.upload_bytes if path in _ADDING else _FORM_BYTES

    def too_large(scope: Scope, most: int) -> ASGIApp:
        return told(Request(scope), 413, f"No more than {most:,} bytes can come at once; send less.")

    unknown = PlainTextResponse(
        "This desk is not known by the name in the address; open it by its own, or start it with --address.\n", 421
    )
    app.add_middleware(BoundedBodies, most=most, too_large=too_large)
    app.add_middleware(
        KnownNames,
        names=names_of(settings.host, settings.address),
        any_address=settings.host in EVERY_ADDRESS,
        unknown=unknown,
    )
    app.add_middleware(SafeHeaders, secure=settings.secure)
