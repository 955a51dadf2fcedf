"""The bars of likeness show the bounds, the dots what is known; a case of which nothing is known has no dot."""

from immutabledict import immutabledict
from test_charts import MADE_FROM, PlainWords, values_of

from hiwar.charts import likeness_chart
from hiwar.questions import Answer, Table

COLUMNS = ("case", "party", "coefficient", "low", "high", "known", "compared", "verdict", "is_first", "chosen")
CASES = Table(
    COLUMNS,
    (
        ("east", "E", 0.75, 0.5, 1.0, 2, 4, "possible", True, None),
        ("west", "W", None, 0.0, 1.0, 0, 4, "possible", False, "listed"),
    ),
)


def test_each_case_has_its_bounds_and_what_is_known() -> None:
    spec = likeness_chart(Answer("comparison", (), immutabledict({"cases": CASES}), MADE_FROM), PlainWords())
    drawn = [(row["case"], row["low"], row["high"], row["now"], row["known"]) for row in values_of(spec)]
    assert drawn == [
        ("east", 0.5, 1.0, 0.75, "chart.known_of_both 2 4"),
        ("west", 0.0, 1.0, None, "chart.known_of_both 0 4"),
    ]
    assert spec is not None
    assert spec["layer"][1]["transform"] == [{"filter": "isValid(datum.now)"}]
    assert spec["layer"][0]["encoding"]["x"]["scale"] == {"domain": [0, 1]}


def test_without_cases_there_is_no_picture() -> None:
    empty = Answer("comparison", (), immutabledict({"cases": Table(COLUMNS, ())}), MADE_FROM)
    assert likeness_chart(empty, PlainWords()) is None
