"""What others would do after a course: by effects, goals and stances; unknown where nothing is said."""

import pytest
from strait import Data, case_data, sequel, sequels

from hiwar.questions.answer import CannotAnswer
from hiwar.questions.reactions.outcome_findings import outcome_findings
from hiwar.questions.reactions.outcomes import Sequel, first_moves, outcome_tables, wanted_rows, wanted_states


def verdicts(found: Sequel) -> dict[str, str]:
    """Move to verdict, from the outset."""
    return {str(row[2]): str(row[3]) for row, _ in first_moves(found)}


def test_a_move_that_serves_a_goal_and_brings_no_cost_would_be_made() -> None:
    assert verdicts(sequel("toll"))["raid=occurs"] == "would"


def test_a_gain_that_a_move_makes_more_likely_is_a_reason_for_it() -> None:
    assert verdicts(sequel("toll"))["premium=occurs"] == "would"


def test_a_goal_and_a_cost_against_each_other_cannot_be_told() -> None:
    """A patrol serves order and spares losses; where it also burns fuel nothing says which weighs more."""
    assert verdicts(sequel("toll"))["patrol=occurs"] == "would"
    case = case_data()
    case["links"]["patrol_fuel"] = {"cause": "patrol", "leads_to": "fuel"}
    assert verdicts(sequel("toll", case))["patrol=occurs"] == "cannot_be_told"


def test_the_first_goal_decides_before_effects_where_an_order_is_stated() -> None:
    case = case_data()
    case["links"]["patrol_fuel"] = {"cause": "patrol", "leads_to": "fuel"}
    ordered = {"priorities": {"south": {"order": ["order"]}}}
    assert verdicts(sequel("toll", case, ordered))["patrol=occurs"] == "would"


def test_sheets_that_order_goals_against_each_other_leave_it_open() -> None:
    case = case_data()
    case["moves"]["patrol"]["options"]["occurs"]["harms"] = "quiet"
    del case["links"]["patrol_losses"]
    one = {"priorities": {"south": {"order": ["order", "quiet"]}}}
    other = {"id": "t", "priorities": {"south": {"order": ["quiet", "order"]}}}
    assert verdicts(sequel("free", case, one))["patrol=occurs"] == "would"
    assert verdicts(sequel("free", case, other))["patrol=occurs"] == "would_not"
    assert verdicts(sequel("free", case, one, other))["patrol=occurs"] == "cannot_be_told"


def test_silence_is_unknown_and_not_a_tie() -> None:
    """Nothing says what a raid brings the pirates once ransom is not their goal."""
    case = case_data()
    case["moves"]["raid"]["options"] = {"occurs": {}, "does_not_occur": {}}
    assert verdicts(sequel("free", case))["raid=occurs"] == "cannot_be_told"


def test_a_stance_on_a_move_counts_like_a_goal() -> None:
    case = case_data()
    case["moves"]["raid"]["options"] = {"occurs": {"rejects": {"pirates": "source"}}, "does_not_occur": {}}
    assert verdicts(sequel("free", case))["raid=occurs"] == "would_not"


def test_judged_likelihoods_with_and_without_a_move_decide() -> None:
    """A sheet that says how likely the losses are with a patrol and without replaces what the link leaves unknown.

    While raids change them too, by nobody knows how much, what is judged holds only on the whole.
    """
    case = case_data()
    case["moves"]["patrol"]["options"] = {"occurs": {}, "does_not_occur": {}}
    judged = {"size": {"losses": {"north": [10, 20], "south": [10, 20]}}}
    likelier = [{"when": {"patrol": "occurs"}, "value": [0.6, 0.8]}, {"value": [0.1, 0.3]}]
    assert verdicts(sequel("free", case, judged))["patrol=occurs"] == "would"
    against_the_link = {**judged, "likelihood": {"losses": likelier}}
    assert verdicts(sequel("free", case, against_the_link))["patrol=occurs"] == "cannot_be_told"
    del case["links"]["raid_losses"]
    assert verdicts(sequel("free", case, against_the_link))["patrol=occurs"] == "would_not"


def test_sizes_decide_between_two_effects_on_the_same_party() -> None:
    """A patrol that surely burns much fuel and can spare only little is not worth it."""
    case = case_data()
    case["moves"]["patrol"]["options"] = {"occurs": {}, "does_not_occur": {}}
    case["effects"]["fuel"]["when"] = {"track": "free", "patrol": "occurs"}
    sizes = {"losses": {"north": 1, "south": [1, 2]}, "fuel": [50, 60]}
    sheet = {"size": sizes, "likelihood": {"fuel": [0.9, 1.0]}}
    assert verdicts(sequel("free", case))["patrol=occurs"] == "cannot_be_told"
    assert verdicts(sequel("free", case, sheet))["patrol=occurs"] == "would_not"


def test_outcome_the_way_there_and_what_the_seat_wants() -> None:
    """On the free course the pirates raid and the south patrols: each gains by it whatever the other does."""
    found = sequel("free")
    tables = outcome_tables([("free", found)])
    (outcome,) = tables["outcomes"].records()
    assert outcome["changes"] == ("patrol=occurs", "raid=occurs")
    assert outcome["nash"] == "certain"
    (path,) = tables["paths"].records()
    assert set(path["by"]) == {"pirates", "south"}
    assert set(path["steps"]) == {"patrol=occurs", "raid=occurs"}
    # The seat bears losses: it wants the patrol and no raid, and only the pirates would leave that.
    (state,) = wanted_states(found)
    assert found.conflict.changes(state) == ("patrol=occurs",)
    assert {(row[2], row[3], row[4]) for row, _ in wanted_rows(found)} == {
        ("pirates", "raid=occurs", "would"),
        ("south", "patrol=does_not_occur", "would_not"),
    }


def test_no_party_deters_a_joint_move_that_it_would_itself_take_part_in() -> None:
    """Lifting a blockade by the south and the insurers could be answered only by the south, ending its own patrol."""
    case = case_data()
    case["moves"]["blockade"] = {"by": ["south", "insurers"]}
    case["links"]["blockade_hulls"] = {"cause": "blockade", "leads_to": "hulls"}
    case["moves"] = {key: case["moves"][key] for key in ("patrol", "blockade")}
    case["links"] = {key: case["links"][key] for key in ("patrol_losses", "blockade_hulls")}
    found = sequel("toll", case)
    assert {mover.parties for mover in found.conflict.movers} == {("south",), ("insurers", "south")}
    assert not any(found.stability.equilibria(concept).any() for concept in found.stability.concepts)


def test_moves_that_bear_on_nothing_are_left_out_and_named() -> None:
    found = sequel("free")
    assert found.conflict.left_out == {"premium": "no_bearing"}


def test_an_institution_that_decides_for_the_seat_is_the_seat() -> None:
    case = case_data()
    case["moves"]["escort"] = {"by": "north_cabinet"}
    case["links"]["escort_losses"] = {"cause": "escort", "leads_to": "losses", "sign": "less"}
    found = sequel("free", case)
    assert "north" in {mover.id for mover in found.conflict.movers}
    assert verdicts(found)["escort=occurs"] == "would"


def test_a_move_of_several_is_made_only_where_each_gains() -> None:
    case = case_data()
    case["moves"]["raid"]["by"] = ["pirates", "south"]
    found = sequel("free", case)
    assert "pirates + south" in {mover.id for mover in found.conflict.movers}
    assert verdicts(found)["raid=occurs"] == "would_not"  # it makes losses of the south likelier


def test_states_that_break_a_rule_do_not_occur() -> None:
    case = case_data()
    case["rules"] = {"either": {"at_most": 1, "among": {"raid": "occurs", "patrol": "occurs"}}}
    changes = {sequel("free", case).conflict.changes(state) for state in range(3)}
    assert changes == {(), ("raid=occurs",), ("patrol=occurs",)}


def test_without_a_known_outset_first_moves_are_not_told() -> None:
    case = case_data()
    case["moves"]["raid"]["options"] = {"raids": {"serves": "ransom"}, "stays": {}}
    found = sequel("free", case)
    assert not first_moves(found)
    assert any(finding.key == "reactions.outset_not_stated" for finding in outcome_findings([("free", found)]))
    case["moves"]["raid"]["status_quo"] = "stays"
    assert verdicts(sequel("free", case))["raid=raids"] == "would"


def test_what_cannot_be_undone_is_not_taken_back() -> None:
    case = case_data()
    case["moves"]["raid"]["is_reversible"] = False
    found = sequel("free", case)
    raided = next(state for state in range(4) if found.conflict.changes(state) == ("raid=occurs",))
    pirates = [mover.id for mover in found.conflict.movers].index("pirates")
    assert not found.moves[pirates, raided].any()


def test_the_conflict_in_which_the_seat_still_chooses() -> None:
    whole = sequels()["all"]
    assert whole is not None
    assert whole.conflict.movers[0].options == ("track",)
    assert len(whole.conflict.states) == 16


def test_moves_can_be_chosen_and_an_unknown_one_is_told() -> None:
    found = sequels(moves=("raid",))["free"]
    assert found is not None
    assert found.conflict.moves == ("raid",)
    with pytest.raises(CannotAnswer, match="'raids' is no move of the case; its moves: patrol, premium, raid"):
        sequels(moves=("raids",))


def test_too_many_moves_are_left_out_by_rings_and_named() -> None:
    case = case_data()
    for number in range(9):
        case["moves"][f"m{number}"] = {"by": "south"}
        case["links"][f"l{number}"] = {"cause": f"m{number}", "leads_to": "losses"}
    found = sequels(case)["free"]
    assert found is None or set(found.conflict.left_out.values()) >= {"too_many"}


def test_renaming_parties_and_moves_changes_no_verdict() -> None:
    names = {"pirates": "a_gang", "south": "z_south", "raid": "z_raid", "patrol": "a_patrol"}

    def renamed(value: object) -> object:
        if isinstance(value, dict):
            return {names.get(key, key): renamed(part) for key, part in value.items()}
        if isinstance(value, list):
            return [renamed(part) for part in value]
        return names.get(value, value) if isinstance(value, str) else value

    again = renamed(case_data())
    assert isinstance(again, dict)
    before = {
        names.get(key.split("=")[0], key.split("=")[0]): verdict for key, verdict in verdicts(sequel("free")).items()
    }
    data: Data = again
    assert {key.split("=")[0]: verdict for key, verdict in verdicts(sequel("free", data)).items()} == before
