"""What holds of the repository as a whole: locks, words that must not occur, one version, cases that read."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import hiwar
from hiwar.dossier.reading import read_case

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"requirements.lock": ("dev",), "requirements-brief.lock": ("build",)}
CASES = sorted(path.parent for path in (ROOT / "examples").glob("*/dossier.yaml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def files_of_the_repository() -> list[Path]:
    """Files under version control; those that would be, where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def texts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return normal(found.group())


def group(name: str) -> Iterator[str]:
    for entry in PROJECT["dependency-groups"][name]:
        yield from group(entry["include-group"]) if isinstance(entry, dict) else (name_of(entry),)


def locked(lock: str) -> dict[str, str]:
    """Name to version of every package of a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", text, flags=re.MULTILINE)
    return {normal(name): version for name, version in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_place_and_hash_every_package(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|--(extra-)?index|--find-links", text)
    packages = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_hold_what_the_project_asks_for(lock: str) -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = ("brief", "sources") if lock == "requirements-brief.lock" else tuple(extras)
    asked = {name_of(one) for one in PROJECT["project"]["dependencies"]}
    asked |= {name_of(one) for extra in wanted for one in extras[extra]}
    asked |= {name for part in LOCKS[lock] for name in group(part)}
    assert sorted(asked - locked(lock).keys()) == []


def test_what_is_asked_for_with_an_extra_is_locked_with_it() -> None:
    """Without the extra pip takes the newest version there is, and refuses it for want of a hash."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.search(r"^coverage\[toml\]==", text, flags=re.MULTILINE)


def test_build_backend_is_locked_so_that_no_build_fetches_it() -> None:
    backend = {name_of(one) for one in PROJECT["build-system"]["requires"]}
    for lock in LOCKS:
        assert backend <= locked(lock).keys()


def test_users_and_developers_get_the_same_versions() -> None:
    everything = locked("requirements.lock")
    for name, version in locked("requirements-brief.lock").items():
        assert everything[name] == version


def test_users_need_no_developer_tools() -> None:
    assert not {"pytest", "sphinx", "playwright", "mypy", "pandas"} & locked("requirements-brief.lock").keys()


def test_no_file_names_a_machine_or_a_registry() -> None:
    pattern = re.compile(r"/(work|root|home|tmp/plan)/|pypi\.org|python[h]osted|registry\.npmjs|deb\.debian")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts(files_of_the_repository())
        if (match := pattern.search(text))
    ]
    assert found == []


def test_r18_no_country_of_any_case_is_in_the_code() -> None:
    """R18: nothing about the flagship case is in the code; all of it is case data."""
    words = r"iraq|iran|united states|america(?!n economic review)|washington|baghdad|trump|\bnato\b|العراق|أمريك"
    words += "|millhaven|alderbrook"
    pattern = re.compile(words, flags=re.IGNORECASE)
    code = [path for path in files_of_the_repository() if path.is_relative_to(ROOT / "src")]
    assert code
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}" for path, text in texts(code) for match in pattern.finditer(text)
    ]
    assert found == []


def test_a_machine_without_python_is_told_what_to_do(tmp_path: Path) -> None:
    script = ROOT / "tools" / "venv"
    done = subprocess.run(
        ["/bin/sh", str(script), str(tmp_path / "venv")], env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "no Python 3.11 or later was found" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_help_lists_what_the_documentation_names() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")] + sorted((ROOT / "docs").rglob("*.md"))
    named = {
        found
        for page in pages
        for found in re.findall(r"\bmake ([a-z]+)(?=`|$)", page.read_text(encoding="utf-8"), re.M)
    }
    assert {"brief", "test", "check"} <= named
    assert sorted(name for name in named if f"make {name} " not in listed) == []


def test_version_stands_in_one_place() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", hiwar.__version__)
    holders = [
        path.relative_to(ROOT).as_posix()
        for path, text in texts(files_of_the_repository())
        if re.search(
            rf"""^(__version__|version) ?[=:] ?["']?{re.escape(hiwar.__version__)}["']?$""", text, re.MULTILINE
        )
    ]
    assert holders == ["src/hiwar/__init__.py"]


def test_changelog_has_the_version() -> None:
    assert f"## [{hiwar.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_example_reads_without_a_remark_with_all_its_sheets(case: Path) -> None:
    names = read_case(case).available_sheets
    assert names
    read = read_case(case, names)
    assert [str(warning) for warning in read.warnings] == []
    assert [sheet.id for sheet in read.sheets] == list(names)


def test_there_are_several_unlike_examples() -> None:
    assert len(CASES) >= 2


def test_everything_can_be_imported_without_what_is_optional() -> None:
    """The brief installs its own extra only: what else is optional is imported where it is used."""
    extras = PROJECT["project"]["optional-dependencies"]
    optional = sorted({"pandas", "pyagrum", "pypdfium2", "pyarrow", "xlsxwriter"})
    assert {"frames", "influence-diagrams", "sources"} <= set(extras)
    program = (
        "import importlib, pkgutil, sys\n"
        f"sys.modules.update(dict.fromkeys({optional!r}))\n"
        "import hiwar\n"
        "for module in pkgutil.walk_packages(hiwar.__path__, 'hiwar.'):\n"
        "    if not module.name.endswith('__main__'):\n"
        "        importlib.import_module(module.name)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
