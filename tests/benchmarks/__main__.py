"""What does `make bench` measure? Reading."""

from __future__ import annotations

from tests.benchmarks.bench_reading import main

main()
