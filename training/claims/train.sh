#!/bin/sh
# Lay out the labelled accounts, train the comparing model further, and teach the matcher what it says.
# SHARED may name another folder with `bench`. The pairs are made with the package's own environment (`make setup`).
set -eu
cd "$(dirname "$0")/../.."
shared=${SHARED:-../shared}
out=out/training
mkdir -p "$out"
test -x "$out/venv/bin/python" || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --requirement training/attribution/requirements.txt
.venv/bin/python -m training.claims.pairs "$shared" "$out/clauses.pickle"
PYTHONPATH=src "$out/venv/bin/python" -m training.comparison.further "$shared" "$out/clauses.pickle" "$out/teacher.pt"
PYTHONPATH=src "$out/venv/bin/python" -m training.claims.train "$out/clauses.pickle" "$out/teacher.pt" "$out/matcher.onnx"
