"""Signing in and out, where the desk asks who somebody is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.desk import links
from tawatur.desk.rendering import desk_of, page
from tawatur.desk.security.guard import SIGN_IN, cookie, session_cookie
from tawatur.desk.security.signing import SignedIn, sign_in

router = APIRouter()


@router.get(SIGN_IN)
def ask(request: Request, then: str = "/") -> Response:
    """The page to sign in; where nobody is asked, the first page."""
    if not desk_of(request).settings.accounts:
        return RedirectResponse("/", 303)
    return page(request, "signin.html", then=links.own(then), wrong=False, wait=0, name="")


@router.post(SIGN_IN)
def begin(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    then: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session, or say that name and password do not fit."""
    desk = desk_of(request)
    if not desk.settings.accounts:
        return RedirectResponse("/", 303)
    address = request.client.host if request.client else ""
    made = sign_in(desk.beside, name.strip(), password, address)
    if isinstance(made, SignedIn):
        response: Response = RedirectResponse(links.own(then), 303)
        response.headers.append(
            "set-cookie", cookie(session_cookie(desk.settings.secure), made.secret, desk.settings.secure)
        )
        return response
    status = 429 if made.wait else 401
    answer = page(request, "signin.html", status, then=links.own(then), wrong=True, wait=made.wait, name=name[:60])
    if made.wait:
        answer.headers["retry-after"] = str(made.wait)
    return answer


@router.post("/signout")
def end(request: Request) -> Response:
    """End the session."""
    desk = desk_of(request)
    if request.state.session:
        desk.beside.sessions.end(request.state.session)
    response = RedirectResponse(SIGN_IN if desk.settings.accounts else "/", 303)
    secure = desk.settings.secure
    response.headers.append("set-cookie", cookie(session_cookie(secure), "", secure, 0))
    return response
