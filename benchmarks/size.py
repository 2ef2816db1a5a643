"""How large the installed program is, with the learned model of names and without: in a new environment, with nothing
for its development.

python benchmarks/size.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def install(folder: Path, what: Path) -> int:
    """Install a package there, and give the megabytes of all that is installed."""
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", what]
    subprocess.run([*map(str, pip)], check=True)
    return round(sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink()) / 1e6)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", name], check=True)
        core = install(folder, PROJECT)
        with_model = install(folder, PROJECT / "packages" / "tawatur-ner")
    print(f"with the model of names and ONNX Runtime, installed: {with_model} MB")
    print(f"the core with all it needs, installed: {core} MB")


if __name__ == "__main__":
    main()
