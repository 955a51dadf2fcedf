"""The picture of power beside weight: what is drawn, and that it is told in words."""

from hiwar.charts.voting_power import MOST_PLAYERS, voting_power_chart, voting_power_text_alternative

ROWS = [
    {"player": "Small", "weight": 0.2, "banzhaf": 0.0, "shapley_shubik": 0.0},
    {"player": "Large", "weight": 0.8, "banzhaf": 1.0, "shapley_shubik": 1.0},
]


def test_shares_of_weight_are_bars_and_indices_are_marks_the_weightiest_first() -> None:
    bars, marks = voting_power_chart(ROWS)["layer"]
    assert [(bar["player"], bar["share"]) for bar in bars["data"]["values"]] == [("Large", 0.8), ("Small", 0.2)]
    assert {(mark["player"], mark["what"], mark["share"]) for mark in marks["data"]["values"]} == {
        ("Large", "Banzhaf", 1.0),
        ("Large", "Shapley-Shubik", 1.0),
        ("Small", "Banzhaf", 0.0),
        ("Small", "Shapley-Shubik", 0.0),
    }
    assert marks["encoding"]["y"]["sort"] == ["Large", "Small"]


def test_the_picture_is_told_in_words() -> None:
    assert voting_power_text_alternative(ROWS).endswith("Large 80.0%, 100.0%, 100.0%; Small 20.0%, 0.0%, 0.0%.")


def test_what_is_not_drawn_is_said() -> None:
    rows = [{**ROWS[0], "player": f"player {number}"} for number in range(MOST_PLAYERS + 3)]
    assert len(voting_power_chart(rows)["layer"][0]["data"]["values"]) == MOST_PLAYERS
    assert "3 players of less weight are not drawn" in voting_power_text_alternative(rows)
