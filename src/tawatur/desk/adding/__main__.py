"""What the process that reads beside a desk runs."""

import sys
from pathlib import Path

from tawatur.desk.adding.process import main

main(Path(sys.argv[1]), "--no-model" not in sys.argv)
