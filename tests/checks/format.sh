#!/usr/bin/env bash
# The tree is formatted: `dotnet csharpier format .` mends it.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." && dotnet csharpier check .
