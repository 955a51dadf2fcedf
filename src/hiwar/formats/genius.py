"""Reading negotiations of the platform Genius: an XML file for the domain, one for each party's profile."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from hiwar.dossier.problems import CaseError, Problem, brief
from hiwar.formats.additive import MOST_INTEGERS, names_of_their_own, rounded_if_needed
from hiwar.formats.nodes import source_text
from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.xml_tree import Element, read_xml
from hiwar.methods.packages import Issue, ModelError, Negotiation, Number, Party

ALMOST_NOTHING = Fraction(1, 100_000)
"""Where the largest evaluation of an issue is less, Genius takes all of them as 0."""
_DOMAIN, _PROFILE = "negotiation_template", "utility_space"


def read_genius(path: str | Path, profiles: Sequence[str | Path] | None = None) -> PackagesFile:
    """Read a negotiation from Genius files.

    Parameters
    ----------
    path : str or Path
        The domain, a profile, or a folder with both.
    profiles : sequence of str or Path, optional
        Files of the parties. By default all profiles in the folder of the domain that have its issues and options; of a
        profile, itself alone.

    Returns
    -------
    PackagesFile
        Parties are named after their files. An option is worth weight x evaluation / largest evaluation of its issue,
        as in Genius. A profile without reservation value gives None (Genius takes 0).

    Raises
    ------
    CaseError
        If a file is none of Genius, or holds what packages cannot: real-valued issues, nested objectives, utilities
        that are not additive.
    """
    first = Path(path)
    domain, others = _files(first)
    chosen = [Path(one) for one in profiles] if profiles is not None else others
    issues = issues_of(domain)
    found = [(one.stem, read_xml(source_text(one))) for one in chosen]
    if profiles is None and domain.tag == _DOMAIN:
        found = [(name, root) for name, root in found if root.tag == _PROFILE and _has_issues(root, issues)]
    if not found:
        raise domain.refused("there is no profile with these issues and options beside this domain")
    notices: list[str] = []
    names = names_of_their_own([name for name, _ in found])
    parties = tuple(_party(name, root, issues, notices) for name, (_, root) in zip(names, found, strict=True))
    objective = domain.of("objective") or [element for one in domain.children for element in one.of("objective")]
    title = objective[0].attributes.get("name", "") if objective else ""
    try:
        form, rounding = rounded_if_needed(Negotiation(issues, parties))
    except ModelError as problem:
        raise domain.refused(str(problem)) from None
    return PackagesFile(title or first.stem, form, notices=(*notices, *rounding))


def _files(path: Path) -> tuple[Element, list[Path]]:
    """The element that gives the issues, and files that may be profiles."""
    if path.is_dir():
        listed = sorted(one for one in path.iterdir() if one.suffix.lower() == ".xml" and one.is_file())
        for one in listed:
            root = read_xml(source_text(one))
            if root.tag == _DOMAIN:
                return root, [other for other in listed if other != one]
        raise CaseError([Problem(str(path), 0, 0, f"no .xml file here begins with <{_DOMAIN}>, as a domain does")])
    root = read_xml(source_text(path))
    if root.tag == _PROFILE:
        return root, [path]
    if root.tag != _DOMAIN:
        raise root.refused(f"<{brief(root.tag)}> is neither a domain (<{_DOMAIN}>) nor a profile (<{_PROFILE}>)")
    beside = sorted(one for one in path.parent.iterdir() if one.suffix.lower() == ".xml" and one.is_file())
    return root, [one for one in beside if one != path]


def _objective(root: Element) -> Element:
    spaces = [root] if root.tag == _PROFILE else root.of(_PROFILE)
    objectives = [objective for space in spaces for objective in space.of("objective")]
    if len(objectives) != 1:
        raise root.refused(f"one <objective> with the issues is wanted here; found {len(objectives)}")
    if nested := objectives[0].of("objective"):
        raise nested[0].refused("objectives within objectives cannot be read; list all issues under one")
    return objectives[0]


def issues_of(root: Element) -> tuple[Issue, ...]:
    """The issues of a domain or profile, in its order."""
    elements = _objective(root).of("issue")
    if not elements:
        raise root.refused("there is no <issue>; utilities that are not additive cannot be read")
    names = names_of_their_own([element.attributes.get("name", "") or "issue" for element in elements])
    return tuple(Issue(name, _options(element)) for name, element in zip(names, elements, strict=True))


def _options(element: Element) -> tuple[str, ...]:
    kind = element.attributes.get("vtype") or element.attributes.get("type") or "discrete"
    if kind == "integer":
        low, high = _bounds(element)
        return tuple(str(number) for number in range(low, high + 1))
    if kind != "discrete":
        raise element.refused(f'issues of type "{brief(kind)}" cannot be held; cut the range into options')
    options = tuple(item.attributes.get("value", "") for item in element.of("item"))
    if not options or len(set(options)) != len(options) or "" in options:
        raise element.refused("an issue needs options, each with a name (value) of its own")
    return options


def _bounds(element: Element) -> tuple[int, int]:
    ranges = [element, *element.of("range")]
    bounds = [one.attributes[key] for key in ("lowerbound", "upperbound") for one in ranges if key in one.attributes]
    try:
        low, high = (int(bound) for bound in bounds[:2])
    except ValueError:
        raise element.refused("an issue of whole numbers needs a lowerbound and an upperbound") from None
    if not low <= high < low + MOST_INTEGERS:
        raise element.refused(f"{low} to {high}: up to {MOST_INTEGERS:,} whole numbers are taken, in ascending order")
    return low, high


def _has_issues(profile: Element, issues: Iterable[Issue]) -> bool:
    try:
        return {issue.name: set(issue.options) for issue in issues_of(profile)} == {
            issue.name: set(issue.options) for issue in issues
        }
    except CaseError:
        return False


def _party(name: str, root: Element, issues: Sequence[Issue], notices: list[str]) -> Party:
    if not _has_issues(root, issues):
        raise root.refused(f'the profile "{brief(name)}" has other issues or options than the domain')
    objective = _objective(root)
    weights = {weight.attributes.get("index", ""): _number(weight, "value") for weight in objective.of("weight")}
    own = issues_of(root)
    worths: dict[str, Mapping[str, Number]] = {}
    for issue, element in zip(own, objective.of("issue"), strict=True):
        index = element.attributes.get("index", "")
        if index not in weights:
            raise element.refused(f'there is no <weight index="{brief(index)}"> for the issue "{brief(issue.name)}"')
        worths[issue.name] = {option: weights[index] * share for option, share in _shares(issue, element).items()}
    total = sum(weights.values(), Fraction(0))
    if abs(total - 1) > ALMOST_NOTHING:
        notices.append(f"The weights of {name} add up to {float(total):g}, not 1; they are kept.")
    if any(_number(discount, "value") not in (0, 1) for discount in root.of("discount_factor")):
        notices.append(f"The discount factor of {name} is left out: packages have no time.")
    stated = [_number(reservation, "value") for reservation in root.of("reservation")]
    return Party(name, worths, reservation_value=stated[0] if stated else None)


def _shares(issue: Issue, element: Element) -> dict[str, Fraction]:
    """Evaluations as Genius uses them: divided by the largest of the issue; linear ones cut to between 0 and 1."""
    if (element.attributes.get("vtype") or element.attributes.get("type")) == "integer":
        return _linear(issue, element)
    found = {item.attributes["value"]: _number(item, "evaluation") for item in element.of("item")}
    if any(evaluation < 0 for evaluation in found.values()):
        raise element.refused("an evaluation is negative; Genius knows none")
    largest = max(found.values())
    if largest < ALMOST_NOTHING:
        return dict.fromkeys(found, Fraction(0))
    return {option: evaluation / largest for option, evaluation in found.items()}


def _linear(issue: Issue, element: Element) -> dict[str, Fraction]:
    evaluators = element.of("evaluator")
    if len(evaluators) != 1 or evaluators[0].attributes.get("ftype", "linear") != "linear":
        raise element.refused("an issue of whole numbers needs one linear <evaluator>")
    offset, slope = _number(evaluators[0], "offset"), _number(evaluators[0], "slope")
    low = int(issue.options[0])
    return {
        option: min(max(offset + slope * (int(option) - low), Fraction(0)), Fraction(1)) for option in issue.options
    }


def _number(element: Element, key: str) -> Fraction:
    raw = element.attributes.get(key, "")
    try:
        number = Decimal(raw) if len(raw) < 40 else Decimal(repr(float(raw)))
        if number.is_finite() and abs(number.adjusted()) < 40:
            return Fraction(number)
    except (InvalidOperation, ValueError):
        pass
    raise element.refused(f'<{element.tag}> needs a number as {key}; found "{brief(raw)}"')
