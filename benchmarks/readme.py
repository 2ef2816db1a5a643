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


def names() -> str:
    """Matchers on the pairs of names, as frozen by benchmarks/names/run.py."""
    frozen = json.loads((HERE / "names" / "results.json").read_text(encoding="utf-8"))
    rows = ["| names, half kept for testing | precision | recall | namesakes called same |", "|---|---|---|---|"]
    for matcher, found in frozen.items():
        test = found["test"]
        rows.append(
            f"| {matcher} {found['version']} | {test['precision']:.3f} | {test['recall']:.3f} "
            f"| {test['namesakes called same']:.3f} |"
        )
    pairs = next(iter(frozen.values()))["test"]["pairs"]
    note = f"{pairs:,} labelled pairs: `benchmarks/names/run.py`, with the rule of labelling in its README."
    return "\n".join(rows) + f"\n\n{note}\n"


def speed() -> str:
    """Speed, memory and size in a few sentences."""
    fast = json.loads(run(sys.executable, HERE / "speed.py", "--reports", 300))
    with_model, core = re.findall(r"(\d+) MB", run(sys.executable, HERE / "size.py"))
    lines = (
        f"Speed (`make bench`; here of {fast['reports']} reports of {fast['set']}): "
        f"{fast['reports a CPU second']:.0f} reports of "
        f"{fast['letters a report']} letters a second on one core with the network, "
        f"{fast['reports a CPU second without the model']:.0f} without,",
        f"in {fast['peak memory MB']} and {fast['peak memory MB without the model']} MB; the second half of "
        f"{fast['reports']} reports takes {fast['second half against first']} of the time of the first.",
        f"Installed, the core with all it needs is {core} MB, with the network {with_model} MB (`make bench-size`).",
    )
    return "\n".join(lines) + "\n"


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--demo", action="store_true")
    args.add_argument("--check", action="store_true")
    given = args.parse_args()
    before = README.read_text(encoding="utf-8")
    text = put("names", names(), put("demo", demo(), before))
    if given.check:
        if text != before:
            print("README.md shows another demo, or other figures of names: python benchmarks/readme.py --demo")
        return int(text != before)
    if not given.demo:
        text = put("speed", speed(), put("figures", figures(), text))
    README.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
