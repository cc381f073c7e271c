"""Does counting give the same as SQL on the real places of a region, when the open data are beside the project?"""

from __future__ import annotations

import pytest

from dekkend.coverage.rules.suppression import FEWEST
from tests.benchmarks import bench_coverage


@pytest.fixture(scope="module")
def work(shared):
    if not (shared / "data" / "schools").is_dir():
        pytest.skip("no open data beside the sample documents")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bench_coverage, "SHARED", shared)
        yield bench_coverage.work_of("real region")


def test_the_real_region_has_its_sites_and_places(work):
    assert (len(work.ground.sites), len(work.ground.areas), len(work.kinds)) == (202, 82, 32)
    assert 59_000 < work.ground.children.sum() < 62_000  # its schools had 57,427 pupils
    assert all(weight == 0 or weight >= FEWEST for weight in work.ground.children.tolist())


def test_arrays_and_sql_count_the_same_children(work):
    assert bench_coverage.by_arrays(work) == bench_coverage.by_sql(work)(work)
