"""The flagship case holds all courses, effects, events, options and links of its paper; its sheets keep their word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hiwar.dossier.contents import Effect
from hiwar.dossier.model import Dossier, main_domain, principals, side_of
from hiwar.dossier.reading import Case, read_case
from hiwar.dossier.records import Item, Text
from hiwar.dossier.sheet import Likelihood, Sheet, Sizes
from hiwar.dossier.variables import OCCURS, Event, Issue, Move, Option

PAPER_TRACKS = ("T1", "T2", "T3")
PAPER_PAGES = 30
OPTIONS_OF_THE_PAPER = 73


@pytest.fixture(scope="module")
def case(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration", "paper-only"])


@pytest.fixture(scope="module")
def dossier(case: Case) -> Dossier:
    return case.dossier


@pytest.fixture(scope="module")
def illustration(case: Case) -> Sheet:
    return next(sheet for sheet in case.sheets if sheet.id == "illustration")


@pytest.fixture(scope="module")
def paper_only(case: Case) -> Sheet:
    return next(sheet for sheet in case.sheets if sheet.id == "paper-only")


def numbered(prefix: str, count: int, width: int = 2) -> set[str]:
    return {f"{prefix}{number:0{width}d}" for number in range(1, count + 1)}


def on_track(dossier: Dossier, track: str) -> list[Effect]:
    return [effect for effect in dossier.effects.values() if track in effect.when["track"]]


def in_two_languages(text: Text | None) -> bool:
    return not isinstance(text, str | None) and bool(text.get("en")) and bool(text.get("ar"))


def own_items(dossier: Dossier) -> Iterator[Item]:
    """Items that belong to the courses: the rest of the case has its own tests."""
    for section in (dossier.events, dossier.moves, dossier.issues, dossier.tracks, dossier.effects):
        yield from section.values()
    yield from dossier.links.values()
    yield from dossier.rules.values()
    for track in dossier.tracks.values():
        yield from track.needs.values()
        yield from track.variants.values()
    variables: tuple[Event | Move | Issue, ...] = (
        *dossier.events.values(),
        *dossier.moves.values(),
        *dossier.issues.values(),
    )
    for variable in variables:
        yield from (option for option in variable.options.values() if option.id not in OCCURS)


def touched(dossier: Dossier, effect: Effect) -> set[tuple[str, str]]:
    """Side and main domain of every size that the effect needs."""
    sides = {side_of(dossier, party) for party in effect.on}
    return {(side, main_domain(dossier, domain)) for side in sides for domain in effect.domains}


def covered(dossier: Dossier, effect: Effect, sizes: Sizes) -> set[tuple[str, str]]:
    """Side and main domain that a sheet gives a size for."""
    found = set()
    for entry in sizes.entries:
        for side, domain in touched(dossier, effect):
            named = set(entry.keys)
            keys = {side_of(dossier, key) if key in dossier.parties else main_domain(dossier, key) for key in named}
            if keys <= {side, domain}:
                found.add((side, domain))
    return found


def reasons_of(likelihood: Likelihood) -> Iterator[Text | None]:
    for one in likelihood.cases:
        if one.itself is not None:
            yield one.itself.because
        yield from (judged.because for judged in one.options.values())


def empty_cells(dossier: Dossier) -> set[tuple[str, str, str]]:
    cells = {
        (track, side, kind) for track in dossier.tracks for side in principals(dossier) for kind in ("gain", "cost")
    }
    stated = {
        (track, side_of(dossier, party), effect.kind)
        for effect in dossier.effects.values()
        for track in effect.when["track"]
        for party in effect.on
    }
    return cells - stated


def test_r7_the_three_tracks_have_their_35_effects(dossier: Dossier) -> None:
    expected = {
        **dict.fromkeys((f"T1-{n}" for n in range(1, 6)), ("T1", "consequence", "cost")),
        **dict.fromkeys((f"T2-C{n}" for n in range(1, 5)), ("T2", "cost", "cost")),
        **dict.fromkeys((f"T2-R{n}" for n in range(1, 6)), ("T2", "result", "cost")),
        **dict.fromkeys((f"T3-B{n}" for n in range(1, 11)), ("T3", "benefit", "gain")),
        **dict.fromkeys((f"T3-H{n}" for n in range(1, 6)), ("T3", "harm", "cost")),
        **dict.fromkeys((f"T3-A{n}" for n in range(1, 7)), ("T3", "benefit_other_side", "gain")),
    }
    found = {
        effect.id: (track, effect.listed_as, effect.kind)
        for track in PAPER_TRACKS
        for effect in on_track(dossier, track)
    }
    assert found == expected
    assert len(found) == 35


def test_r7_every_effect_of_the_paper_opens_its_passage(dossier: Dossier) -> None:
    sections = {"T1": "track_1", "T2": "track_2", "T3": "track_3"}
    for track, section in sections.items():
        for effect in on_track(dossier, track):
            assert {cite.section for cite in effect.cite} == {section}, effect.id


def test_r4_benefits_and_harms_of_the_third_track_hang_on_acceptance(dossier: Dossier) -> None:
    for effect in on_track(dossier, "T3"):
        expected = {"benefit": ("benefits_realised",), "harm": ("rejection",)}.get(effect.listed_as or "")
        assert effect.when.get("EV-27") == expected, effect.id


def test_r7_each_track_has_its_conditions_with_their_kinds(dossier: Dossier) -> None:
    kinds = {track.id: {need.id: need.kind for need in track.needs.values()} for track in dossier.tracks.values()}
    assert kinds["T1"] == {}
    assert kinds["T2"] == {
        "T2-K1": "property",
        "T2-K2": "cause",
        "T2-K3": "necessary",
        "T2-K4": "necessary",
        "T2-K5": "duty",
    }
    assert kinds["T3"] == {
        "T3-K1": "necessary",
        "T3-K2": "property",
        "T3-K3": "distinction",
        "T3-K4": "necessary",
        "T3-K5": "contingent",
        "T3-K6": "duty",
    }


def test_r4_the_second_track_needs_a_win_of_the_incumbent_and_insistence(dossier: Dossier) -> None:
    track = dossier.tracks["T2"]
    assert dict(track.needs["T2-K3"].when) == {"EV-01": ("trump_wins",)}
    assert dict(track.needs["T2-K4"].when) == {"M-INSIST": track.fixes["M-INSIST"]}
    assert len(track.needs["T2-K3"].readings) == 2


def test_r7_bases_by_force_fail_acceptance_and_bases_by_choice_meet_it(dossier: Dossier) -> None:
    accepted = dossier.tracks["T3"].needs["T3-K1"].when["AG-04"]
    variants = dossier.tracks["T3"].variants
    assert set(variants["T3-choice"].fixes["AG-04"]) <= set(accepted)
    assert not set(variants["T3-force"].fixes["AG-04"]) & set(accepted)


def test_r7_two_further_courses_are_not_counted_among_the_papers_tracks(dossier: Dossier) -> None:
    named = {track.id for track in dossier.tracks.values() if track.is_named_by_source}
    assert named == set(PAPER_TRACKS)
    assert set(dossier.tracks) - named == {"TG-3", "TG-4"}
    assert set(dossier.tracks["TG-4"].fixes["AG-04"]) == {"AG-04f"}


def test_r7_the_paper_names_no_gain_for_the_first_two_tracks(dossier: Dossier) -> None:
    assert {effect.kind for track in ("T1", "T2") for effect in on_track(dossier, track)} == {"cost"}


def test_r9_full_withdrawal_and_nato_bases_never_hold_together(dossier: Dossier) -> None:
    rules = dossier.rules.values()
    excluded = any(
        "AG-04a" in rule.when.get("AG-04", ()) and "AG-04f" in rule.excludes.get("AG-04", ()) for rule in rules
    )
    one_of = any(rule.at_most == 1 and {"AG-04a", "AG-04f"} <= set(rule.among.get("AG-04", ())) for rule in rules)
    assert excluded
    assert one_of


def test_r9_a_ban_on_all_action_clashes_with_operations_against_isis(dossier: Dossier) -> None:
    clash = [
        rule
        for rule in dossier.rules.values()
        if "AG-06a" in rule.when.get("AG-06", ()) and "AG-06c" in rule.excludes.get("AG-06", ())
    ]
    assert clash
    assert clash[0].readings


def test_r3_joint_management_limits_of_use_and_the_nato_banner_ease_the_main_conflict(dossier: Dossier) -> None:
    assert set(dossier.relations["PR-003"].between) == {"UG-04", "IG-02"}
    easing = {
        option.id for issue in dossier.issues.values() for option in issue.options.values() if "PR-003" in option.eases
    }
    assert {"AG-05a", "AG-06a", "AG-06b", "AG-04f"} <= easing


def test_r3_options_ease_only_pairs_that_are_in_conflict_or_mixed(dossier: Dossier) -> None:
    for issue in dossier.issues.values():
        for option in issue.options.values():
            for pair in option.eases:
                assert dossier.relations[pair].relation in {"conflicting", "mixed"}, (option.id, pair)


def test_every_issue_event_and_link_of_the_paper_is_there(dossier: Dossier) -> None:
    assert set(dossier.issues) == numbered("AG-", 18)
    assert numbered("EV-", 31) == {key for key in (*dossier.events, *dossier.moves) if key.startswith("EV-")}
    assert numbered("CL-", 27) <= set(dossier.links)


def test_options_of_the_paper_cite_it_and_the_others_give_a_reason(dossier: Dossier) -> None:
    options: list[Option] = [option for issue in dossier.issues.values() for option in issue.options.values()]
    assert sum(option.is_stated for option in options) == OPTIONS_OF_THE_PAPER
    assert not [option.id for option in options if option.is_unfounded]


def test_the_only_red_line_is_the_proxy_war_that_the_paper_rules_out(dossier: Dossier) -> None:
    lines = {
        option.id: dict(option.red_line_of)
        for issue in dossier.issues.values()
        for option in issue.options.values()
        if option.red_line_of
    }
    assert lines == {"AG-16h": {"A-IQ": "source"}}


def test_items_of_the_courses_are_named_in_english_and_arabic(dossier: Dossier) -> None:
    assert not [item.id for item in own_items(dossier) if not in_two_languages(item.name)]
    assert not [item.id for item in own_items(dossier) if item.text is not None and not in_two_languages(item.text)]


def test_pages_cited_are_pages_of_the_paper(dossier: Dossier) -> None:
    pages = {cite.page for item in own_items(dossier) for cite in item.cite if cite.source == "bayan2020"}
    assert pages <= set(range(1, PAPER_PAGES + 1))


def test_r8_success_and_failure_exclude_each_other_and_no_dialogue_is_neither(dossier: Dossier) -> None:
    success, failure = dossier.outcomes["success"].when, dossier.outcomes["failure"].when
    assert not set(success["EV-27"]) & set(failure["EV-27"])
    assert set(success["track"]) == set(failure["track"]) == set(dossier.tracks) - {"T1"}


def test_r8_100_points_are_declared_for_both_principals_in_every_main_domain(dossier: Dossier) -> None:
    domains = {domain for domain in dossier.domains if main_domain(dossier, domain) == domain}
    for party in principals(dossier):
        assert set(dossier.anchors[party]) == domains


def test_illustration_is_marked_as_nobodys_view(illustration: Sheet) -> None:
    assert illustration.standing == "illustration"
    assert in_two_languages(illustration.title)
    assert in_two_languages(illustration.notice)


def test_illustration_judges_every_effect_for_each_side_and_main_domain(dossier: Dossier, illustration: Sheet) -> None:
    assert set(illustration.size) == set(dossier.effects)
    assert set(dossier.effects) <= set(illustration.likelihood)
    for effect in dossier.effects.values():
        assert covered(dossier, effect, illustration.size[effect.id]) == touched(dossier, effect), effect.id


def test_illustration_judges_acceptance_on_every_course(dossier: Dossier, illustration: Sheet) -> None:
    cases = illustration.likelihood["EV-27"].cases
    assert {track for one in cases for track in one.when["track"]} == set(dossier.tracks)


def test_illustration_judges_every_empty_cell(dossier: Dossier, illustration: Sheet) -> None:
    judged = {
        (track, party, kind)
        for track, parties in illustration.unstated.items()
        for party, kinds in parties.items()
        for kind in kinds
    }
    assert judged == empty_cells(dossier)


def test_illustration_gives_a_reason_for_each_entry(illustration: Sheet) -> None:
    reasons: list[tuple[str, Text | None]] = [
        (key, reason) for key, likelihood in illustration.likelihood.items() for reason in reasons_of(likelihood)
    ]
    reasons += [(key, entry.judged.because) for key, sizes in illustration.size.items() for entry in sizes.entries]
    reasons += [
        (track, entry.judged.because)
        for track, parties in illustration.unstated.items()
        for kinds in parties.values()
        for sizes in kinds.values()
        for entry in sizes.entries
    ]
    reasons += [(party, weights.because) for party, weights in illustration.weights.items()]
    reasons += [(party, priorities.because) for party, priorities in illustration.priorities.items()]
    reasons += [(key, judged.because) for key, judged in illustration.relations.items()]
    assert not [key for key, reason in reasons if not reason]


def test_illustration_orders_the_main_domains_of_both_principals(dossier: Dossier, illustration: Sheet) -> None:
    domains = {domain for domain in dossier.domains if main_domain(dossier, domain) == domain}
    for party in principals(dossier):
        assert {domain for tier in illustration.weights[party].order for domain in tier} == domains


def test_paper_only_holds_the_one_likelihood_of_the_paper(paper_only: Sheet) -> None:
    assert paper_only.standing == "source_only"
    assert set(paper_only.likelihood) == {"EV-01"}
    only = paper_only.likelihood["EV-01"].cases[0].options
    assert {option: judged.value for option, judged in only.items()} == {"trump_wins": "likely"}
    rest = (paper_only.size, paper_only.unstated, paper_only.weights, paper_only.priorities, paper_only.relations)
    assert not any(rest)


def test_case_reads_without_a_warning(case: Case) -> None:
    assert case.warnings == ()
