"""R15, question 6: whose dialogue it is, by domains and issues, never by the number of sentences."""

from typing import Any

import pytest
from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals
from hiwar.dossier.reading import read_case
from hiwar.questions.answer import Settings
from hiwar.questions.gainers import gainer_findings, gainer_table

OTHER = "A-RU"
"""A third party of the flagship: somebody who does not sit at the table."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read_case("examples/iraq-us-2020").dossier


def clauses(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """A package of one option per issue, each of which serves somebody's goal."""
    options = {
        issue: next((key for key, option in one.options.items() if option.serves), None)
        for issue, one in dossier.issues.items()
    }
    return {"nash": tuple(f"{issue}={option}" for issue, option in options.items() if option)}


def shifted(dossier: Dossier, issues: set[str]) -> Dossier:
    """The same case, but what the options of these issues serve is a goal of an outsider, and so are the gains."""
    goal = next(iter(dossier.goals.values())).model_copy(update={"id": "OUT", "owner": (OTHER,), "of": None})
    changed = {
        key: one.model_copy(
            update={
                "options": immutabledict(
                    {name: option.model_copy(update={"serves": ("OUT",)}) for name, option in one.options.items()}
                )
            }
        )
        if key in issues
        else one
        for key, one in dossier.issues.items()
    }
    effects = {
        key: one.model_copy(update={"on": (OTHER,)}) if set(one.when) & issues else one
        for key, one in dossier.effects.items()
    }
    return dossier.model_copy(update={"goals": {**dossier.goals, "OUT": goal}, "issues": changed, "effects": effects})


def verdict(dossier: Dossier, packages: dict[str, tuple[str, ...]]) -> Any:
    found = gainer_findings(gainer_table(dossier, packages, Settings()))
    return next(one for one in found if one.values["subject"] == "nash")


def test_r15_question_six_turns_with_the_gains_of_most_clauses_and_returns(dossier: Dossier) -> None:
    packages = clauses(dossier)
    issues = [item.partition("=")[0] for item in packages["nash"]]
    assert verdict(dossier, packages).key in ("balance.for_the_sides", "balance.for_the_sides_too")
    shares = []
    for number in range(len(issues) + 1):
        found = verdict(shifted(dossier, set(issues[:number])), packages)
        shares.append(found.values["elsewhere"] / found.values["settled"])
        expected = "balance.for_others" if shares[-1] > 0.5 else "balance.partly_for_others" if number else None
        assert expected in (None, found.key)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert verdict(shifted(dossier, set()), packages).key == verdict(dossier, packages).key


def test_saying_a_gain_twice_changes_no_share(dossier: Dossier) -> None:
    first = next(key for key, effect in dossier.effects.items() if effect.kind == "gain")
    again = dossier.effects[first].model_copy(update={"id": "TWICE"})
    twice = dossier.model_copy(update={"effects": {**dossier.effects, "TWICE": again}})
    before, after = (
        [(one.key, one.values) for one in gainer_findings(gainer_table(case, {}, Settings()))]
        for case in (dossier, twice)
    )
    assert before == after


def test_where_no_gain_is_named_it_cannot_be_told(dossier: Dossier) -> None:
    bare = dossier.model_copy(update={"effects": {}})
    found = list(gainer_findings(gainer_table(bare, {}, Settings())))
    assert found
    assert {one.key for one in found} == {"balance.nobody_gains"}
    assert all(principals(bare) and one.trace for one in found)
