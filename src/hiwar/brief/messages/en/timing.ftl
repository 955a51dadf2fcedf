## When to begin

part-timing = When to begin
part-pressure = Who is under pressure of time
part-bets = Courses that count on an event
part-branches = What each outcome changes
explain-timing = On each day the seat can commit itself to a course, or wait. A dated event is known from its day on. Waiting costs what a month of delay costs, for as long as time presses. Two days are compared under the same judgements: what they share cancels.
caption-tree = What each choice is worth on each day, at the middle of the judgements
caption-starts = What each course is worth to each side if begun on a day, future by future
caption-pressure = Pressures of time, and how they stand on each day
caption-delay = What a month of delay costs each side, in points
caption-bets = Courses that wait for an event, or need one outcome of it
caption-branches = After each outcome
fold-starts = Every course, begun on every day
picture-tree = The decision over time
picture-tree_shows = From left to right: the day, the choices open then, and what each is worth at the middle of the judgements, acting as well as can be later. A square is a choice of the seat, a circle an event that nobody at the table decides. The best choice of each square is drawn in full.
chart-decide = Decide
column-choice = Choice
column-choice_worth = Worth, in points
column-best_choice = Best
column-pressure = Pressure
column-stands = How it stands
column-per_month = Points per month
column-said_of_it = What the case says
column-closes = Closes
column-ends = Pressures that end
column-event = Event
column-counts = How it counts on it
column-advice = What the case advises
column-gainers = Who gains by delay
column-can_begin = Can begin
stands-presses = presses
stands-over = over
stands-eased = eased
stands-not_yet = not yet
counts-waits = waits for it
counts-needs = closed if it turns out otherwise
best_choice-yes = best
can_begin-open = yes
can_begin-bet = only if events turn out well
can_begin-closed = no
words-all_domains = all fields together, weighted
words-day_after = { $day }, after { $known }
words-wait = Wait
words-never = Never commit
words-day = { $day } { $month } { $year }
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

timing-begin_now = Waiting until { $day } is never better than beginning on { $now }, whatever the judgement: for each plan that waits there is one that begins at once and is at least as good.
timing-wait = Beginning on { $now } is never better than waiting until { $day }, whatever the judgement.
timing-no_day_preferred = Whether to begin on { $now } or on { $day } makes no difference: nothing judged here speaks for either day.
timing-start_share = Whether to begin on { $now } or to wait until { $day } is not firm: beginning at once comes first in { $share } of the admissible judgements.
timing-start_not_firm = Whether to begin on { $now } or to wait until { $day } cannot be told: too little is judged.
timing-waiting_unjudged = Whether to begin on { $now } or to wait until { $day } cannot be told: no sheet says what a month of delay costs { $seat }.
timing-nothing_open_now = On { $now } no course can be begun whatever is still to come; on { $day } there is one.
timing-nothing_open_then = On { $day } no course can be begun any more whatever is still to come; on { $now } there is one.
timing-event_hangs_on_course = Waiting until { $day } cannot be valued: how likely { $events } is depends on the course in these sheets, and who waits has taken none.
timing-plans_cut_short = There are more than { $count } plans for a day; only plans that take one course whatever is known by then are compared.
timing-no_decision_day = When to begin cannot be computed: the calendar of the case gives no day on which the seat could decide. Add one (kind: decision, with its day).
timing-one_day_only = There is only one day to decide on, { $day }: no later day, and no event that is settled later and on which anything hangs.
timing-waiting_shows = Who waits until { $day } knows how this has turned out: { $events }.
timing-waiting_shows_nothing = Who waits until { $day } learns nothing on which a result hangs.
timing-knowing_changes_nothing = Knowing it does not change what the courses in question bring: their results do not hang on { $events }.
timing-likelihood_turns = The advice for the first day turns where { $outcomes } has a likelihood of { $likelihood }: below, { $below } is best, above, { $above }; it is taken as { $present } now, with everything else at the middle of the judgements.
timing-likelihood_turns_nothing = However likely each outcome of “{ $event }” is, the advice for the first day stays the same, with everything else at the middle of the judgements.
timing-waiting_costs = Waiting until { $day } costs { $party } { $low } to { $high } points.
timing-month_costs = A month of delay costs { $party } { $low } to { $high } points while time presses.
timing-delay_not_judged = What delay costs { $party } is not judged by any sheet.
timing-delay_weighs_more = A month of delay takes a larger share of what is at stake for { $party } than for { $other }, by these judgements.
timing-delay_weighs_alike = For which of { $parties } a month of delay takes more of what is at stake for it cannot be told by these judgements.
timing-no_pressure_stated = The case states no pressure of time on { $party }. That is not the same as there being none.
timing-pressed_without_end = Time presses { $party }, for some reasons without a stated end: { $items }.
timing-pressed_until = Time presses { $party } until { $day }: { $items }.
timing-both_pressed = { $where ->
    [known] On { $day }, after { $known }, time presses { $parties }. Who is pressed more cannot be told by words alone.
   *[plain] On { $day } time presses { $parties }. Who is pressed more cannot be told by words alone.
  }
timing-one_pressed = { $where ->
    [known] On { $day }, after { $known }, time presses { $parties }, and no longer { $others }, as far as the case says.
   *[plain] On { $day } time presses { $parties }, and no longer { $others }, as far as the case says.
  }
timing-none_pressed = { $where ->
    [known] On { $day }, after { $known }, no stated pressure of time is left on { $others }.
   *[plain] On { $day } no pressure of time is stated on { $others }.
  }
timing-gains_by_delay = Delay suits { $party }.
timing-waits_for = “{ $course }” waits for this to be settled: { $event }.
timing-needs_outcome = “{ $course }” counts on one outcome of “{ $event }” and is closed after any other, since this does not hold then: { $needs }.
timing-warned = On counting on events the case says, against “{ $course }”: { $claim }.
timing-waiting_favours = What “{ $course }” waits for gives time to { $parties }.
timing-breaks_term = “{ $course }” goes against “{ $term }”.
timing-branch_says = If { $outcomes }, the case says: { $claims }.
timing-branch_closes = If { $outcomes }, these courses are closed: { $courses }.
timing-branch_eases = With { $outcomes } these pressures of time end: { $items }.
