"""The desk: pages over a record, and the API. `create_app` makes the application that `tawatur serve` runs."""

from tawatur.desk.app import create_app
from tawatur.desk.settings import Settings

__all__ = ["Settings", "create_app"]
