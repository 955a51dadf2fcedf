"""The command ``cross-impact``: a matrix analysed, on the screen or for a program, drawn, or saved in another form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hiwar.cli.arguments import must_be_writable, one_of
from hiwar.cli.cross_impact_analysis import Analysis, Asked, analyse
from hiwar.cli.cross_impact_data import analysis_json
from hiwar.cli.cross_impact_screen import show_analysis
from hiwar.cli.cross_impact_words import changes_of, fixed_of, judge_of, read_matrix
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.svg_files import by_itself
from hiwar.cli.terminal import say, show_data
from hiwar.formats import CrossImpactFile, cross_impact_csv, cross_impact_text, pycib_text, scw_text
from hiwar.methods.cross_impact import Rule

WRITERS: dict[str, Callable[[CrossImpactFile, Path], str]] = {
    ".yaml": lambda file, _: cross_impact_text(file),
    ".yml": lambda file, _: cross_impact_text(file),
    ".scw": lambda file, target: scw_text(file, target.name),
    ".csv": lambda file, _: cross_impact_csv(file),
    ".json": lambda file, _: pycib_text(file),
}
PICTURES = ("matrix", "scenarios", "activity")


@dataclass(frozen=True)
class Words:
    """What was written on the command line."""

    judge: str | None
    fix: Sequence[str] | None
    what_if: Sequence[str] | None
    inconsistency: float
    rule: str
    most: int
    seconds: float
    permutations: int
    seed: int

    def asked(self, file: CrossImpactFile) -> Asked:
        """What they ask of a file."""
        return Asked(
            judge_of(self.judge, file),
            fixed_of(self.fix, file),
            changes_of(self.what_if, file),
            self.inconsistency,
            Rule(one_of(self.rule, [rule.value for rule in Rule], "rule of succession")),
            self.most,
            self.seconds,
            self.permutations,
            self.seed,
        )


def cross_impact(
    path: Path,
    asked: Words,
    save: Path | None,
    chart: Path | None,
    picture: str,
    *,
    as_json: bool,
) -> None:
    """Analyse a matrix, print what was found, and write what was asked for."""
    one_of(picture, PICTURES, "picture")
    for target, endings in ((save, tuple(WRITERS)), (chart, (".svg",))):
        if target is not None:
            must_be_writable(target)
            if target.suffix.lower() not in endings:
                raise Refused(f'"{target}" cannot be written: its name must end in {" or ".join(endings)}', WRONG_USAGE)
    file = read_matrix(path)
    analysis = analyse(file, asked.asked(file))
    if as_json:
        show_data(analysis_json(analysis))
    else:
        show_analysis(analysis)
    if save:
        _save(file, save)
    if chart:
        _draw(analysis, picture, chart)


def _save(file: CrossImpactFile, target: Path) -> None:
    try:
        text = WRITERS[target.suffix.lower()](file, target)
    except ValueError as reason:
        raise Refused(f"this matrix cannot be written as {target.suffix}: {reason}") from None
    target.write_text(text, encoding="utf-8", newline="\n")
    say(f"wrote {target}", "green")


def _draw(analysis: Analysis, picture: str, target: Path) -> None:
    try:
        from hiwar.brief.pictures import svg
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        raise Refused(f"pictures need {error.name}; install it with: pip install 'hiwar[brief]'") from None
    from hiwar.cli.cross_impact_pictures import picture_of

    spec, title, description = picture_of(analysis, picture)
    drawn = svg({**spec, "background": "white"}, anchor=picture, title=title, description=description)
    target.write_text(by_itself(drawn), encoding="utf-8", newline="\n")
    say(f"wrote {target}", "green")
