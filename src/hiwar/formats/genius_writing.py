"""Writing negotiations for the platform Genius."""

from fractions import Fraction
from xml.sax.saxutils import quoteattr

from hiwar.formats.additive import file_names, refuse_what_would_be_lost
from hiwar.formats.packages_file import PackagesFile
from hiwar.methods.packages import Issue, ModelError, Negotiation, Party
from hiwar.methods.packages.arrays import exact


def genius_texts(file: PackagesFile, stem: str = "domain") -> dict[str, str]:
    """The XML files of a negotiation, by their names: first the domain, then a profile per party.

    Genius knows utilities from 0 to 1 only. So each party's points are written as the share of its own range: 0 for its
    worst package, 1 for its best. A reservation value below the worst package becomes 0, which bars as little.

    Raises
    ------
    ModelError
        What Genius cannot hold: rules, red lines, interactions, fixed options, issues left unsettled; a party to whom
        all packages are worth the same.
    """
    form = file.form
    refuse_what_would_be_lost(form, "Genius")
    title = file.title or stem
    texts = {f"{stem}.xml": _domain(form, title)}
    for name, party in zip(file_names(stem, form.names, ".xml"), form.parties, strict=True):
        texts[name] = _profile(form, party, title)
    return texts


def _domain(form: Negotiation, title: str) -> str:
    issues = "".join(_issue(place, issue, {}) for place, issue in enumerate(form.issues, start=1))
    return (
        f'<negotiation_template>\n<utility_space number_of_issues="{len(form.issues)}">\n'
        f"{_opening(title)}{issues}</objective>\n</utility_space>\n</negotiation_template>\n"
    )


def _opening(title: str) -> str:
    return f'<objective index="0" description="" name={quoteattr(title)} type="objective" etype="objective">\n'


def _issue(place: int, issue: Issue, shares: dict[str, Fraction]) -> str:
    items = "".join(
        f'<item index="{number}" value={quoteattr(option)}{_evaluation(shares, option)}>\n</item>\n'
        for number, option in enumerate(issue.options, start=1)
    )
    kind = 'vtype="discrete" type="discrete" etype="discrete"'
    return f'<issue index="{place}" name={quoteattr(issue.name)} {kind}>\n{items}</issue>\n'


def _evaluation(shares: dict[str, Fraction], option: str) -> str:
    return f' evaluation="{float(shares[option])!r}"' if shares else ""


def _profile(form: Negotiation, party: Party, title: str) -> str:
    worths = {
        issue.name: {option: exact(party.worths[issue.name][option], party.name) for option in issue.options}
        for issue in form.issues
    }
    spans = {name: max(own.values()) - min(own.values()) for name, own in worths.items()}
    total = sum(spans.values())
    if not total:
        raise ModelError(f"{party.name}: all packages are worth the same to it, which no Genius profile can say")
    issues = weights = ""
    for place, issue in enumerate(form.issues, start=1):
        own, span = worths[issue.name], spans[issue.name]
        low = min(own.values())
        shares = {option: (own[option] - low) / span if span else Fraction(0) for option in issue.options}
        issues += _issue(place, issue, shares)
        weights += f'<weight index="{place}" value="{float(span / total)!r}">\n</weight>\n'
    ending = '<discount_factor value="1.0">\n</discount_factor>\n'
    if party.reservation_value is not None:
        worst = sum(min(own.values()) for own in worths.values())
        share = max(Fraction(0), (exact(party.reservation_value, party.name) - worst) / total)
        ending += f'<reservation value="{float(share)!r}">\n</reservation>\n'
    return f"<utility_space>\n{_opening(title)}{issues}{weights}</objective>\n{ending}</utility_space>\n"
