## The decision-maker's own questions

asked-title = Question { $number }: { $title }
asked-none = The case lists no questions of the decision-maker.
asked-no_view = Cannot be told: nothing computed so far answers this question.
asked-no_appraisal = Cannot be told: no gains or costs are recorded for { $seat }.
asked-form_missing = Cannot be told yet which form is best: nobody has judged what each form would bring. This is what the case says of each.
asked-interests_missing = Which packages serve or harm these interests cannot be told: no package has been found.
asked-no_supreme = Cannot be told: the case names no supreme interest of { $seat }.
asked-proxy_missing = How far those outside steer the two sides cannot be told: nobody has judged it. What the case tells is who sits at the table, who is affected outside it, who outside can act after each course, and who acts with another side behind it.
asked-team_missing = Cannot be told: the case says nothing firm about vision, mandate and skills of a delegation of { $seat }.
view-advantages = Advantages and disadvantages
view-costs = Costs of success and of failure
view-form = Form of the relation
view-options = Options and alternatives
view-interests = Supreme interests
view-proxy = Whose dialogue it is
view-team = Vision and team
view-other = A question of the case
minute-sheet_says = “{ $sheet }” by itself: “{ $course }”, { $verdict }.
minute-sheet_says_none = “{ $sheet }” by itself: { $verdict }.
minute-cells_open = { $count ->
    [one] One gain or cost is left out by the sources, and nobody has judged it. It may be anything.
   *[other] { $count } gains or costs are left out by the sources, and nobody has judged them. Each may be anything.
  }
minute-cells_judged = { $count ->
    [one] One gain or cost that the sources leave out was judged by an analyst.
   *[other] { $count } gains or costs that the sources leave out were judged by an analyst.
  }
minute-otherwise = If it cannot be taken: “{ $course }”. Then no other course is better, whatever values are taken inside the judgements given.
minute-otherwise_open = If it cannot be taken, “{ $course }” is the nearest choice. That is not firm: it is not certainly better than { $others }.
minute-otherwise_none = What to do if it cannot be taken cannot be told: no other course can be taken in every such scenario.
minute-no_appraisal = Cannot be told: the courses have not been appraised.
