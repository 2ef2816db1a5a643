"""How large the installed core is: a new environment with the program and nothing for its development.

python benchmarks/size.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        project = Path(__file__).resolve().parents[1]
        pip = [Path(folder) / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*map(str, pip), str(project)], check=True)
        size = sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file() and not p.is_symlink())
    print(f"the core with all it needs, installed: {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
