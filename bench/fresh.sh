#!/usr/bin/env bash
# The first 200 pages in a fresh process against AngleSharp's bare parse of the same pages: bench/fresh.sh [folder of gold/cleaning]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
gold=${1:-${CHANCERY_SHARED:-$here/../shared}/gold/cleaning}
out="$here/artifacts/fresh"
# The lock files are of the portable program; a ReadyToRun image is for one kind of machine.
dotnet publish "$here/bench/Chancery.Bench" -c Release -r linux-x64 --self-contained false -v quiet -nologo \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false \
    -p:ArtifactsPath="$out" -o "$out/program"
exec "$out/program/Chancery.Bench" fresh "$gold/news" "$gold/aeb"
