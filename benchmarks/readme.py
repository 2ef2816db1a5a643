"""Write what is measured into the README: the demo's output, the figures of the annotated sets, speed and size.

python benchmarks/readme.py            # all of it, some minutes
python benchmarks/readme.py --demo     # the demo's output alone
python benchmarks/readme.py --check    # fail where the demo prints something else than the README shows
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
README = PROJECT / "README.md"
TAWATUR = Path(sys.executable).with_name("tawatur")
LINES = 24
INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069]")


def run(*command: object) -> str:
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True, cwd=PROJECT).stdout


def put(name: str, content: str, text: str) -> str:
    """The README with the block of that name replaced."""
    return re.sub(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: m[1] + content + m[2], text, flags=re.DOTALL)


def demo() -> str:
    """The first lines of the demo's brief; marks of direction are left out, since the README is read in a browser."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "demo.tawatur"
        run(TAWATUR, "add", "--record", record, "examples/", "--quiet")
        brief = INVISIBLE.sub("", run(TAWATUR, "brief", "--record", record)).splitlines()
    shown = "\n".join(line.rstrip() for line in brief[:LINES])
    return f'<div dir="rtl">\n\n```\n{shown}\n...\n```\n\n</div>\n'


def figures() -> str:
    """The gate's table."""
    table = [
        line for line in run(sys.executable, HERE / "gate.py").splitlines() if re.search(r"\d\.\d{3}|nan|F1", line)
    ]
    names = table[0].split()[1:]
    rows = ["| F1 | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for line in table[1:]:
        layer, values = line[:38].strip(), line[38:].split()
        rows.append(f"| {layer} | " + " | ".join("-" if v == "nan" else v for v in values) + " |")
    return "\n".join(rows) + "\n"


def speed() -> str:
    """Speed, memory and size in two sentences."""
    fast = json.loads(run(sys.executable, HERE / "speed.py"))
    with_model, core = (line.split()[-2] for line in run(sys.executable, HERE / "size.py").strip().splitlines()[-2:])
    first = (
        f"Speed (`make bench`, {fast['set']}): {fast['reports a CPU second']:.0f} reports of "
        f"{fast['letters a report']} letters a second on one core\n"
        f"with the model of names, {fast['reports a CPU second without the model']:.0f} without; "
        f"the model by itself reads {fast['words a CPU second of the model']:,} words a second;"
    )
    second = (
        f"all layers, in {fast['peak memory MB']} MB ({fast['peak memory MB without the model']} without);\n"
        f"the second half of {fast['reports']} reports takes "
        f"{fast['second half against first']} of the time of the first."
    )
    third = f"The core with all it needs is {core} MB installed, {with_model} MB with the model (`make bench-size`)."
    return f"{first}\n{second}\n{third}\n"


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--demo", action="store_true")
    args.add_argument("--check", action="store_true")
    given = args.parse_args()
    before = README.read_text(encoding="utf-8")
    text = put("demo", demo(), before)
    if given.check:
        if text != before:
            print("README.md does not show what make demo prints: python benchmarks/readme.py --demo")
        return int(text != before)
    if not given.demo:
        text = put("speed", speed(), put("figures", figures(), text))
    README.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
