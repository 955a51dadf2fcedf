## The page itself

page-kicker = Brief for a decision
page-for_seat = Written for { $seat }
page-contents = Contents
page-sources = List of sources
page-table_number = Table { $number }.
page-figure_number = Figure { $number }.
page-page_of = Page { $page } of { $pages }
page-skip = Go to the text
page-rests_on = Rests on
page-items_counted = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
page-judged = an analyst's judgement on it is used
page-same_as_table = The same figures as a table
page-appendix = Items
page-appendix_note = Every item of the case on which this brief rests: what it says, who says so, and how it was judged.
page-unfounded = neither source nor reason given
page-when = Holds when
page-passage = Source
page-reason = Reason
page-reading = May also be read as
page-footer = Everything marked as computed follows from the case and the sheets named above by stated rules. The same files and settings give this same page.
page-mark_source = source says
page-mark_analyst = analyst judges
page-mark_computed = computed
page-firm_certain = certain on these judgements
page-firm_possible = not firm
page-firm_cannot_be_told = cannot be told
page-illustration = Illustration, nobody's view: the sheet “{ $sheet }” was filled in to show how the method works.
page-illustration_says = Illustration, sheet “{ $sheet }”: { $notice }
page-source_only = The sheet “{ $sheet }” holds only what the sources themselves rank or rate.
page-source_only_says = Sources only, sheet “{ $sheet }”: { $notice }
page-sheet = { $title } ({ $analyst }; { $standing })
page-no_sheets = none: nobody has judged this case yet
page-made_by = Hiwar { $version }, seed { $seed }
page-fact_sheets = Judgements
page-fact_sources = Sources
page-and_more = { $first }, and { $count ->
    [one] one more
   *[other] { $count } more
  } (listed under “{ $part }”)
page-fact_made = Computed by
page-fact_digests = Fingerprints of case and sheets

standing-analyst = an analyst's own view
standing-source_only = only what the sources rate
standing-illustration = illustration, nobody's view

part-minute = In one minute
part-minute-why = Why
part-minute-changes = What would change it
part-minute-unknown = What is not known
part-minute-judge-first = What to judge first
part-asked = The decision-maker's questions
part-tracks = The courses side by side
part-tracks_for = What each course means for { $party }
part-firmness = How firm it is
part-pairs = Each course against each other
part-flips = What would change the choice
part-moves = What moves the difference most
part-pictures = What each course may bring
part-risk = How it may turn out
part-regret = If events go the other way
part-learn = What to judge first
part-interests = Interests
part-conflicts = Where goals clash, and what would ease it
part-agreeable = What can be agreed at once
part-balance = Agreement and conflict by domain
part-goals = The goals
part-parties = Who is who
part-ground = What this stands on
part-stated = What is stated, and what is not
part-sources = Sources
part-judged = Who judged what
part-method = How it was computed, and the limits
part-words = Words used here

fold-feasibility = Which course is open in which scenario
fold-by_scenario = The same in each scenario
fold-effects = Every gain and cost for { $party }, as judged
fold-pairs_stated = The same, leaving out what the sources do not state
fold-flips_rest = { $count } further changes
fold-risk = Each chance in a sentence
fold-regret_in_words = The largest regret of each course, in a sentence
fold-regret = Regret, as a table
fold-conflicts = Each clash in a sentence
fold-goals = All goals
fold-agenda = Every option on the agenda: who wants it, who rejects it, whose goals it serves or harms
fold-anchors = What 100 points stand for, for { $party }
fold-weights = Which weights speak for each course
fold-positions = Who stands where
fold-affected = Who gains and who pays, in the case's own words

explain-points = In each domain 100 points stand for the gain or loss that the case describes as the largest. Several gains or costs add up, so a sum can pass 100.
explain-no_anchors = The case does not describe what 100 points stand for, for { $party }.
explain-tracks = A course can be taken only if its conditions hold. Values are points: 100 is the largest gain or loss the case names for a domain. “Not stated” means that nobody said anything; it does not mean zero.
explain-firmness = Words and ranges leave room. The figures below say what holds in all of that room, what holds in part of it, and which judgement would turn the choice.
explain-flips = One judgement is moved at a time, all others stay in the middle of their range. Only changes inside what the sheets allow are listed, the smallest first.
explain-no_flips = No single judgement, moved inside what the sheets allow, turns the choice between any two courses.
explain-no_risk = Cannot be told: an event that matters has no likelihood, so outcomes have no chances.
explain-weights = The average weights of the draws in which a course comes first. With exactly these weights, and all else as uncertain as it is, the second table says how often it still comes first.
explain-learn = What it would be worth, in points, to know a judgement exactly before choosing. A judgement that moves no choice is worth nothing, however uncertain it is.
explain-asked = Each question stands in the case's own words. It is answered from what has been computed so far; where that is not enough, the missing piece is named.
explain-ground = A figure is only as good as what it rests on. This part counts what the sources state, what analysts judged, and what nobody said.

section-sources = source
section-domains = domain
section-parties = party
section-empty_roles = role that nobody holds
section-places = place
section-goals = goal
section-relations = relation between goals
section-events = event
section-moves = move of one party
section-issues = issue of the agenda
section-tracks = course
section-needs = condition of a course
section-variants = variant of a course
section-effects = gain or cost
section-links = link from cause to effect
section-rules = rule between options
section-positions = position
section-ties = tie between parties
section-capabilities = capability
section-delegations = delegation
section-acts = act of a legislature or government
section-agreements = agreement
section-routes = route of approval
section-calendar = date
section-terms = term
section-questions = question
section-claims = claim
section-attributes = attribute on which dialogues are compared
section-comparators = similar dialogue
section-precedents = what a similar dialogue obtained
section-means = means
section-steps = step of the plan
section-environment = factor of the environment
section-plans = plan

entry-at_section = section { $section }
entry-at_page = page { $page }
entry-quote = “{ $quote }”
reference-joint = {". "}
reference-in_note = [{ $number }]
reference-in_note_at_page = [{ $number }], p. { $page }
note-item = { $item } ({ $passages })
note-item_judged = { $item } ({ $passages }; judged)
note-item_plain = { $item }
note-item_plain_judged = { $item } (judged)
note-more = { $count ->
    [one] one more item, in the annex
   *[other] { $count } more items, in the annex
  }
entry-because = { $reason } ({ $by })
entry-likelihood = how likely
entry-likelihood_if = how likely, if { $condition }
entry-likelihood_of = how likely: { $option }
entry-likelihood_of_if = how likely: { $option }, if { $condition }
entry-size = how large
entry-size_for = how large, for { $of }
entry-unstated_gain = gains of { $party } that the sources leave out
entry-unstated_cost = costs for { $party } that the sources leave out
entry-weights_order = order of importance of its domains
entry-weight_of = weight of { $domain }
entry-priorities = order of its goals
entry-judged = judged as
entry-other_positions = positions
entry-other_worth = worth
entry-influence = what “{ $option }” does to “{ $outcome }”, from −3 to 3
entry-delay_cost = what a month of delay costs, { $domain }
