"""What tests of the desk share: a browser with accounts, forms as a page has them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tawatur.desk import Settings, create_app
from tawatur.desk.beside import DeskFile, beside
from tawatur.desk.beside.accounts import Role

PASSWORD = "a long enough one"
HOST = "http://127.0.0.1"
TOKEN = re.compile(r'name="form_token" value="([^"]+)"')


def give_accounts(record: Path, *names: str) -> DeskFile:
    """Accounts named after their roles."""
    file = DeskFile(beside(record))
    for name in names:
        file.accounts.add(name, Role(name), PASSWORD)
    return file


def visitor(record: Path, **settings: Any) -> TestClient:
    """A browser at a desk that asks who somebody is."""
    return TestClient(create_app(record, Settings(accounts=True, **settings)), base_url=HOST)


def form_token(client: TestClient, path: str = "/signin") -> str:
    """The token of the forms of a page, as this browser gets it."""
    found = TOKEN.search(client.get(path).text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> Any:
    """The answer to name and password."""
    form = {"name": name, "password": password, "form_token": form_token(client)}
    return client.post("/signin", data=form, follow_redirects=False)
