#!/usr/bin/env bash
# What the tests need beyond the SDK. Quiet where it is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet tool restore >/dev/null

# Debian packages, for one line each: the browser, and the validators that are not on npm.
wanted=()
need() { command -v "$1" >/dev/null || wanted+=("$2"); }
need chromium chromium
need node nodejs
need npm npm
need jing jing
need openssl openssl
/usr/bin/python3 -c "import feedparser" 2>/dev/null || wanted+=(python3-feedparser)
if [ "${#wanted[@]}" -gt 0 ]; then
    root=; [ "$(id -u)" -eq 0 ] || root=sudo
    $root apt-get update -qq >/dev/null
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
fi
(cd tests/Web && npm ci --no-audit --no-fund --loglevel=error >/dev/null)
