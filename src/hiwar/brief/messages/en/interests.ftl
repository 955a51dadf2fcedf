interests-pairs = Of { $total } pairs of goals: go together { $compatible }, clash { $conflicting }, both { $mixed }, unrelated { $unrelated }; { $not_judged } have not been judged.
interests-compatible_by_source = The source itself says that these go together: { $pairs }.
interests-eased = “{ $goal }” clashes with “{ $other }”. It would be eased by: { $options }.
interests-not_eased = “{ $goal }” clashes with “{ $other }”. The case has no option that would ease it.
interests-contradiction = { $owner } wants two things that contradict each other: “{ $goal }” and “{ $other }”.
interests-no_ultimate_goal = { $party } has stated no ultimate goal.
interests-no_priorities = { $count ->
    [one] One goal of { $party } has no rank.
   *[other] { $count } goals of { $party } have no rank.
  }
interests-depends = “{ $goal }” holds only when: { $when }.
interests-supreme = Supreme interests of { $party }: { $goals }.
