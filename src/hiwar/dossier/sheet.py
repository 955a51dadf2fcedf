"""A sheet of judgements: how likely, how large, how important, in one analyst's view."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from hiwar.dossier.actors import Stance
from hiwar.dossier.amounts import AsJudged, Judged, Points, Probability, Size, Weight
from hiwar.dossier.records import EMPTY, FrozenMap, Id, OneOrMore, Record, Text, When


class Analyst(Record):
    """Whose judgements these are."""

    name: Text
    role: Text | None = None


JudgedProbability = Annotated[Judged[Probability], AsJudged]
JudgedSize = Annotated[Judged[Size], AsJudged]
JudgedPoints = Annotated[Judged[Points], AsJudged]
JudgedStance = Annotated[Judged[Stance], AsJudged]
JudgedWord = Annotated[Judged[str], AsJudged]
JudgedInfluence = Annotated[Judged[float], AsJudged]


class LikelihoodCase(Record):
    """A likelihood that holds under a condition: of the thing itself, or of each option of an event."""

    when: When = EMPTY
    itself: JudgedProbability | None = None
    """That the effect, link or move comes about."""
    options: FrozenMap[str, JudgedProbability] = EMPTY
    """Option to probability; options not named share what is left."""


class Likelihood(Record):
    """How likely something is, in one case or in several that exclude each other (the first that holds counts)."""

    cases: tuple[LikelihoodCase, ...]


def _is_amount(value: Any) -> bool:
    """A number, a word, a range, or one of these with its reason."""
    if isinstance(value, Mapping):
        return "value" in value or "range" in value
    return not (isinstance(value, list) and value and isinstance(value[0], Mapping))


def _case(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return {"itself": {"value": value}}
    when = {"when": value["when"]} if "when" in value else {}
    rest = {key: part for key, part in value.items() if key != "when"}
    if "range" in rest:
        return {**when, "itself": {"value": rest}}
    return {**when, **({"itself": rest} if "value" in rest else {"options": rest})}


def _likelihood(value: Any) -> Any:
    if isinstance(value, list) and not _is_amount(value):
        return {"cases": [_case(part) for part in value]}
    return {"cases": [_case(value)]}


class SizeEntry(Record):
    """One size; ``keys`` narrow it to a party, a domain or both."""

    keys: tuple[str, ...] = ()
    judged: JudgedSize


def _sizes(value: Any) -> Any:
    return {"entries": list(_size_entries(value, ()))}


def _size_entries(value: Any, keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    if _is_amount(value) or len(keys) >= 2:
        yield {"keys": keys, "judged": value}
        return
    for key, part in value.items() if isinstance(value, Mapping) else ():
        yield from _size_entries(part, (*keys, str(key)))


class Sizes(Record):
    """How large an effect is: once, per domain, per party, or per party and domain."""

    entries: tuple[SizeEntry, ...]


_WrittenCase = JudgedProbability | Mapping[str, JudgedProbability | When]
_WrittenLikelihood = _WrittenCase | tuple[_WrittenCase, ...]
_WrittenSizes = JudgedSize | Mapping[str, JudgedSize | Mapping[str, JudgedSize]]
AnyLikelihood = Annotated[Likelihood, BeforeValidator(_likelihood, json_schema_input_type=_WrittenLikelihood)]
AnySizes = Annotated[Sizes, BeforeValidator(_sizes, json_schema_input_type=_WrittenSizes)]


class Weights(Record):
    """What 100 points in one domain are worth against 100 in another: an order, or numbers and ranges."""

    order: tuple[OneOrMore[Id], ...] = ()
    """Domains, most important swing first; a list within the list is a tie; those left out are free."""
    values: FrozenMap[Id, Annotated[Judged[Weight], AsJudged]] = EMPTY
    """Domain to number or range, in any unit; domains left out are free."""
    because: Text | None = None

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if self.order and self.values:
            raise ValueError("give either an order or values, not both")
        return self


AnyWeights = Annotated[
    Weights,
    BeforeValidator(
        lambda value: {} if value == "unknown" else value, json_schema_input_type=Weights | Literal["unknown"]
    ),
]


class Priorities(Record):
    """Order of a party's goals, first the most important; a list within the list is a tie."""

    order: tuple[OneOrMore[Id], ...]
    because: Text | None = None


class CalibrationAnswer(Record):
    """What the analyst said to a question whose answer is known by now: how far the analyst's ranges can be trusted."""

    question: Text | None = None
    quantiles: FrozenMap[str, float]
    """Probability, such as ``5%``, to the value below which the analyst held the truth to lie with that probability."""
    realisation: float
    """What turned out to be true."""
    scale: Literal["uniform", "log"] = "uniform"
    """``log`` for quantities that range over magnitudes."""

    @property
    def levels(self) -> tuple[float, ...]:
        """Probabilities of the quantiles, rising."""
        return tuple(sorted(_level(key) for key in self.quantiles))

    @property
    def values(self) -> tuple[float, ...]:
        """The quantiles, in the order of ``levels``."""
        return tuple(value for _, value in sorted((_level(key), value) for key, value in self.quantiles.items()))

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if len(self.quantiles) < 2 or not all(0 < level < 1 for level in self.levels):
            raise ValueError("give two quantiles or more, such as {5%: 20, 50%: 30, 95%: 60}")
        if any(low >= high for low, high in zip(self.values, self.values[1:], strict=False)):
            raise ValueError("a quantile of a higher probability must be the higher value")
        if self.scale == "log" and min(*self.values, self.realisation) <= 0:
            raise ValueError("on a scale of magnitudes all values must be above 0")
        return self


def _level(key: str) -> float:
    """``5%`` or ``0.05``."""
    try:
        return float(key[:-1]) / 100 if key.endswith("%") else float(key)
    except ValueError as error:
        raise ValueError(f'"{key}" is no probability; write 5%, 50%, 95%') from error


class Sheet(Record):
    """The judgements of one analyst on one case. What is left out is not stated; ``unknown`` says so."""

    id: Id
    """Name of the file without its ending."""
    hiwar_judgements: Literal[1] = Field(description="Version of the format.")
    by: Analyst
    title: Text | None = None
    standing: Literal["analyst", "source_only", "illustration"] = "analyst"
    """``source_only``: only what the source itself ranks or rates; ``illustration``: nobody's view, shown as such."""
    notice: Text | None = None
    """Shown with every output that uses this sheet."""
    likelihood: FrozenMap[Id, AnyLikelihood] = EMPTY
    """Of effects and links (that they come about), of events and moves (per option)."""
    size: FrozenMap[Id, AnySizes] = EMPTY
    """Of effects, in points or words."""
    unstated: FrozenMap[Id, FrozenMap[Id, FrozenMap[Literal["gain", "cost"], AnySizes]]] = EMPTY
    """Track, party, gain or cost, then size: judgement on cells that the sources leave empty."""
    weights: FrozenMap[Id, AnyWeights] = EMPTY
    """Party to weights of its domains."""
    priorities: FrozenMap[Id, Priorities] = EMPTY
    """Party to order of its goals."""
    relations: FrozenMap[
        Id, Annotated[Judged[Literal["compatible", "conflicting", "mixed", "unrelated"]], AsJudged]
    ] = EMPTY
    """Relation to how this analyst sees it, against the case's reading."""
    positions: FrozenMap[Id, FrozenMap[Id, FrozenMap[str, JudgedStance]]] = EMPTY
    """Party, issue (or ``track``), option, then stance."""
    worth: FrozenMap[Id, FrozenMap[Id, FrozenMap[str, JudgedPoints]]] = EMPTY
    """Party, issue, option, then points."""
    reservation_value: FrozenMap[Id, JudgedPoints] = EMPTY
    """Party to what no agreement is worth to it."""
    ties: FrozenMap[Id, JudgedWord] = EMPTY
    """Tie (trust, dependence, leverage ...) to a word of the size scale."""
    influence: FrozenMap[Id, JudgedInfluence] = EMPTY
    """Link to strength, -3 to 3."""
    cross_impact: FrozenMap[Id, FrozenMap[str, FrozenMap[Id, FrozenMap[str, JudgedInfluence]]]] = EMPTY
    """Event or move, its option, another event or move, its option, then how strongly the first promotes (up to 3) or
    hinders (down to -3) the second, in whole or half steps. What is left out is no direct influence."""
    delay_cost: FrozenMap[Id, FrozenMap[Id, JudgedSize]] = EMPTY
    """Party, domain, then points per month of delay."""
    calibration: FrozenMap[Id, CalibrationAnswer] = EMPTY
    """Answers to questions whose answers are known by now; only pooling by performance uses them."""
