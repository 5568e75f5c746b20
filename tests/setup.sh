#!/usr/bin/env bash
# What the tests need beyond the SDK. Quiet where it is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet tool restore >/dev/null
