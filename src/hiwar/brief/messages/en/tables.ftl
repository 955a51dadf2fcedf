## Captions and headings of tables, values of cells

caption-courses = Can each course be taken?
caption-feasibility = Each course in each scenario
caption-totals = Value of each course for { $party }, in points, over all scenarios
caption-by_scenario = Value of each course for { $party }, in points, scenario by scenario
caption-expected = Expected value of each course for { $party }, in points: every scenario counted by how likely it is
caption-values = Gains and costs for { $party } by domain, in points, before weighting
caption-effects = Gains and costs for { $party } as judged
caption-pairs = Each course against each other, with what the sources leave out counted as judged or else unknown
caption-pairs_stated = Each course against each other, only what the sources state
caption-flips = Single judgements that would turn the choice between two courses
caption-flips_rest = Further single judgements that would turn a choice
caption-tornado = Difference between “{ $first }” and “{ $second }” as one judgement moves over its range, in points
caption-ranges = Lowest and highest value of each course, in points
caption-acceptability = Share of the admitted judgements in which each course takes each place
caption-risk = How each course may turn out, in points
caption-regret = Points given up in each scenario against the course that is best there
caption-judged_first = Judgements most worth making more exact
caption-matrix = Goals of { $first } (down) against goals of { $second } (across)
caption-conflicts = Pairs of goals that clash, and options that would ease the clash
caption-agreeable = Pairs of goals that go together
caption-balance = Pairs of goals by domain
caption-goals = Goals of the parties
caption-parties = Parties and their roles
caption-positions = Positions
caption-affected = Stated gains and costs by party
caption-advantages = What speaks for and against each course, for { $party }
caption-outcome_costs = Expected costs by domain, in points
caption-issue_options = Options on “{ $issue }”, as the case has them
caption-supreme = Supreme interests, and the options that serve or harm them
caption-team = What is known of the team
caption-ground-counts = Items of the case, by who says so
caption-ground-sources = Documents that the case cites
caption-ground-sheets = Sheets of judgements used
caption-empty_cells = Gains and costs of which the sources say nothing
caption-sheets = What each sheet alone would say
caption-scales = Words of the sheets and what they stand for

column-course = Course
column-state = Can it be taken?
column-failing = Condition in question
column-scenario = Scenario
column-value_stated = Only what is stated
column-value_all = With what is not stated, as judged or else unknown
column-domain = Domain
column-gains = Gains
column-costs = Costs
column-effect = Gain or cost
column-kind = Gain or cost
column-for_or_against = For or against
column-only_in = Only in the variant
column-likelihood = How likely
column-size = How large (points)
column-range = Lowest to highest
column-middle = At the middle of all judgements
column-first = First course
column-second = Second course
column-verdict = Which is better?
column-share = First is better in
column-difference = Difference (points)
column-judgement = Judgement
column-pair = Choice between
column-now = Now (middle)
column-flips_at = Turns at
column-crosses = Turns the choice?
column-rank = Place
column-mean = On average
column-p05 = 1 in 20 below
column-p50 = Half below
column-p95 = 1 in 20 above
column-loss = Chance of a loss
column-regret = Given up
column-regret_worst = At worst
column-worth = Worth (points)
column-goal = Goal
column-other = Goal of the other side
column-pair_of_goals = Goals
column-relation = They are
column-eased_by = Eased by
column-ground = Who says so
column-relation_compatible = go together
column-relation_conflicting = clash
column-relation_mixed = both
column-relation_unrelated = unrelated
column-relation_not_judged = not judged
column-owner = Whose
column-goal_kind = Kind
column-domains = Domains
column-priority = Rank
column-active_when = Holds when
column-party = Party
column-roles = Roles
column-of = Part of
column-on = On
column-stance = Stance
column-gains_stated = Gains
column-costs_stated = Costs
column-option = Option
column-prefers = Wanted by
column-rejects = Rejected by
column-serves = Serves
column-harms = Harms
column-served_by = Served by
column-harmed_by = Harmed by
column-clashes_with = Clashes with
column-agrees_with = Goes together with
column-topic = Point
column-section = What
column-stated = Source says
column-judged_by = Analyst judges
column-unfounded = No ground given
column-source = Document
column-authors = By
column-year = Year
column-passages = Passages cited
column-sheet = Sheet
column-analyst = By
column-standing = Standing
column-likelihoods = Likelihoods
column-sizes = Sizes
column-weights = Weights
column-judged = Judged by a sheet?
column-first_course = Comes first
column-word = Word
column-stands_for = Stands for

state-feasible = yes
state-infeasible = no
state-depends = only in some scenarios
state-open = hangs on open points
state-not_stated = not stated
state-not_estimated = not estimated

verdict-better = { $course }, certainly
verdict-equal = no difference
verdict-not_firm = not firm
verdict-not_comparable = never both open

judged-yes = judged by a sheet
judged-no = not judged: may be anything

kind-gain = gain
kind-cost = cost
for_or_against-gain = for
for_or_against-cost = against
ground-source = source says
ground-analyst = analyst judges

relation-compatible = go together
relation-conflicting = clash
relation-mixed = both
relation-unrelated = unrelated
relation-not_judged = not judged

goal_kind-ultimate = ultimate goal
goal_kind-aim = aim
goal_kind-supreme_interest = supreme interest
goal_kind-interest = interest
goal_kind-purpose = purpose
goal_kind-consideration = consideration
goal_kind-statement = statement

stance-for = for
stance-against = against
stance-conditional = on a condition
stance-divided = divided
stance-neutral = neutral
stance-unknown = unknown

outcome-success = If it succeeds
outcome-failure = If it fails
outcome-success_means = Success means here: { $text }
outcome-failure_means = Failure means here: { $text }

known-yes = yes
known-no = no
known-unknown = not known, the source says
known-stated = stated

topic-vision = a clear vision
topic-unity = a unified team
topic-mandate = a mandate
topic-members = members named
topic-technical = technical skill
topic-political = political skill
topic-economic = economic skill
topic-legal = legal skill

role-principal = principal
role-institution = institution
role-domestic_bloc = bloc inside a party
role-third_party = third party
role-spoiler = possible spoiler
role-mediator = mediator
role-guarantor = guarantor
role-observer = observer
role-comparator = comparison

judgement-size = How large: “{ $subject }”
judgement-likelihood = How likely: “{ $subject }”
judgement-weight = Weight of “{ $subject }”
judgement-weights = Weights of the domains for { $subject }
judgement-in_domain = { $judgement }, in { $domain }
judgement-empty_gain = Gains of { $party } from “{ $course }” that nobody stated
judgement-empty_cost = Costs of “{ $course }” for { $party } that nobody stated

note-matrix = + go together, − clash, ± both, 0 unrelated, · not judged. Each judged cell leads to the item that says so. “Not judged” is not “neutral”.
sign-compatible = +
sign-conflicting = −
sign-mixed = ±
sign-unrelated = 0
sign-not_judged = ·

chart-points = points
chart-points_or_less = points, or less
chart-probability = chance
chart-pairs = pairs of goals
chart-share_of_judgements = share of the admitted judgements
chart-rank = { NUMBER($rank) ->
    [1] first
    [2] second
    [3] third
   *[other] place { $rank }
  }
chart-ranges = with what is not stated, as judged or else unknown
chart-ranges_stated = only what is stated
chart-crosses = can turn the choice
chart-does_not_cross = moves the figure, not the choice
chart-difference = points by which { $first } is better (right of zero) or { $second } is (left)

picture-picture-tornado = What moves the difference between “{ $first }” and “{ $second }”
picture-picture-tornado_shows = One bar per judgement, the longest first. Right of zero { $first } is better, left of it { $second }. Only a bar that crosses zero can turn the choice by itself.
picture-picture-ranges = From worst to best: what each course may bring
picture-picture-ranges_shows = A line per course, from the lowest to the highest value in points. The narrow line counts only what is stated. The broad one adds what the sources leave out, as a sheet judges it; where none does, it may be anything.
picture-picture-acceptability = How often each course comes first
picture-picture-acceptability_shows = A bar per course: in what share of the admitted judgements it takes each place. Darkest is first place.
picture-picture-risk = How each course may turn out
picture-picture-risk_shows = One line per course: the chance that it brings so many points or less. A line further to the right is better. Where it meets the line at zero is the chance of a loss.
picture-picture-regret = What would be given up in each scenario
picture-picture-regret_shows = A square per course and scenario: points lost against the course that is best there, at the middle of all judgements. Darker is worse; 0 means that it is the best there.
picture-picture-balance = Where goals go together and where they clash
picture-picture-balance_shows = A bar per domain: to the right pairs of goals that go together, to the left pairs that clash. Pairs that nobody judged are not drawn; the table counts them.

verdict_of_sheet-recommended = recommended
verdict_of_sheet-conditional = recommended, if it can be taken
verdict_of_sheet-leading = leads, not firm
verdict_of_sheet-none = no recommendation
