#!/bin/sh
# Run the benchmark of names over the other matchers and freeze their figures in results.json.
#     benchmarks/names/rivals.sh DIR
# DIR gets an environment of its own: nomenklatura pins duckdb below 2, which tawatur does not.
set -eu
dir=${1:?where to put the environment, for example /tmp/rivals}
here=$(cd "$(dirname "$0")" && pwd)
test -x "$dir/bin/python" || "${PYTHON:-python3}" -m venv "$dir"
"$dir/bin/python" -m pip install --quiet --disable-pip-version-check \
    nomenklatura==4.17.4 arabic-name-romanizer==0.2.0 arabnamer==0.1.3 rapidfuzz==3.14.6
for matcher in nomenklatura nomenklatura-best romanizer arabnamer; do
    OMP_NUM_THREADS=1 nice -n 10 "$dir/bin/python" "$here/run.py" --matcher "$matcher" --freeze
done
