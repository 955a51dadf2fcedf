## Which of the stated terms a plan meets

part-terms = The stated terms
part-terms-plan = { $subject }, term by term
part-terms-courses = The courses as they stand
part-terms-readings = How the terms were read
explain-terms = A term is not met if one of its criteria fails, cannot be told if something it needs is missing, and is met only if all its criteria are. What a plan leaves out meets nothing: not to mention a thing is not to rule it out.
explain-terms_courses = A course or a package by itself says nothing beside the options it settles. Much cannot be told of it until a plan says what it assumes, allows, measures and falls back on.
explain-terms_shares = What is settled in a field, as a share of all that is settled, beside the share of the field in the goals of each side. Both only count; a goal or an issue in two fields counts in each.
caption-terms = What the plan “{ $subject }” makes of each term
caption-terms_reasons = “{ $subject }” against each term
caption-terms_overview = Each course against each term
caption-terms_readings = Terms that can be read in more than one way
caption-terms_shares = “{ $subject }”: fields in what is settled, and in what each side wants
fold-terms_reasons = Why a course breaks a term, or leaves it open
term_sign-met = ✓
term_sign-not_met = ✗
term_sign-cannot_be_told = ?
fold-terms_shares = Fields in what is settled, and in what each side wants
note-terms_overview = ✓ met, ✗ not met, ? cannot be told
column-term = Term
column-term_state = State
column-why = Why
column-repair = What would repair it
column-reading = Reading
column-followed = Followed
column-reading_reason = Why
column-settled_share = Share in what is settled
column-goals_share = Share in the goals of { $party }
term_group-must = Must be met: a breach fails the plan
term_group-should = Should be met: a breach is a warning
term_state-met = met
term_state-not_met = not met
term_state-cannot_be_told = cannot be told
terms-none = The case states no terms for a plan to meet.
terms-no_plan = The case has no plan to hold against the terms; its courses are held against them as they stand.
terms-counts = { $subject } meets { $must_met } of { $must_all } terms that must hold and breaks { $must_not_met ->
    [0] none
   *[other] { $must_not_met }
 }{ $must_cannot_be_told ->
    [0] .
   *[other] ; of { $must_cannot_be_told } it cannot be told.
 }{ $should_all ->
    [0] { "" }
   *[other] { " " }It meets { $should_met } of { $should_all } that should hold and breaks { $should_not_met ->
        [0] none
       *[other] { $should_not_met }
     }{ $should_cannot_be_told ->
        [0] .
       *[other] ; of { $should_cannot_be_told } it cannot be told.
     }
 }
terms-breach = { $subject } breaks what must hold: { $terms }.
terms-warning = { $subject } goes against what should hold: { $terms }.
terms-open = { $subject }: it cannot be told whether what these ask for is met: { $terms }.{ $field_count ->
    [0] { "" }
   *[other] { " " }It does not say { $fields }.
 }
terms-all_musts_met = { $subject } meets everything that must hold.
terms-against_course = { $subject } settles something against the course it follows: { $issues }. It cannot be carried out as it is.
terms-breaks_rules = { $subject } breaks rules of the case: { $rules }. It cannot be carried out as it is.
terms-in_words_only = { $count ->
    [one] One term is written in words only and is for the reader to judge: { $terms }.
   *[other] { $count } terms are written in words only and are for the reader to judge: { $terms }.
 }
terms-reading = “{ $term }” can be read in { $count } ways. { $firmness ->
    [stated] Reading { $reading } is followed; the table below has them all.
   *[other] None of them is marked as the one to follow.
 }
terms-and_more = { $first }, and { $count } more
plan_word-aim = what it is after
plan_word-lasts = how long the agreement binds
plan_word-track = which course it follows
plan_word-package = what the agreement settles
plan_word-represented = who is represented
plan_word-consulted = where the parts of the side stand on it
plan_word-assumptions = what it assumes
plan_word-success_conditions = on what its success depends
plan_word-tasks = which tasks it gives
plan_word-uses = which uses of territory, bases, forces and money it allows or rules out
plan_word-measures = which measures it takes
plan_word-fallbacks = what it falls back on
plan_word-pressures = under which pressure it was tested
plan_word-agreement = an agreement
plan_word-exploration = the intentions of the other side
plan_word-delay = delay
plan_word-once = one exchange
plan_word-term = a term
plan_word-open_ended = without end
plan_word-direct = directly
plan_word-indirect = indirectly
plan_word-compelled = under force
plan_word-voluntary = willingly
plan_word-territory = territory
plan_word-bases = bases
plan_word-forces = forces
plan_word-money = money
plan_word-regional = regional
plan_word-international = international
plan_word-security = security
plan_word-geography = geography
plan_word-politics = politics
terms_reason-met = Rests on { $elements }
terms_reason-better_than_none = Better than no agreement, on all judgements that the sheets allow, for { $about }
terms_reason-off_the_agenda = The scope leaves { $about } out, where all sides have interests: { $elements }
terms_reason-rest_left_open = What else would be settled is left open: { $about }
terms_reason-in_words_only = It is written in words only, for the reader to judge
terms_reason-domain_not_stated = Of these it is not stated in which field they lie: { $about }
terms_reason-not_stated = The plan does not say { $about }
terms_reason-aims_at = Its aim is { $about }
terms_reason-lasts_for = The agreement binds for { $about }
terms_reason-issue_not_settled = Nothing is settled on { $about }
terms_reason-settled_otherwise = Settled otherwise: { $elements }
terms_reason-option_held = It holds { $elements }
terms_reason-option_breaks = The case itself says that this goes against it: { $elements }
terms_reason-counts_on = { $elements } counts on { $about }
terms_reason-reliance_not_stated = It is not said what these count on: { $elements }
terms_reason-exchange_not_stated = It is not said whether these give anything up: { $elements }
terms_reason-replaced = { $elements } exchanges one for the other: { $about }
terms_reason-use_allowed = { $elements } allows outsiders to act against others: { $about }
terms_reason-use_unregulated = This use is left unregulated: { $about }; yet this holds: { $elements }
terms_reason-use_not_spoken_of = Nothing is said of this use: { $about }
terms_reason-no_measure_toward = No measure toward { $about }
terms_reason-no_measure_in = No measure in { $about }
terms_reason-harm_not_offset = Nothing makes up for what { $about } would suffer or reject: { $elements }
terms_reason-no_course = No course is left if { $about }; in the way: { $elements }
terms_reason-course_open = If { $about }, it hangs on what is not fixed whether it can be carried out: { $elements }
terms_reason-worse_than_none = { $about } does better without it
terms_reason-may_be_worse_than_none = On some judgements { $about } does better without it
terms_reason-value_not_judged = What it is worth is not judged for { $about }
terms_reason-only_these_domains = All that is settled lies in { $about }
terms_reason-shared_domain_empty = All sides have interests in { $about }, and nothing is settled there
terms_reason-interests_not_stated = No interest with its field is stated for { $about }
terms_reason-first_choice_not_stated = On these points the first choice is not stated for { $about }
terms_reason-concedes_nothing = { $about } gives up nothing that it wants first
terms_reason-concedes_everything = { $about } keeps nothing that it wants first
terms_reason-too_few_levels = All concessions lie in { $about }
terms_reason-without_ground = Neither a source nor a reason is given for { $elements }
terms_reason-nothing_judged = No sheet of judgements is used
terms_reason-judgement_without_reason = Judgements without a reason, on { $elements }
terms_reason-weighs_component = A sheet gives weights of its own to { $about }
terms_reason-not_represented = Not represented: { $about }
terms_reason-position_not_stated = It is not known where these stand on the plan: { $about }
terms_reason-position_divided = Divided over the plan: { $about }
terms_reason-position_conditional = The condition is not met or not written down: { $about }
terms_reason-rejects_over_unknown = { $about } rejects the plan, and over what is not stated
terms_reason-rejects = { $about } rejects the plan: { $elements }
terms_reason-no_pressure_run = It was tested under no pressure
terms_reason-level_not_run = Not tested under pressure of this kind: { $about }
terms_reason-party_not_pressed = Not tested under pressure on { $about }
terms_reason-effect_not_stated = What { $elements } does to unity is not stated in { $about }
terms_reason-effect_unknown = What { $elements } does to unity is not known in { $about }
terms_reason-floor_broken = Under { $elements } unity is lost in { $about }
terms_repair-off_the_agenda = Widen the scope to { $about }
terms_repair-rest_left_open = Say in a plan what would be settled: { $about }
terms_repair-in_words_only = Judge it by its words, or write its criteria as data
terms_repair-domain_not_stated = State the fields of { $about }
terms_repair-not_stated = State { $about }
terms_repair-aims_at = Aim at an agreement
terms_repair-lasts_for = Let it bind for longer
terms_repair-issue_not_settled = Settle { $about }
terms_repair-settled_otherwise = Settle { $about } in another way
terms_repair-option_held = Take out { $elements }
terms_repair-option_breaks = Choose something else than { $elements }
terms_repair-counts_on = Do without { $about }
terms_repair-reliance_not_stated = State what each of them counts on, or that it counts on nothing
terms_repair-exchange_not_stated = State what each of them gives up for what, or that it only adds
terms_repair-replaced = Add the new beside the old, or drop { $elements }
terms_repair-use_allowed = Rule this use out
terms_repair-use_unregulated = Rule out or regulate every such use
terms_repair-use_not_spoken_of = Rule out or regulate every such use
terms_repair-no_measure_toward = Add a measure toward { $about }
terms_repair-no_measure_in = Add a measure in { $about }
terms_repair-harm_not_offset = Add a measure toward { $about } that makes up for it, or take the option out
terms_repair-no_course = Add a fallback for { $about }
terms_repair-course_open = Fix what it hangs on, or add a fallback for { $about }
terms_repair-worse_than_none = Offer more to { $about }
terms_repair-may_be_worse_than_none = Offer more to { $about }, or judge more exactly what it is worth there
terms_repair-value_not_judged = Judge what each option, and no agreement, is worth to { $about }
terms_repair-only_these_domains = Settle something in another field
terms_repair-shared_domain_empty = Settle something in { $about }
terms_repair-interests_not_stated = State the interests of { $about } and their fields
terms_repair-first_choice_not_stated = State what { $about } wants first on these points
terms_repair-concedes_nothing = Let { $about } give up something
terms_repair-concedes_everything = Leave { $about } something that it wants first
terms_repair-too_few_levels = Exchange concessions in another field too
terms_repair-without_ground = Give a source or a reason
terms_repair-nothing_judged = Use a sheet whose judgements have reasons
terms_repair-judgement_without_reason = Give each judgement a reason
terms_repair-weighs_component = Weigh for the whole side only
terms_repair-not_represented = Bring { $about } into the government or the delegation
terms_repair-position_not_stated = Ask { $about }, and state the answer
terms_repair-position_divided = State which part of { $about } carries the plan
terms_repair-position_conditional = Meet the condition, or write it down
terms_repair-rejects_over_unknown = State over what { $about } rejects it
terms_repair-rejects = Change what is rejected, or win { $about } over
terms_repair-no_pressure_run = Test it under pressure
terms_repair-level_not_run = Test it under pressure of this kind: { $about }
terms_repair-party_not_pressed = Test it under pressure on { $about }
terms_repair-effect_not_stated = State what the pressure does to unity in { $about }
terms_repair-effect_unknown = Find out what the pressure does to unity in { $about }
terms_repair-floor_broken = Protect unity there, or change the plan
section-consulted = position on a plan
section-assumptions = assumption of a plan
section-success_conditions = success condition of a plan
section-tasks = task of a plan
section-uses = use that a plan speaks of
section-measures = measure of a plan
section-fallbacks = fallback of a plan
section-pressures = pressure under which a plan was tested
