"""Chains of effects: the acceptance checks of R13, and what must not change them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.dossier import Case, Dossier, Sheet
from hiwar.questions import Settings
from hiwar.questions.answer import Finding, Table
from hiwar.questions.reactions.chain_findings import chain_findings, chain_tables
from hiwar.questions.reactions.chain_graph import graph_of
from hiwar.questions.reactions.chains import MOST_LOOPS, cut_links, loops, reach, starts_of

QUICK = Settings()
N_ITEMS = 7
Arrows = Sequence[tuple[int, int, str]]


@pytest.fixture(scope="module")
def tables(flagship: Case) -> Mapping[str, Table]:
    return chain_tables(flagship.dossier, flagship.sheets, QUICK)


@pytest.fixture(scope="module")
def found(flagship: Case) -> tuple[Finding, ...]:
    return tuple(chain_findings(flagship.dossier, flagship.sheets, QUICK))


def records(table: Table, **wanted: Any) -> list[dict[str, Any]]:
    return [row for row in table.records() if all(row[key] == value for key, value in wanted.items())]


def case_of(links: Mapping[str, Mapping[str, Any]], n_items: int = N_ITEMS, **more: Any) -> Dossier:
    """A case of effects that follow from each other; the move "m0" starts, "e0" and on are costs and gains."""
    effects = {
        f"e{n}": {"when": {"track": "t"}, "on": "us", "kind": "cost" if n % 2 else "gain", "domains": "d"}
        for n in range(1, n_items)
    }
    data: dict[str, Any] = {
        "hiwar": 1,
        "title": "chains",
        "seat": "us",
        "domains": {"d": None},
        "parties": {"us": {"roles": "principal"}, "them": {"roles": "principal"}},
        "tracks": {"t": None, "other": None},
        "moves": {"e0": {"by": "them"}},
        "effects": effects,
        "links": links,
    }
    return Dossier.model_validate(data | more)


def arrows_case(arrows: Arrows, n_items: int = N_ITEMS) -> Dossier:
    links = {
        f"l{number}": {"cause": f"e{cause}", "leads_to": f"e{target}", "sign": sign}
        for number, (cause, target, sign) in enumerate(arrows)
    }
    return case_of(links, n_items)


def arrows() -> st.SearchStrategy[list[tuple[int, int, str]]]:
    node = st.integers(0, N_ITEMS - 1)
    return st.lists(st.tuples(node, node, st.sampled_from(["more", "less"])), max_size=14)


def plainly_reached(arrows: Arrows) -> set[tuple[str, str]]:
    """Reachability by its definition: pass the arrows over until nothing new follows."""
    found = {("e0", "more")}
    while True:
        new = {
            (f"e{target}", "more" if sign == by else "less")
            for node, sign in found
            for cause, target, by in arrows
            if node == f"e{cause}"
        }
        if new <= found:
            return found
        found |= new


# The flagship


def test_r13_from_the_attack_of_factions_to_partners_who_reconsider(
    flagship: Case, tables: Mapping[str, Table]
) -> None:
    (row,) = records(tables["chains"], start="EV-08", consequence="EV-18", sign="more")
    assert row["nodes"] == ("EV-08", "EV-10", "T3-H3", "EV-18")
    assert row["by"] == ("CL-01", "CL-01a", "CL-01b")
    assert all(flagship.dossier.links[link].cite for link in row["by"])
    assert set(row["acting"]) == {"A-US", "A-EURCOUNTRIES", "A-ARAB"}
    assert "EV-27=rejection" in row["needs"]


def test_r13_every_step_names_an_item_of_the_case(flagship: Case, tables: Mapping[str, Table]) -> None:
    dossier = flagship.dossier
    known = {*dossier.links, *dossier.effects, *dossier.tracks}
    known |= {variant for track in dossier.tracks.values() for variant in track.variants}
    assert {by for row in tables["chains"].records() for by in row["by"]} <= known


@pytest.mark.parametrize("party", ["A-IR", "A-IQ-FACT", "A-GULF", "A-ARAB", "A-RU", "A-CN", "A-NATO", "A-EU"])
def test_r13_each_track_lists_each_third_party_or_says_not_stated(
    flagship: Case, tables: Mapping[str, Table], party: str
) -> None:
    for track in flagship.dossier.tracks:
        states = {row["state"] for row in records(tables["third_party_reactions"], course=track, party=party)}
        assert states in ({"stated"}, {"not_stated"})


@pytest.mark.parametrize(
    ("track", "party", "item"),
    [
        ("T2", "A-IR", "EV-15"),
        ("T2", "A-GULF", "T2-C1"),
        ("T2", "A-NATO", "T3-B6"),
        ("T3", "A-IR", "T3-H5"),
        ("T3", "A-IQ-FACT", "T3-H1"),
        ("T3", "A-ARAB", "EV-18"),
        ("T3", "A-EU", "T3-B6"),
        ("TG-3", "A-IQ-FACT", "EV-08"),
        ("TG-3", "A-IR", "NA-07-3"),
    ],
)
def test_r13_stated_reactions(tables: Mapping[str, Table], track: str, party: str, item: str) -> None:
    assert records(tables["third_party_reactions"], course=track, party=party, item=item)


def test_r13_what_the_paper_does_not_say_is_not_stated(tables: Mapping[str, Table], found: Sequence[Finding]) -> None:
    (row,) = records(tables["third_party_reactions"], course="T1", party="A-RU")
    assert (row["state"], row["item"]) == ("not_stated", None)
    silent = [one for one in found if one.key == "reactions.third_parties_not_stated" and one.values["course"] == "T1"]
    assert "A-RU" in silent[0].values["parties"]


def test_r13_assurance_to_iran_is_among_the_means_against_its_pressure(tables: Mapping[str, Table]) -> None:
    assert records(tables["means_against"], harm="T3-H5", issue="AG-16", option="AG-16a")


def test_the_principals_are_no_third_parties(tables: Mapping[str, Table]) -> None:
    parties = {row["party"] for row in tables["third_parties"].records()}
    assert not parties & {"A-IQ", "A-US"}
    (factions,) = records(tables["third_parties"], party="A-IQ-FACT")
    assert factions["is_spoiler"]
    assert "A-IQ-FACTL" in factions["members"]


def test_opposite_signs_are_shown_with_both_chains(tables: Mapping[str, Table]) -> None:
    (row,) = records(tables["contradictions"], cause="T3", consequence="T3-B6")
    assert row["more_by"] == ("T3-B6",)
    assert row["less_by"] == ("T3-H3", "CL-01b", "EL-13")
    assert row["clash"] == ("EV-27",)


def test_who_is_backed_from_outside_is_marked(tables: Mapping[str, Table]) -> None:
    (row,) = records(tables["actors"], party="A-IQ-PARTIES")
    assert (row["is_spoiler"], row["backed_by"]) == (True, ("A-IR",))


# Cutting a link


@given(arrows())
def test_r13_cutting_a_link_removes_exactly_what_is_reachable_by_it_alone(drawn: Arrows) -> None:
    dossier = arrows_case(drawn)
    start = next((one for one in starts_of(dossier, QUICK) if one.id == "e0"), None)
    if start is None:
        assert all(cause != 0 for cause, _, _ in drawn)
        return
    assert set(reach(start.graph, start.states)) == plainly_reached(drawn)
    lost = cut_links(dossier, start)
    for number in range(len(drawn)):
        rest = [*drawn[:number], *drawn[number + 1 :]]
        assert lost.get(f"l{number}", frozenset()) == plainly_reached(drawn) - plainly_reached(rest)


def first_cuts(dossier: Dossier, *sheets: Sheet) -> list[tuple[str, tuple[str, ...]]]:
    rows = records(chain_tables(dossier, sheets, QUICK)["cuts"], start="e0", party="us")
    return [(row["link"], row["less_than"]) for row in rows]


def test_r13_splitting_a_harm_in_two_changes_no_order_of_cuts() -> None:
    links: dict[str, dict[str, Any]] = {
        "a": {"cause": "e0", "leads_to": "e1"},
        "b": {"cause": "e1", "leads_to": "e3"},
        "c": {"cause": "e0", "leads_to": "e5"},
    }
    split = links | {"b": {"cause": "e1", "leads_to": ["e3", "e7"]}}
    before, after = first_cuts(case_of(links)), first_cuts(case_of(split, n_items=8))
    assert before == after == [("a", ()), ("b", ("a",)), ("c", ())]


def test_sizes_removed_are_told_only_where_all_are_judged() -> None:
    dossier = case_of({"a": {"cause": "e0", "leads_to": "e1"}})
    data: dict[str, Any] = {"id": "s", "hiwar_judgements": 1, "by": {"name": "A"}, "size": {"e1": [20, 40]}}
    silent = chain_tables(dossier, [Sheet.model_validate(data)], QUICK)["cut_sizes"]
    (row,) = records(silent, start="e0", party="us")
    assert (row["low"], row["high"], row["not_judged"]) == (None, None, ("e1",))
    data["likelihood"] = {"e1": [0.5, 1]}
    (row,) = records(chain_tables(dossier, [Sheet.model_validate(data)], QUICK)["cut_sizes"], start="e0", party="us")
    assert (row["low"], row["high"]) == (10, 40)


# Loops


def test_r13_a_link_that_leads_back_to_its_cause_is_a_loop() -> None:
    tables = chain_tables(arrows_case([(0, 0, "less"), (0, 1, "more")]), [], QUICK)
    assert [(row["nodes"], row["sign"]) for row in tables["loops"].records()] == [(("e0", "e0"), "less")]
    assert records(tables["chains"], start="e0", consequence="e0", sign="less")


@pytest.mark.parametrize("length", [2, 40, 1000])
def test_r13_a_loop_is_reported_and_the_run_ends(length: int) -> None:
    dossier = arrows_case([(n, (n + 1) % length, "more") for n in range(length)], length)
    (loop,), unsearched = loops(graph_of(dossier))
    assert (len(loop.steps), loop.sign, unsearched) == (length, "more", 0)


def test_r13_many_loops_are_bounded_and_the_answer_says_so() -> None:
    n = 20
    dossier = arrows_case([(a, b, "more") for a in range(n) for b in range(n)], n)
    found = list(chain_findings(dossier, [], QUICK))
    assert sum(one.key == "reactions.loop" for one in found) == MOST_LOOPS
    (stopped,) = [one for one in found if one.key == "reactions.loops_stopped"]
    assert stopped.values["unsearched"] > 0


@given(arrows())
def test_every_link_on_a_loop_is_shown_in_a_loop(drawn: Arrows) -> None:
    found, unsearched = loops(graph_of(arrows_case(drawn)))
    shown = {edge.by for loop in found for edge in loop.steps}
    for number, (cause, target, _) in enumerate(drawn):
        follows = {node for node, _ in _plain_from(drawn, target)}
        assert (f"l{number}" in shown) == (f"e{cause}" in follows)
    assert unsearched == 0


def _plain_from(drawn: Arrows, start: int) -> set[tuple[str, str]]:
    """Everything reachable from an item, itself included, by swapping its number with that of the start."""
    swap = {start: 0, 0: start}
    swapped = [(swap.get(cause, cause), swap.get(target, target), sign) for cause, target, sign in drawn]
    return {(f"e{swap.get(int(node[1:]), int(node[1:]))}", sign) for node, sign in plainly_reached(swapped)}


def test_r13_a_large_case_is_searched_for_cuts_as_far_as_told() -> None:
    n = 160
    moves = {f"m{number}": {"by": "them"} for number in range(n)}
    links = {f"l{a}": {"cause": f"m{a}", "leads_to": [f"m{b % n}" for b in (a + 1, a + 2)]} for a in range(n)}
    found = list(chain_findings(case_of(links, moves=moves), [], QUICK))
    (stopped,) = [one for one in found if one.key == "reactions.cuts_stopped"]
    assert "m99" in stopped.values["not_searched"]
    assert "t" not in stopped.values["not_searched"]


# Courses and conditions


def test_a_chain_says_what_else_it_needs() -> None:
    links = {"both": {"cause": ["e0", "e1"], "when": {"x": "yes"}, "leads_to": "e3"}}
    dossier = case_of(links, issues={"x": {"options": ["yes", "no"]}})
    (row,) = records(chain_tables(dossier, [], QUICK)["chains"], start="e0", consequence="e3")
    assert row["needs"] == ("e1", "track=t", "x=yes")


def test_a_course_admits_no_step_that_it_rules_out() -> None:
    links = {"go": {"when": {"track": ["t", "other"]}, "leads_to": ["e1", "e0"]}}
    tables = chain_tables(case_of(links), [], QUICK)
    assert records(tables["chains"], start="t", consequence="e1")
    assert not records(tables["chains"], start="other", consequence="e1")
    assert records(tables["chains"], start="other", consequence="e0")


def test_a_case_without_links_says_so() -> None:
    keys = {one.key for one in chain_findings(case_of({}), [], QUICK)}
    assert "reactions.no_links" in keys


@given(arrows(), st.randoms(use_true_random=False))
def test_other_names_and_another_order_change_nothing(drawn: Arrows, random: Any) -> None:
    order = list(range(len(drawn)))
    random.shuffle(order)
    named = {f"l{n}": {"cause": f"e{drawn[n][0]}", "leads_to": f"e{drawn[n][1]}", "sign": drawn[n][2]} for n in order}
    other = {f"z{n}": named[f"l{n}"] for n in order}
    plain = chain_tables(arrows_case(drawn), [], QUICK)
    assert chain_tables(case_of(named), [], QUICK) == plain
    renamed = chain_tables(case_of(other), [], QUICK)
    for column in ("consequence", "sign", "needs"):
        assert [row[column] for row in _ends(renamed)] == [row[column] for row in _ends(plain)]
    assert [row["harms"] for row in _cuts(renamed)] == [row["harms"] for row in _cuts(plain)]


def _ends(tables: Mapping[str, Table]) -> list[dict[str, Any]]:
    return sorted(tables["chains"].records(), key=lambda row: (row["start"], row["consequence"], row["sign"]))


def _cuts(tables: Mapping[str, Table]) -> list[dict[str, Any]]:
    return sorted(tables["cuts"].records(), key=lambda row: (row["start"], row["party"], row["link"][1:]))


def test_no_action_is_advised_against_a_chain_that_needs_two_outcomes_of_one_event(flagship: Case) -> None:
    """Partners would take away hoped-for help only where benefits come about and rejection prevails: never both."""
    found = chain_findings(flagship.dossier, flagship.sheets, Settings())
    advised = [finding for finding in found if finding.key == "reactions.where_to_act"]
    assert not [finding for finding in advised if finding.values["course"].startswith("T3")]
