## How far each side speaks with one voice

part-unity = Unity at home
part-unity-of = { $party }: one voice?
part-unity-division = What division does to a negotiator
part-unity-team = Who negotiates
explain-unity = A side is called united on a point where all its parts are known to hold the same position. It is called divided where two positions are known to be held, or a part is divided in itself. All else cannot be told. Every bloc and institution directly under the side counts as one voice (by its seats where all have seats); parts may overlap, and the case does not say how far. A part of which nothing is said may stand anywhere.
explain-agreement_index = The agreement index (Hix, Noury and Roland) is 100% where all hold one position and 0% where being for, neutral and against are equally strong. It is given from the least to the most that is possible, since some positions are open.
explain-division = Two readings of the same division. In the first, whoever is divided at home cannot promise firmly, and the other side can play on it. In the second, whoever would be stopped at home can refuse credibly: that needs somebody at home who is against and is able to stop it. The case may speak for one of them; which one holds is a matter of judgement.
explain-power = The power to decide alone is shown beside unity and is not counted in it: a side may be divided and still able to decide.
caption-unity_matters = Where the parts of { $party } stand
caption-unity_single = Points on which only one part of { $party } is said to stand
caption-unity_overall = Agreement at home, side by side, by the same rule
caption-unity_issues = Agreement issue by issue
caption-unity_readings = The same division in two readings
caption-unity_power = Power to decide alone
caption-unity_team = What is known of each delegation
caption-unity_trust = Trust between parts of one side
fold-unity_single = Points on which only one part is said to stand
fold-unity_dividing = Who divides { $party }, part by part
fold-unity_issues = Agreement issue by issue
fold-unity_trust = Trust between parts of one side, as the case has it
picture-unity = Where the parts of { $party } stand, point by point
picture-unity_shows = One bar per point on which more than one part is said to stand, from those for it on the left to those against it on the right. Each part with a voice of its own takes an equal share of the bar. The letters say the same as the colours.
chart-voices = Share of the voices of this side
chart-state_and_mark = { $state } ({ $mark })
mark-for = F
mark-conditional = C
mark-neutral = N
mark-divided = D
mark-unknown = ?
mark-not_stated = ·
mark-against = A
stance-not_stated = nothing is said
column-matter = Point
column-supporters = For
column-opponents = Against
column-divided_within = Divided in itself
column-others = On a condition, or neutral
column-not_known = Not known
column-united = United?
column-agreement = Agreement, all parts counted
column-agreement_stated = Agreement among those said to stand somewhere
column-issue_count = Issues
column-united_on = United on
column-divided_on = Divided on
column-open_on = Cannot be told on
column-weakens = Division weakens
column-tied_hands = Tied hands
column-holder_of_power = Who
column-power = Power
column-says_so = What is said of it
column-trusting = One part
column-trusted = Another part
column-trust_level = Trust
verdict-unified = united
verdict-not_unified = divided
verdict-cannot_be_told = cannot be told
reading-weaker = weaker
reading-stronger = stronger
reading-stronger_if = stronger, on a condition
reading-none = no difference
reading-cannot_be_told = cannot be told
unity-condition = { $party } (if { $when })
unity-neutral = { $party } (neutral)
unity-count_silent = { $count ->
    [0] {""}
    [one] one part of which nothing is said
   *[other] { $count } parts of which nothing is said
  }
unity-trust_not_stated = how far is not stated

unity-side_not_unified = { $party } does not speak with one voice. Its parts are known to stand apart on: { $ons }.
unity-side_unified = { $party } speaks with one voice on every point on which its parts are placed: { $ons }.
unity-side_open = Whether { $party } speaks with one voice cannot be told: nowhere are two of its parts known to stand apart, and on some points not all of them are known. The points: { $ons }.
unity-no_positions = Whether { $party } speaks with one voice cannot be told: the case does not say where any of its parts stands.
unity-not_unified = { $party } is divided on “{ $on }”.{ $supporters_count ->
    [0] {""}
   *[other] {" "}For it: { $supporters }.
  }{ $opponents_count ->
    [0] {""}
   *[other] {" "}Against it: { $opponents }.
  }{ $split_count ->
    [0] {""}
   *[other] {" "}Divided within: { $split }.
  }{ $neutrals_count ->
    [0] {""}
   *[other] {" "}Neutral: { $neutrals }.
  }
unity-unified = { $party } is united on “{ $on }”. All its parts are { $kind ->
    [for] for it
    [against] against it
   *[neutral] neutral
  }: { $parties }.
unity-unites = Nothing known divides { $party } on “{ $on }”. Those who are said to stand somewhere are { $kind ->
    [for] for it
    [against] against it
   *[neutral] neutral
  }: { $parties }. Of { $count ->
    [one] one other part
   *[other] { $count } other parts
  } nothing is said, so that unity cannot be told.
unity-not_known = Where these stand on “{ $on }” is not known: { $parties }.
unity-conditional = { $party } is { $kind ->
    [for] for
    [against] against
   *[neutral] neutral on
  } “{ $on }” if this holds: { $when }.
unity-conditional_open = { $party } makes its position on “{ $on }” depend on a condition that is not written down.
unity-stands_apart = Outside the largest known camp on { $ons }: { $parties }.
unity-split = Divided within on { $ons }: { $parties }.
unity-one_voice = On each of these points only one part of { $party } is said to stand anywhere, so that unity cannot be told there: { $ons }.
unity-silent = Parts of { $party } of which no position at all is stated: { $parties }.
unity-weakens = If division weakens: { $party } is in a weak position on { $ons }. Because of: { $parties }.
unity-tied_hands = If tied hands strengthen: { $party } can refuse credibly on { $ons }. Against it and able to stop it at home: { $parties }.
unity-tied_hands_if = If tied hands strengthen: { $party } can refuse credibly on { $ons }, as soon as the condition holds under which these would be against it and could stop it: { $parties }.
unity-tied_hands_none = If tied hands strengthen: { $party } gains nothing from its division, since nobody at home who is able to stop something is against it.
unity-tied_hands_open = Whether tied hands would strengthen { $party } cannot be told: it is not known who at home is both against and able to stop something.
unity-readings_differ = The same division of { $party } is a weakness in the first reading and a strength in the second on: { $ons }.
unity-said_to_weaken = The case itself takes the first reading for { $party }: “{ $claim }”.
unity-said_to_strengthen = The case itself takes the second reading for { $party }: “{ $claim }”.
unity-unite_first = The advice to unite first would be addressed to { $parties }.{ $count ->
    [0] {""}
   *[other] {" "}The case holds against it: { $objections }.
  }{ $lacking_count ->
    [0] {""}
   *[other] {" "}What it would take is not said to be there: { $lacking }.
  }
unity-unite_first_unopposed = The advice to unite first would be addressed to { $parties }. The case says nothing against it, and nothing of whether it could succeed in time.
unity-decides_alone = Beside this, and not counted as unity: { $holder } has a power that lets { $party } decide in spite of division, “{ $item }”.
unity-decides_alone_not_stated = The case states no power that would let { $party } decide in spite of division.
unity-no_team = The case says nothing about a delegation of { $party }.
unity-team_has = The delegation of { $party } has { $topics }.
unity-team_lacks = The delegation of { $party } lacks { $topics }.
unity-team_gap = Not known of the delegation of { $party }, whether it has: { $topics }.
unity-not_represented = Parts of { $party } that nobody in its delegation is said to represent: { $parties }.
