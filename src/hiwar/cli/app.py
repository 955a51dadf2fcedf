"""The commands and their help. Each loads what it needs only when it runs, so that help and completion come at once."""

from typing import Annotated

import typer

from hiwar import __version__
from hiwar.cli.cross_impact_signature import (
    FixedStates,
    Inconsistency,
    JudgeName,
    MatrixPath,
    MatrixPicture,
    MostScenarios,
    Permutations,
    RuleName,
    SavedMatrix,
    Seconds,
    WhatIfs,
)
from hiwar.cli.failures import WRONG_USAGE, Refused, ReportingGroup
from hiwar.cli.signature import (
    DRAWS,
    SEED,
    CasePath,
    ChartFile,
    ConceptNames,
    ConflictPath,
    Csv,
    Dated,
    Division,
    Draws,
    ExplainedState,
    Folder,
    Formats,
    ItemId,
    Json,
    KindOfFile,
    Languages,
    Moves,
    NegotiationPath,
    New,
    Old,
    OtherAttendance,
    OtherPackage,
    OtherPosition,
    OtherQuorum,
    OtherRule,
    Out,
    Packages,
    PictureName,
    Pooling,
    QuestionName,
    RatificationPath,
    SavedConflict,
    SavedNegotiation,
    Seed,
    SheetNames,
    Short,
    StartState,
    TableName,
    TablesOut,
    Template,
)
from hiwar.cli.terminal import show_data
from hiwar.cli.voting_power_signature import BodyPath, Exact, MostListed, PowerCsv

app = typer.Typer(
    name="hiwar",
    cls=ReportingGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine; 1 the case has problems or cannot be answered; 2 wrong usage.",
)


def _examples(*lines: str) -> str:
    """Examples under the help of a command, one a line."""
    return "\n\n".join(("Examples:", *(f"$ {line}" for line in lines)))


def _print_version(is_asked: bool) -> None:
    if is_asked:
        show_data(f"hiwar {__version__}")
        raise typer.Exit


@app.callback()
def hiwar(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """From a policy paper to a decision that can be defended."""


@app.command(
    epilog=_examples(
        "hiwar brief my-case -s first",
        "hiwar brief my-case -s first -s second -o paper.pdf --language ar",
        "hiwar brief my-case -s first --short -o two-pages.docx",
        "hiwar brief my-case -s first -o briefs/",
        'hiwar brief my-case -s first --package "IS-1=in_steps,IS-2=joint"',
    )
)
def brief(
    case: CasePath,
    sheet: SheetNames = None,
    package: Packages = None,
    move: Moves = None,
    out: Out = None,
    formats: Formats = None,
    language: Languages = None,
    short: Short = False,
    template: Template = None,
    date: Dated = "today",
    as_json: Json = False,
    seed: Seed = SEED,
    draws: Draws = DRAWS,
    division: Division = "both",
    pool: Pooling = "none",
) -> None:
    """Write the brief of a case: what each course costs and gains, for whom, how firmly, and what is not known.

    A page for the browser, PDF and Word, in English and Arabic: all of them where PLACE is a folder. With --json the
    same content goes to the screen, or to a file that ends in .json.
    """
    from hiwar.cli import briefing
    from hiwar.cli.brief_targets import Wanted
    from hiwar.questions.answer import Settings

    settings = Settings(seed=seed, draws=draws, moves=tuple(move or ()), division=division, pooling=pool)
    wanted = Wanted(out, tuple(formats or ()), tuple(language or ()), short, as_json, template, date)
    briefing.brief(case, sheet, package, wanted, settings)


@app.command(epilog=_examples("hiwar check my-case", "hiwar check my-case -s first", "hiwar check my-case --json"))
def check(case: CasePath, sheet: SheetNames = None, as_json: Json = False) -> None:
    """Say everything that is wrong in a case, and what the case holds. Without -s every sheet is checked."""
    from hiwar.cli import checking

    checking.check(case, sheet, as_json=as_json)


@app.command(
    epilog=_examples(
        "hiwar ask interests my-case",
        "hiwar ask appraisal my-case -s first --json",
        'hiwar ask appraisal my-case -s first --package "IS-1=in_steps,IS-2=joint"',
        "hiwar ask reactions my-case --move MV-1 --move MV-2",
        "hiwar ask unity my-case --division tied_hands",
        "hiwar ask appraisal my-case -s first -s second --pool linear",
        "hiwar ask parties my-case --table parties --csv",
        "hiwar ask appraisal my-case -s first -o values.xlsx",
        "hiwar ask parties my-case --table parties -o parties.parquet",
    )
)
def ask(
    question: QuestionName,
    case: CasePath,
    sheet: SheetNames = None,
    package: Packages = None,
    move: Moves = None,
    table: TableName = None,
    as_json: Json = False,
    as_csv: Csv = False,
    out: TablesOut = None,
    seed: Seed = SEED,
    draws: Draws = DRAWS,
    division: Division = "both",
    pool: Pooling = "none",
) -> None:
    """Answer one QUESTION about a case.

    The questions: parties, interests, scenarios, timing, scope, appraisal, agreement, reactions, balance, unity,
    approval, comparison, terms, plan, provenance.
    """
    from hiwar.cli import asking
    from hiwar.questions.answer import Settings

    if as_json and (as_csv or table):
        raise Refused("--json gives the whole answer; leave out --csv and --table", WRONG_USAGE)
    if out and (as_json or as_csv):
        raise Refused("the ending of FILE says its format; leave out --json and --csv", WRONG_USAGE)
    form: asking.Form = "json" if as_json else "csv" if as_csv else "screen"
    settings = Settings(seed=seed, draws=draws, moves=tuple(move or ()), division=division, pooling=pool)
    asking.ask(question, case, sheet, settings, package, table, form, out)


@app.command(epilog=_examples("hiwar show EV-01 my-case", "hiwar show T-1 my-case -s first --json"))
def show(item: ItemId, case: CasePath, sheet: SheetNames = None, as_json: Json = False) -> None:
    """Show one ITEM of a case: its words, its ground, its judgements, what it rests on and what rests on it."""
    from hiwar.cli import showing

    showing.show(item, case, sheet, as_json=as_json)


@app.command(epilog=_examples("hiwar diff my-case-in-may my-case", "hiwar diff my-case-in-may my-case -s first --json"))
def diff(old: Old, new: New, sheet: SheetNames = None, as_json: Json = False) -> None:
    """Say what changed from OLD to NEW in the case and its sheets, and which answers changed because of it.

    Without -s all sheets are compared, and the answers are those that the case gives without judgements.
    """
    from hiwar.cli import comparing

    comparing.diff(old, new, sheet, as_json=as_json)


@app.command(
    name="graph-model",
    epilog=_examples(
        "hiwar graph-model conflict.yaml",
        "hiwar graph-model conflict.yaml --explain s1",
        "hiwar graph-model conflict.yaml --from s1 --chart ways.svg --picture paths",
        "hiwar graph-model conflict.gmcr --save conflict.yaml",
        "hiwar graph-model conflict.yaml --concept SEQ --json",
    ),
)
def graph_model(
    file: ConflictPath,
    concept: ConceptNames = None,
    start: StartState = None,
    explain: ExplainedState = None,
    save: SavedConflict = None,
    chart: ChartFile = None,
    picture: PictureName = "graph",
    as_json: Json = False,
) -> None:
    """Analyse a conflict with the graph model: who can move where, who would stay, and which states would hold.

    FILE says who the decision makers are, what each can do or not do, which combinations cannot occur, and what each
    prefers. A small one:

    \b
        hiwar_graph_model: 1
        title: Chicken
        decision_makers:
          First: {options: [First swerves], ranking: [N-Y, Y-Y, Y-N, N-N]}
          Second: {options: [Second swerves], ranking: [Y-N, Y-Y, N-Y, N-N]}
    """
    from hiwar.cli import graph_model as command

    command.graph_model(file, concept, start, explain, save, chart, picture, as_json=as_json)


@app.command(
    epilog=_examples(
        "hiwar packages talks.yaml",
        "hiwar packages talks.yaml --chart packages.svg",
        "hiwar packages domain.xml --save talks.yaml",
        "hiwar packages talks.yaml --json",
    ),
)
def packages(
    file: NegotiationPath,
    save: SavedNegotiation = None,
    chart: ChartFile = None,
    as_json: Json = False,
) -> None:
    """Analyse a negotiation on several issues: what all can accept, what nobody can better, what is fair, what blocks.

    FILE says the issues with their options, what each option is worth to each party, what no agreement is worth to it,
    its red lines, and rules between options. A small one:

    \b
        hiwar_packages: 1
        title: Two neighbours
        issues:
          fence: \\[none, low, high]
          cost: \\[halved, First pays]
        parties:
          First:
            worths:
              fence: {none: 0, low: 4, high: 9}
              cost: {halved: 3, First pays: 0}
            reservation_value: 3
          Second:
            worths:
              fence: {none: 5, low: 4, high: 0}
              cost: {halved: 0, First pays: 6}
            reservation_value: 5
        rules:
          - never: {fence: high, cost: First pays}
    """
    from hiwar.cli import packages as command

    command.packages(file, save, chart, as_json=as_json)


@app.command(
    name="cross-impact",
    epilog=_examples(
        "hiwar cross-impact valley.yaml",
        "hiwar cross-impact valley.yaml --judge Amal --inconsistency 1",
        'hiwar cross-impact valley.yaml --fix "Council=reforming"',
        'hiwar cross-impact valley.yaml --what-if "Council.reforming>The young.stay=0"',
        "hiwar cross-impact valley.yaml --chart scenarios.svg --picture scenarios",
        "hiwar cross-impact project.scw --save matrix.yaml",
    ),
)
def cross_impact(
    file: MatrixPath,
    judge: JudgeName = None,
    inconsistency: Inconsistency = 0,
    fix: FixedStates = None,
    what_if: WhatIfs = None,
    rule: RuleName = "global",
    most: MostScenarios = 1000,
    seconds: Seconds = 60,
    permutations: Permutations = 100,
    seed: Seed = SEED,
    save: SavedMatrix = None,
    chart: ChartFile = None,
    picture: MatrixPicture = "matrix",
    as_json: Json = False,
) -> None:
    """Find the futures that hang together, by cross-impact balances: every one of them, proved.

    FILE says what can turn out in which ways, and what each way does to the others: above 0 promotes, below 0 hinders.
    A future is consistent when nothing in it is promoted less than what it keeps out. A small one:

    \b
        hiwar_cross_impact: 1
        title: Rain and bread
        descriptors:
          Rain: \\[scarce, usual]
          Harvest: \\[poor, good]
          Bread: \\[cheap, dear]
        judgements:
          Rain:
            Harvest: {scarce: \\[2, -2], usual: \\[-1, 1]}
          Harvest:
            Bread: {poor: \\[-2, 2], good: \\[1, -1]}
    """
    from hiwar.cli import cross_impact as command

    words = command.Words(judge, fix, what_if, inconsistency, rule, most, seconds, permutations, seed)
    command.cross_impact(file, words, save, chart, picture, as_json=as_json)


@app.command(
    epilog=_examples(
        "hiwar power council.yaml",
        "hiwar power council.yaml --exact",
        "hiwar power council.yaml --chart power.svg",
        "hiwar power council.yaml --csv > power.csv",
        "hiwar power council.yaml --most 5000 --json",
    ),
)
def power(
    file: BodyPath,
    exact: Exact = False,
    most: MostListed = 20,
    chart: ChartFile = None,
    as_json: Json = False,
    as_csv: PowerCsv = False,
) -> None:
    """Say who can decide in a body that votes: how often each vote counts, who can block, who never matters.

    FILE says who votes with what weight, and what is needed. A small one:

    \b
        hiwar_power: 1
        title: Council of six states
        players: {A: 4, B: 4, C: 4, D: 2, E: 2, F: 1}
        quota: 12

    A quota is a number, a share (62%, more than 50%) or a word (majority, two thirds, three quarters, all). Several
    quotas, a veto, and members who may abstain or stay away:

    \b
        players:
          North: {seats: 24, people: 310.5}
          South: {seats: 19, people: 280}
        quota: {seats: majority, people: 60%, members: 2}
        vetoes: \\[North]

    \b
        quota: majority
        third_option: absent    # or abstain
        counted_of: present     # or cast, or members
        quorum: majority
    """
    from hiwar.cli import voting_power as command

    if as_json and as_csv:
        raise Refused("--json gives everything; leave out --csv", WRONG_USAGE)
    form: command.Form = "json" if as_json else "csv" if as_csv else "screen"
    command.power(file, most, chart, form, exact=exact)


@app.command(
    epilog=_examples(
        "hiwar ratify treaty.yaml",
        'hiwar ratify treaty.yaml --rule "two thirds of members"',
        "hiwar ratify treaty.yaml --attendance South=0 --position Centre=for",
        "hiwar ratify treaty.yaml --chart chamber.svg",
        "hiwar ratify treaty.yaml --json",
    ),
)
def ratify(
    file: RatificationPath,
    rule: OtherRule = None,
    quorum: OtherQuorum = None,
    attendance: OtherAttendance = None,
    position: OtherPosition = None,
    package: OtherPackage = None,
    chart: ChartFile = None,
    as_json: Json = False,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
) -> None:
    """Say whether a matter passes at home for certain, fails, or cannot be told; who decides it, what it would take.

    FILE says who votes by which rule, and where blocs stand: for, against, conditional (as one), divided, unknown, or
    abstain. A small one:

    \b
        hiwar_ratification: 1
        title: A treaty on water
        chambers:
          Assembly:
            seats: 100
            rule: majority of present
            quorum: majority of members
            blocs:
              Government: {seats: 40, position: for}
              Centre: {seats: 18, position: conditional}
              North: {seats: 20, position: divided, shares_for: \\[0.3, 0.6]}
              South: {seats: 12, position: against, attendance: \\[0, 12]}

    Seats that nobody is known to hold may do anything. There can be several chambers, and beside them veto_players and
    referendums. With issues, and what each bloc makes of their options, it is a vote on a package, and the packages
    that would pass are counted.
    """
    from hiwar.cli import ratify as command

    what_if = command.WhatIf(rule or (), quorum, attendance or (), position or (), package)
    command.ratify(file, what_if, chart, draws, seed, as_json=as_json)


@app.command(epilog=_examples("hiwar new my-case"))
def new(folder: Folder) -> None:
    """Write a commented template of a case into FOLDER; it reads, checks and can be asked at once."""
    from hiwar.cli import writing

    writing.new(folder)


@app.command(epilog=_examples("hiwar schema > dossier.schema.json", "hiwar schema judgements"))
def schema(kind: KindOfFile = "dossier") -> None:
    """Print the JSON Schema of a case, or of a sheet of judgements; editors complete and check with it."""
    from hiwar.cli import writing

    writing.schema(kind)
