"""Is everything that stands in the repository also there after `pip install`?"""

from __future__ import annotations

import subprocess
import warnings
from pathlib import Path

from setuptools import Distribution

PROJECT = Path(__file__).resolve().parents[2]


def installed_files() -> set[str]:
    """What setuptools would copy, as it works out itself; nothing is built."""
    package = Distribution({"script_name": "setup.py"})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about ways of writing pyproject.toml that are still beta
        package.parse_config_files()
    build = package.get_command_obj("build_py")
    build.ensure_finalized()
    data = {str(Path(folder, name)) for _, folder, _, names in build.data_files for name in names}
    return data | {str(Path(path)) for _, _, path in build.find_all_modules()}


def test_each_file_of_the_package_is_installed_with_it(monkeypatch):
    monkeypatch.chdir(PROJECT)
    kept = subprocess.run(["git", "ls-files", "dekkend"], capture_output=True, text=True, check=True).stdout.split("\n")
    there = {path for path in kept if path and Path(path).exists()}
    assert len(there) > 1000
    assert there - installed_files() == set()
    assert not {path for path in installed_files() if path.endswith(".pyc")}
