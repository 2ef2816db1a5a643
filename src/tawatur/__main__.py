"""`python -m tawatur`."""

from tawatur.cli import main

main()
