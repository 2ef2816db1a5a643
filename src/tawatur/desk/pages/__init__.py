"""The pages, a module a page; each has a `router`."""

from tawatur.desk.pages import facts, habits, signing

ROUTERS = [facts.router, habits.router, signing.router]
