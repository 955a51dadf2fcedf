## What the others would do after each course

part-reactions = What the others would do
part-reactions-all = While the course is still open
part-reactions-course = After “{ $course }”
part-chains = What follows from what
part-acting = Where to act
part-contradictions = Where the case points both ways
fold-steps = Every chain to a move, step by step
fold-harms = Every chain to a harm
fold-cuts = Every step that takes harm away, and what else it takes
explain-reactions = Each course opens a game: others can answer it. Whether somebody gains by a move is read from what the case says of the effects on it, of its goals and of the options it wants; reasons are set against each other, not added up. Where they point both ways, or where nothing is said, it cannot be told. All of it holds only as far as the case says.
explain-chains = A chain sets if-then statements of the case one behind the other. It shows what can follow, not that it will follow: how likely a whole chain is, nobody has judged. Each step leads to the item that says it.
explain-third_parties = Below, course by course. What each third party can do is read from moves and effects that can follow from the course; what it wants from its positions, goals and words on it.
explain-cuts = A step is worth acting on when harm no longer follows once it is stopped. Steps are compared by what they take away, never by counting.
explain-means = Options on the agenda from which a chain leads to less of a harm. By how much, the case does not say.
explain-concepts = An outcome holds by itself when nobody gains by moving alone. It holds for fear of replies when every such step can be answered so that whoever took it is no better off; in sight of the replies that others would really make, or of any reply they could make.
caption-first_moves = Who gains by what, after each course, before anybody has moved
caption-follows = Moves that can follow, each with the steps that lead to it
caption-steps = Chains to a move, step by step, with the passage of each step
caption-harms = Chains from a course to a harm for { $party }
caption-cuts = Steps that take harm from { $party } away when they are stopped
caption-means_against = What can be agreed against each harm to { $seat }
caption-loops = Steps that come back to where they began
caption-contradictions = One cause, one consequence, more by one chain and less by another
caption-third_parties = What third parties can do and what they want
caption-picture_steps = Steps in the picture
caption-backed = Those who act and are backed by another side
caption-through = Who outside the two sides can act after each course
caption-holding = Outcomes that hold for certain
caption-games = How much is settled after each course
column-mover = Who moves
column-move = Move
column-pays = Gains by it
column-outcome = Outcome
column-event_outcome = Outcome
column-holds_by = It holds
column-way = The way there
column-states = Outcomes in all
column-settled = Hold for certain
column-ruled_out = Ruled out
column-unsettled = Cannot be told
column-can_follow = What can follow
column-by_steps = By these steps
column-acts_by = Who acts
column-also_needs = Also needs
column-cause = If
column-consequence = Then
column-step_sign = How
column-said_by = Passage
column-harm = Harm
column-link = Step to stop
column-takes_away = Harm that no longer follows
column-good_lost = Good that is lost too
column-size_removed = How large (points)
column-against_it = Options against it
column-loop = Steps
column-feeds = It
column-more_by = More by
column-less_by = Less by
column-futures = Two futures of
column-can_do = Can do
column-wants_says = Wants or says
column-third_party = Third party
column-backed_by = Backed by
column-does = What it can do
column-third_parties = Third parties that can act
column-spoilers = Possible spoilers among them
column-through = Chains through those backed by another side

how-more = makes more likely
how-less = makes less likely
loop_sign-more = feeds itself
loop_sign-less = damps itself
reaction-move = { $item }
reaction-effect = { $item }
reaction-goal = goal: { $item }
reaction-position = { $stance }: { $item }
reaction-wants = wants: { $item }
reaction-rejects = rejects: { $item }
reaction-claim = said of it: { $item }
reaction-bears_gain = gains: { $item }
reaction-bears_cost = pays: { $item }
node-move = move by { $parties }
node-move_spoiler = move by { $parties } – possible spoiler
node-cost = cost
node-gain = gain
node-goal = goal
node-event = event
node-option = option
node-course = course
node-statement = statement
picture-chains = { $place ->
    [1] Moves, what leads to them and what they set off
   *[other] More moves, what leads to them and what they set off
  }
picture-chains_shows = Boxes are courses, options, events, moves and effects; arrows are statements of the case. An arrow with + says that the one makes the other more likely; a dashed arrow with − says that it makes it less likely. A heavy rim marks a move, a double rim a move of a possible spoiler; the words under each name say what it is and who acts. Whatever else a step needs stands in the table.
gains-would = gains by it
gains-would_not = loses by it
gains-cannot_be_told = cannot be told
picture-first_moves = Who gains by what after each course
picture-first_moves_shows = One line per move, one column per course. A full dot: whoever can make the move gains by it, as far as the case says. A cross: whoever can make it loses by it. A ring: it cannot be told. Empty: nothing in the case links the move to the course. A mark does not say how likely the move is: the course may make it more likely or less, which the chains tell.
fold-holding = Outcomes in detail
caption-left_out = Moves left out of the game after a course
column-why_left = Why
left-fixed = the course itself settles it
left-no_bearing = nothing anybody values hangs on it
left-too_many = too many moves at once; it lies further down the chains
left-not_linked = nothing links it to this course

concept-nash = by itself: nobody gains by moving alone
concept-sequential = in sight of the replies that the others would really make
concept-symmetric_metarational = for fear of replies that could not be escaped
concept-general_metarational = for fear of replies that the others could make
words-nothing_moved = nobody moves
words-all = course still open
words-leads_to = {" → "}
words-less_likely = less likely: { $name }
words-less_chance = less chance of “{ $name }”
words-not_done = no “{ $move }”
words-done_as = “{ $move }”: { $option }
words-move_of = { $move } – { $parties }
words-party_moves = { $party } by { $moves }
words-both_variants = { $course } (in every variant)
words-at_page = { $source }, p. { $page }
words-chain_if = { $chain } (needs also: { $needs })
words-condition_itself = condition of the effect itself

reactions-would = After “{ $course }” { $parties } would gain by this, as far as the case says: { $moves }.
reactions-would_not = After “{ $course }” { $parties } would lose by this, as far as the case says: { $moves }.
reactions-may = Whether { $parties } would gain by this after “{ $course }” cannot be told: { $moves }.
reactions-would_all = Would gain, as far as the case says: { $moves }.
reactions-would_not_all = Would lose, as far as the case says: { $moves }.
reactions-may_all = Whether whoever can make these moves gains by them cannot be told: { $moves }.
reactions-nobody_moves = The case names nothing that anybody could do after “{ $course }” and that bears on somebody. That is not the same as nobody being able to do anything.
reactions-outset_not_stated = The case does not say how some moves stand before anybody acts after “{ $course }”; so first moves and ways are not told.
reactions-no_outcome_certain = Not one of the { $states } outcomes that are open after “{ $course }” holds for certain: too little is known of what everybody prefers.
reactions-holds = { $count ->
    [0] After “{ $course }” it would hold, as far as the case says, that nobody moves. It holds { $concept }.
   *[other] After “{ $course }” this outcome would hold, as far as the case says: { $changes }. It holds { $concept }.
  }
reactions-no_outcome_certain_open = Not one of the { $states } outcomes that are open as long as the course is not chosen holds for certain: too little is known of what everybody prefers.
reactions-holds_open = { $count ->
    [0] As far as the case says, it would hold that nobody moves and the course is “{ $course }”. It holds { $concept }.
   *[other] As far as the case says, this outcome would hold: { $changes }. It holds { $concept }.
  }
reactions-left_out_open = Left out of the game over all courses, because together they would make too many outcomes: { $moves }. Choose the moves that matter to take them in.
reactions-path = After “{ $course }” it would come to this, as far as the case says, in steps by which whoever takes them gains: { $steps }. Those who move: { $by }.
reactions-wanted_holds = Nobody would gain by a step that takes from { $seat } what it would want most after “{ $course }”, as far as the case says. Only what the case says to bear on { $seat } counts here.
reactions-wanted_left_by = What { $seat } would want most after “{ $course }” does not hold as long as others gain by: { $moves }. To make it hold, these gains must go.
reactions-wanted_needs = What { $seat } would want most after “{ $course }” holds only if nobody gains by: { $moves }. Whether somebody does, the case does not say.
reactions-wanted_unknown = Which outcome { $seat } would want most after “{ $course }” cannot be told.
reactions-left_out = Left out of the game after “{ $course }”, because together they would make too many outcomes: { $moves }. Choose the moves that matter to take them in.

reactions-no_links = Cannot be told: the case states no links from causes to effects.
reactions-move_can_follow = { $sign ->
    [less] From “{ $start }” it can follow that this becomes less likely: { $move } ({ $parties }). The steps: { $nodes }.
   *[other] From “{ $start }” this can follow: { $move } ({ $parties }). The steps: { $nodes }.
  }{ $needs ->
    [none] {""}
   *[other] {" "}It also needs: { $needs }.
  }
reactions-no_move_follows = No chain in the case leads from “{ $course }” to a move of anybody. That is not the same as nobody answering it.
reactions-loop = { $sign ->
    [less] These steps come back to where they began, and damp themselves: { $nodes }.
   *[other] These steps come back to where they began, and feed themselves: { $nodes }.
  }
reactions-no_loop = No chain of the case comes back to where it began.
reactions-loops_stopped = There are more than { $shown } loops; { $unsearched } steps were not searched for further ones.
reactions-where_to_act = After “{ $course }” this harm to { $party } no longer follows by chains once one step is stopped: { $harms }. The step: { $link }. { $goods_lost ->
    [none] No stated good is lost with it.
   *[other] Lost with it: { $goods_lost }.
  }
reactions-where_to_act_any = After “{ $course }” this harm to { $party } no longer follows by chains once any one of these steps is stopped: { $harms }. The steps: { $links }. { $goods_lost ->
    [none] No stated good is lost with them.
   *[other] Lost with them: { $goods_lost }.
  }
reactions-no_single_link = { $course }: no single step can be stopped so that a harm to { $party } no longer follows. Whatever harm there is follows from the course by its own conditions, or in more than one way.
reactions-cuts_stopped = From these the steps worth stopping were not searched, since the case is too large: { $not_searched }.
reactions-contradiction = { $clash ->
    [none] “{ $cause }” makes this more likely by one chain and less likely by another: { $consequence }. Both chains can hold at once; which is stronger, the case does not say.
   *[other] “{ $cause }” makes this more likely by one chain and less likely by another: { $consequence }. The chains need different outcomes of “{ $clash }”: these are two futures, not a flaw.
  }
reactions-contradictions_stopped = Chains that point both ways were searched from the first { $searched } of { $causes } causes only.
reactions-third_party = { $acts ->
    [none] After “{ $course }” the case names nothing that { $party } can do. It wants or says: { $says }.
   *[other] { $says ->
        [none] After “{ $course }” { $party } has a part in this: { $acts }.
       *[other] After “{ $course }” { $party } has a part in this: { $acts }. It wants or says: { $says }.
      }
  }
reactions-third_parties_not_stated = After “{ $course }”, not stated: what { $parties } would do or say.
reactions-means_against = What can be agreed to make “{ $harm }” less likely: { $options }.
