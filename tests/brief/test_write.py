from pathlib import Path
from typing import Any

import pytest

from hiwar.brief import write_brief
from hiwar.questions import Settings

QUICK = Settings(draws=64, futures=64)


def test_the_file_appears_whole_and_again_the_same(brief_of: Any, tmp_path: Path) -> None:
    case, _, _ = brief_of("two-towns-water", "first")
    first = write_brief(case.dossier, case.sheets, tmp_path / "one.html", settings=QUICK)
    second = write_brief(case.dossier, case.sheets, tmp_path / "two.html", settings=QUICK)
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.html", "two.html"]


def test_a_path_that_ends_in_json_gets_json(brief_of: Any, tmp_path: Path) -> None:
    case, _, _ = brief_of("two-towns-water", "first")
    assert (
        write_brief(case.dossier, case.sheets, tmp_path / "b.json", settings=QUICK).read_text("utf-8").startswith("{")
    )


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    brief_of: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, _, _ = brief_of("two-towns-water", "first")
    target = tmp_path / "brief.html"
    target.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_brief(case.dossier, case.sheets, target, settings=QUICK)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_is_told_step_by_step(brief_of: Any, tmp_path: Path) -> None:
    case, _, _ = brief_of("two-towns-water", "first")
    told: list[tuple[str, int, int]] = []
    write_brief(
        case.dossier, case.sheets, tmp_path / "b.html", settings=QUICK, progress=lambda *step: told.append(step)
    )
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == told[-1][2]
