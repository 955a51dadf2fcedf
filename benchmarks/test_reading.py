"""Reading a case of two megabytes; the flagship beside it."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.dossier import read_case

EXAMPLE = Path(__file__).parents[1] / "examples" / "iraq-us-2020"


def large_case(folder: Path, size: int) -> Path:
    """A sound case of about so many bytes."""
    head = "hiwar: 1\ntitle: large\nseat: p\ndomains: {d: {name: a domain}}\nparties: {p: {roles: principal}}\n"
    tracks = "tracks: {t: {text: a track}}\nsources: {s: {title: a paper}}\neffects:\n"
    effect = (
        "  e{}:\n    when: {{track: t}}\n    on: p\n    kind: gain\n    domains: [d]\n"
        "    cite: {{source: s, page: 12}}\n"
        "    text: {{en: What follows from the track is said here, ar: ما يترتب على المسار يقال هنا}}\n"
    )
    count = size // len(effect.encode())
    path = folder / "dossier.yaml"
    path.write_text(head + tracks + "".join(effect.format(number) for number in range(count)), encoding="utf-8")
    return path


def test_read_two_megabytes(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    path = large_case(tmp_path, 2_000_000)
    assert path.stat().st_size > 1_900_000
    case = benchmark(read_case, path)
    assert len(case.dossier.effects) > 5000


def test_read_the_flagship(benchmark: BenchmarkFixture) -> None:
    names = read_case(EXAMPLE).available_sheets
    assert len(benchmark(read_case, EXAMPLE, names).sheets) == len(names)
