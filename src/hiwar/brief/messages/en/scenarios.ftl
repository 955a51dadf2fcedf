## Which futures

part-scenarios = Which futures, and what holds in them
part-futures = Which outcomes hang together
part-in_futures = What each course brings in each future
part-events_that_matter = Which event matters most
explain-scenarios = Nobody at the table decides these events. So nothing is forecast: each course is looked at in every future that can be, and what holds in all of them is told apart from what holds in some.
explain-cross_impact = Where an analyst has judged what one outcome does to another (from −3, hinders strongly, to 3, promotes strongly), a future hangs together if in it no outcome is less promoted than another of the same event. The search is exact: there are no other such futures.
explain-results = The range of each course for { $seat } in each future, in points; in bold where it is certainly the best there.
caption-tableau = The futures that hang together
caption-scenarios = Combinations of the events on which a result hangs
caption-cross_impact = What outcomes do to each other, as judged
caption-influence = How much each event bears on the others
caption-results_by_future = What each course brings { $seat }, future by future, in points
caption-regret_over = The most that can be lost against the best course
caption-swings = What the outcome of one event alone changes
caption-events_said = The events, and what the sources say of them
fold-cross_impact = The judgements of influence
fold-events_said = What the sources say of the events
picture-tableau = Futures that hang together
picture-tableau_shows = One column per future, one row per event; in a row, the same outcome has the same shade.
picture-cross_impact = What outcomes do to each other
picture-cross_impact_shows = The outcome on the left promotes the outcome above (blue, above 0) or hinders it (orange, below 0). Empty: no direct influence was judged.
picture-influence = Drivers and driven
picture-influence_shows = Upwards: how strongly an event bears on the others. To the right: how strongly they bear on it. The lines stand at the means.
chart-acts = does to
chart-acted_on = this outcome
chart-active = Bears on others
chart-passive = Others bear on it
chart-future = Future { $number }
column-future = Future
column-futures_held = Futures with it
column-hangs = Hangs together
column-strength = Strength
column-acting = Outcome
column-acted_on = On
column-active = Bears on others
column-passive = Others bear on it
column-regret_middle = At the middle
column-regret_most = At most
column-swing = Most that it moves a comparison
column-turns = Turns which course is best
column-leans_to = The sources lean to
column-likelihood_judged = Likelihood judged
state_of-hangs_together = yes
state_of-not_consistent = no
state_of-ruled_out = ruled out by a rule
words-closed = closed

scenarios-by_rules = No sheet says how the outcomes of { $events } bear on each other. Of { $total } combinations, { $count } break no rule of the case; each of them counts as a future.
scenarios-consistent = Of { $total } combinations of outcomes, { $count ->
    [one] one hangs
   *[other] { $count } hang
  } together by the judgements of { $sheets }.
scenarios-near_misses = No combination of outcomes hangs together fully by the judgements of { $sheets }. { $count ->
    [one] One of { $total } comes
   *[other] { $count } of { $total } come
  } nearest: no outcome in it is beaten by more than { $level }.
scenarios-no_future = None of { $total } combinations of outcomes comes near to hanging together by these judgements: they contradict each other.
scenarios-search_unfinished = The search for futures was called off after { $count }; there are more.
scenarios-weak_evidence = That { $count } hang together says little by itself: with the same judgements shuffled at random it would be { $mean } on average. What counts is which they are.
scenarios-unlike_chance = With the same judgements shuffled at random, { $mean } futures would hang together on average; here there are { $count }, which chance would seldom bring about.
scenarios-sheets_share = Of the { $count } futures, { $common } hang together by every one of these sheets: { $sheets }.
scenarios-not_together = This does not hang together, and nothing is said to hold for it: { $scenario }.
scenarios-not_averaged = Results are shown future by future and not averaged, since how likely the outcomes are is not judged: { $events }.
scenarios-averaged = Averages over futures, elsewhere in this brief, rest on the likelihoods judged for { $events }. Here each future stands by itself.
scenarios-no_event_matters = No result hangs on an event: { $courses } bring the same whatever happens.
scenarios-source_leans = A source holds this more likely than not; it is a statement, no figure of this brief: { $outcomes }.
scenarios-closed = “{ $course }” is closed in every future, since this does not hold: { $needs }.
scenarios-closed_if = “{ $course }” is closed if { $outcomes }, since this does not hold then: { $needs }.
scenarios-closed_in_some = “{ $course }” is closed in { $count } of the futures looked at, since this does not hold there: { $needs }.
scenarios-best_in_all = In every future, this is certainly the best course: { $courses }.
scenarios-none_best_in_all = No course is certainly the best in every future.
scenarios-best_here = { $where ->
    [outcomes] If { $outcomes }, this is certainly the best course: { $courses }.
   *[scenarios] In these futures this is certainly the best course: { $courses }. They are: { $scenarios }.
  }
scenarios-may_be_best_here = { $where ->
    [outcomes] If { $outcomes }, any of these may be the best: { $courses }.
   *[scenarios] In these futures any of these may be the best: { $courses }. They are: { $scenarios }.
  }
scenarios-better_in_all = In every future in which both are open, “{ $course }” is certainly better than “{ $other }”.
scenarios-order_changes = { $where ->
    [outcomes] “{ $course }” is certainly better than “{ $other }” if { $outcomes }, and certainly worse in some other future.
   *[scenarios] “{ $course }” is certainly better than “{ $other }” in some futures ({ $scenarios }), and certainly worse in some other.
  }
scenarios-least_regret = Whoever wants to lose as little as possible against the best course, whatever the future, takes { $courses }: at most { $points } points, at the middle of the judgements.
scenarios-least_worst_regret = Under the judgements that are worst for each course, { $courses } can lose least against the best course: { $points } points.
scenarios-matters_most = What moves the comparison of courses most is { $events }: up to { $points } points between two outcomes.
scenarios-turns_the_best = Which course is best turns with { $events }.
scenarios-turns_nothing = At the middle of the judgements, no outcome of { $events } by itself changes which course is best.
