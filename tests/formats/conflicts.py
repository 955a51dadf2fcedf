"""Conflicts written as text, and random ones as files that can be written and read again."""

from pathlib import Path

from hypothesis import strategies as st

from hiwar.dossier.problems import CaseError, Problem, SourceText
from hiwar.formats import GraphModelFile
from hiwar.formats.graph_model_yaml import graph_model_of

CASES = Path(__file__).parents[1] / "cases" / "graph_model"

DAM = """\
hiwar_graph_model: 1
title: The dam
names: {open dispute: YN-YN}
infeasible:
- never: {court: yes, pay: yes}
decision_makers:
  Upstream:
    options:
      build: {one_way: true}
      share data:
    ranking: [YN-NN, YN-NY, YY-NN, [YY-NY, NN-NN], NN-NY, NY-NN, NY-NY, open dispute, YY-YN, NN-YN, NY-YN]
  Downstream:
    options: [court, pay]
    values: {NN-NN: 5, NN-NY: 3, NN-YN: 4, NY-NN: 5.5, NY-NY: 4, NY-YN: 3, YN-NN: 0, YN-NY: 0, YN-YN: 1, YY-NN: 2,
      YY-NY: 1, YY-YN: 1.5}
status_quo: NN-NN
"""

BARE = """\
hiwar_graph_model: 1
title: Rules
names: {dispute: YN-YN}
infeasible:
RULES
decision_makers:
  Upstream: {options: [build, share data], statements: []}
  Downstream: {options: [court, pay], statements: []}
"""
"""For rules: sixteen combinations, all equally good for everybody."""


def read(text: str) -> GraphModelFile:
    """Read a conflict from a text that should have no problems."""
    return graph_model_of(SourceText.of("dam.yaml", "dam.yaml", text))


def problems(text: str) -> tuple[Problem, ...]:
    """Problems of a conflict that must be refused."""
    try:
        read(text)
    except CaseError as error:
        return error.problems
    raise AssertionError("nothing was wrong with it")


def told(text: str) -> str:
    """The same as a user sees them."""
    return "\n".join(str(problem) for problem in problems(text))


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\ufeff"), min_size=1, max_size=6
)
"""Names of every kind, with the signs that mean something in YAML among them."""
