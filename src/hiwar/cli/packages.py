"""The command ``packages``: a negotiation analysed, on the screen or for a program, drawn, or saved in another form."""

from collections.abc import Callable
from pathlib import Path

from hiwar.cli.arguments import must_be_writable, must_exist
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.packages_data import packages_json
from hiwar.cli.packages_screen import show_packages
from hiwar.cli.svg_files import by_itself
from hiwar.cli.terminal import say, show_data, waiting
from hiwar.formats.genius import read_genius
from hiwar.formats.genius_writing import genius_texts
from hiwar.formats.negmas import negmas_texts, read_negmas
from hiwar.formats.nodes import source_text
from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.packages_writing import packages_text
from hiwar.formats.packages_yaml import read_packages
from hiwar.methods.packages import ModelError
from hiwar.methods.packages.overview import Overview, analyse_packages

Writer = Callable[[PackagesFile, str], dict[str, str]]
WRITERS: dict[str, Writer] = {
    ".yaml": lambda file, stem: {f"{stem}.yaml": packages_text(file)},
    ".yml": lambda file, stem: {f"{stem}.yml": packages_text(file)},
    ".xml": genius_texts,
    ".json": negmas_texts,
}


def packages(path: Path, save: Path | None, chart: Path | None, *, as_json: bool) -> None:
    """Analyse a negotiation, print what was found, and write what was asked for."""
    for target, endings in ((save, tuple(WRITERS)), (chart, (".svg",))):
        if target is not None:
            must_be_writable(target)
            if target.suffix.lower() not in endings:
                raise Refused(f'"{target}" cannot be written: its name must end in {" or ".join(endings)}', WRONG_USAGE)
    file = _read(path)
    for notice in file.notices:
        say(notice, "yellow")
    try:
        with waiting("Computing"):
            found = analyse_packages(file.form)
    except ModelError as problem:
        raise Refused(str(problem)) from None
    if as_json:
        show_data(packages_json(file, found))
    else:
        show_packages(file, found)
    if save:
        _save(file, save)
    if chart:
        _draw(found, chart)


def _read(path: Path) -> PackagesFile:
    """Read a negotiation by the ending of its file; YAML is our own if it says so, else that of NegMAS."""
    must_exist(path)
    ending = path.suffix.lower()
    if path.is_dir() or ending not in WRITERS:
        raise Refused(f'"{path}" is no negotiation: a file ending in {", ".join(WRITERS)} is wanted', WRONG_USAGE)
    if ending == ".xml":
        return read_genius(path)
    if ending == ".json":
        return read_negmas(path)
    text = source_text(path).text
    is_foreign = "hiwar_packages" not in text and ("OutcomeSpace" in text or "UtilityFunction" in text)
    return read_negmas(path) if is_foreign else read_packages(path)


def _save(file: PackagesFile, target: Path) -> None:
    try:
        texts = WRITERS[target.suffix.lower()](file, target.stem)
    except ModelError as reason:
        raise Refused(f"this negotiation cannot be written as {target.suffix}: {reason}") from None
    for name, text in texts.items():
        (target.parent / name).write_text(text, encoding="utf-8", newline="\n")
        say(f"wrote {target.parent / name}", "green")


def _draw(found: Overview, target: Path) -> None:
    try:
        from hiwar.brief.pictures import svg
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        raise Refused(f"pictures need {error.name}; install it with: pip install 'hiwar[brief]'") from None
    from hiwar.charts.packages import packages_chart, packages_text_alternative

    spec = packages_chart(found)
    if spec is None:
        raise Refused("no picture is drawn: it needs two parties or more, and a package acceptable to all")
    title, text = "Packages that nobody can better", packages_text_alternative(found)
    drawn = svg(spec, anchor="packages", title=title, description=text)
    target.write_text(by_itself(drawn), encoding="utf-8", newline="\n")
    say(f"wrote {target}", "green")
