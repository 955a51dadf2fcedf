## What the others would do after each course

part-reactions = What the others would do
part-reactions-all = While the course is still open
part-reactions-course = After { $course }
part-chains = Chains of effects
explain-reactions = Each course opens a game: others can answer it. Whether somebody gains by a move is read from what the case says of the effects on it, of its goals and of the options it wants; reasons are set against each other, not added up. Where they point both ways, or where nothing is said, it cannot be told. All of it holds as far as the case speaks.
explain-concepts = An outcome holds by itself when nobody gains by a step of his own. It holds for fear of replies when every such step can be answered so that whoever took it is no better off; in sight of the replies that others would really make, or of any reply they could make.
caption-first_moves = Who gains by what, after each course, before anybody has moved
caption-holding = Outcomes that hold for certain
caption-games = How much is settled after each course
column-mover = Who moves
column-move = Move
column-pays = Gains by it
column-outcome = Outcome
column-holds_by = It holds
column-way = The way there
column-states = Outcomes in all
column-settled = Hold for certain
column-ruled_out = Ruled out
column-unsettled = Cannot be told
gains-would = gains by it
gains-would_not = loses by it
gains-cannot_be_told = cannot be told
picture-first_moves = Who gains by what after each course
picture-first_moves_shows = One line per move, one column per course. A full dot: whoever can make the move gains by it, as far as the case says. A cross: he loses by it. A ring: it cannot be told. Empty: the move has no bearing on the course.
chart-course = Course
fold-holding = Outcomes that hold, and the way there
fold-left_out = Moves that were left out
caption-left_out = Moves left out of the game after a course
column-why_left = Why
left-fixed = the course itself settles it
left-no_bearing = nothing anybody values hangs on it
left-too_many = too many moves at once; it lies further down the chains
left-not_linked = nothing links it to this course

concept-nash = by itself: nobody gains by a step of his own
concept-sequential = in sight of the replies that the others would really make
concept-symmetric_metarational = for fear of replies that could not be escaped
concept-general_metarational = for fear of replies that the others could make
words-nothing_moved = nobody moves

reactions-would = As far as the case says, { $parties } would gain by this after “{ $course }”: { $moves }.
reactions-would_not = As far as the case says, { $parties } would lose by this after “{ $course }”: { $moves }.
reactions-may = Whether { $parties } would gain by this after “{ $course }” cannot be told: { $moves }.
reactions-nobody_moves = The case names nothing that anybody could do after “{ $course }” and that bears on somebody. That is not the same as nobody being able to do anything.
reactions-outset_not_stated = The case does not say how some moves stand before anybody acts after “{ $course }”; so first moves and ways are not told.
reactions-no_outcome_certain = After “{ $course }” none of { $states } outcomes holds for certain: too many preferences are unknown.
reactions-holds = { $count ->
    [0] After “{ $course }” this outcome holds for certain: nobody moves. It holds { $concept }.
   *[other] After “{ $course }” this outcome holds for certain: { $changes }. It holds { $concept }.
  }
reactions-path = After “{ $course }” it comes to this in steps by which whoever takes them gains: { $steps }. Those who move: { $by }.
reactions-wanted_holds = What { $seat } would want most after “{ $course }” would hold: nobody gains by leaving it.
reactions-wanted_left_by = What { $seat } would want most after “{ $course }” does not hold while somebody gains by: { $moves }. To make it hold, these gains must go.
reactions-wanted_needs = What { $seat } would want most after “{ $course }” holds only if nobody gains by: { $moves }. The case does not say so.
reactions-wanted_unknown = Which outcome { $seat } would want most after “{ $course }” cannot be told.
reactions-left_out = Left out of the game after “{ $course }”, because together they would make too many outcomes: { $moves }. Choose the moves that matter to take them in.
