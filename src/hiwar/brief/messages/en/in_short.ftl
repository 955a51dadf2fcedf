## The answer to each question in a sentence or two

part-minute-agreed = What could be agreed
minute-package = { $package } ({ $standard }) is better for every side than no agreement at the middle of the judgements.
minute-package_accepted = { $package } ({ $standard }): every side prefers it to no agreement, on all judgements that the sheets allow.
minute-package_at_home = At home it fares so: { $told }.
minute-package_settles = { $package } settles: { $options }.
in_short-gains_and_costs = Both gains and costs are stated for: { $courses }. The length of a list says nothing.
in_short-gains_only = Only gains are stated for: { $courses }.
in_short-costs_only = Only costs are stated for: { $courses }. That no gain is stated does not mean that there is none.
in_short-largest_cost = { $outcome ->
    [success] If it succeeds, the cost that may grow largest lies in { $domain }, on the course “{ $course }”: { $range } points.
   *[failure] If it fails, the cost that may grow largest lies in { $domain }, on the course “{ $course }”: { $range } points.
  }
in_short-all_accept = On all judgements that the sheets allow, every side prefers these to no agreement: { $packages }.
in_short-interests_served = Every package looked at serves, and none harms: { $goals }.
in_short-interests_harmed = At risk, since a package looked at harms them: { $goals }.
in_short-interests_open = Not served by every package: { $goals }.
in_short-no_floors = The case sets no floor under these interests.
in_short-floors = The case sets a floor under these interests, and no package that breaks it is proposed: { $goals }.
in_short-for_the_sides = A dialogue of the two sides: wherever somebody is said to gain, one of them does, and nobody outside. So under { $subjects }.
in_short-for_the_sides_too = A dialogue of the two sides, from which others gain as well ({ $outside }): wherever somebody is said to gain, one of the sides does. So under { $subjects }.
in_short-partly_for_others = Partly on behalf of others ({ $outside }): in a part of what is settled only they gain. So under { $subjects }.
in_short-for_others = Mostly on behalf of others ({ $outside }): in more than half of what is settled only they gain. So under { $subjects }.
in_short-nobody_gains = Cannot be told where the sources name no gain of anybody. So under { $subjects }.
balance-for_the_sides = { $subject }: wherever somebody is said to gain ({ $settled ->
    [one] in one field or issue
   *[other] in { $settled } fields or issues
  }), a side of the dialogue does, and nobody outside it.
balance-for_the_sides_too = { $subject }: wherever somebody is said to gain ({ $settled ->
    [one] in one field or issue
   *[other] in { $settled } fields or issues
  }), a side of the dialogue does; from outside, these gain as well: { $outside }.
balance-partly_for_others = { $subject }: in { $elsewhere } of { $settled } fields or issues only those outside gain: { $outside }.
balance-for_others = { $subject }: in { $elsewhere } of { $settled } fields or issues, more than half, only those outside gain: { $outside }.
balance-nobody_gains = { $subject }: whose dialogue it is cannot be told, since the sources name no gain of anybody.
part-gaining = Who gains: the two sides, or others
explain-gaining = A share counts fields (under a course) or issues (in a package), never single gains, so that saying one gain in two sentences changes nothing.
caption-gainers = Who is said to gain, field by field or issue by issue
column-unit = Field or issue
column-sides_gaining = Sides of the dialogue
column-outside_gaining = Others
column-whose = For whom
whose-sides = for a side of the dialogue
whose-both = for a side and others
whose-others = for others only
whose-nobody = nobody named
caption-interest_packages = What each package does for the supreme interests
fold-interest_packages = The same in sentences, package by package
keeps-serves = serves it
keeps-harms = harms it
keeps-both = serves and harms it
keeps-leaves = does not touch it
carried-carried = carried at home on every side
carried-open = whether carried at home cannot be told
carried-stopped = stopped at home on one side
column-carried = At home
