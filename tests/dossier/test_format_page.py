"""The page that explains the format shows cases that are read, and the messages that are given."""

import re
from pathlib import Path

import pytest

from hiwar.dossier import CaseError, read_case

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "format.md"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the page shows."""
    blocks = re.findall(r"```yaml\n(# (\S+\.yaml)\n.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for text, name in blocks:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_case_and_the_sheet_on_the_page_are_sound(case: Path) -> None:
    read = read_case(case, ["clerk"])
    assert read.dossier.effects["E-FARES"].domains == ("fares", "transport")
    assert read.available_sheets == ("clerk", "draft")
    assert [len(one.cases) for one in read.sheets[0].likelihood.values()] == [1, 1, 1, 2]
    assert len(read.warnings) == 1


@pytest.mark.usefixtures("case")
def test_the_messages_on_the_page_are_those_given() -> None:
    [shown] = re.findall(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    with pytest.raises(CaseError) as caught:
        read_case("dossier.yaml", ["draft"])
    given = [str(problem) for problem in caught.value.problems if problem.is_error]
    assert "\n".join(given).replace("  ", " ").split() == shown.split()
