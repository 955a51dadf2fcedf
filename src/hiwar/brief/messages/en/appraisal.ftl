appraisal-recommended = Recommended to { $seat }: “{ $course }”.{ $firmness ->
    [certain] {" "}No other course is better, whatever values are taken inside the judgements given.
   *[other] {" "}This is not firm.
  }
appraisal-recommended_if = Recommended to { $seat }, if it can be taken: “{ $course }”. That hangs on: { $needs }. No other course is better, whatever values are taken inside the judgements given.
appraisal-no_recommendation = No course can be recommended yet: { $reasons }.
appraisal-leading = “{ $course }” comes first in { $share } of the judgements that the sheets allow; “{ $second }” comes next. That is a lead, not a firm result.
appraisal-certain = “{ $first }” is certainly better than “{ $second }” on these judgements.
appraisal-not_firm = Between “{ $first }” and “{ $second }” nothing is firm: the first is better in { $share } of the judgements that the sheets allow.
appraisal-sizes_missing = Between “{ $first }” and “{ $second }” nothing can be told: not every gain and cost of the two has been given a size.
appraisal-equal = “{ $first }” and “{ $second }” do not differ on what is stated.
appraisal-infeasible = “{ $course }” cannot be taken in any scenario. A condition fails: { $needs }.
appraisal-infeasible_when = “{ $course }” cannot be taken if this happens: { $outcomes }. Its condition “{ $need }” then fails.
appraisal-condition_open = Whether “{ $course }” can be taken is open. It hangs on: { $needs }.
appraisal-effect_open = “{ $course }” leaves open: { $issues }. On that hangs whether this comes about: { $effects }. A package of options settles it.
appraisal-cell_not_stated = { $judged ->
    [yes] { $kind ->
        [gain] The sources name no gain of { $party } from “{ $course }”. An analyst has judged it.
       *[cost] The sources name no cost of “{ $course }” for { $party }. An analyst has judged it.
      }
   *[no] { $kind ->
        [gain] The sources name no gain of { $party } from “{ $course }”. That is not zero: it may be anything.
       *[cost] The sources name no cost of “{ $course }” for { $party }. That is not zero: it may be anything.
      }
  }
appraisal-rests_on_empty_cells = On what is stated alone “{ $first }” is better than “{ $second }”. What the sources leave out could turn that.
appraisal-flip = { $judgement }. At { $critical } instead of { $centre }, “{ $first }” and “{ $second }” change places.{ $reachable ->
    [True] {""}
   *[False] {" "}The sheets do not allow that value.
  }
appraisal-judge_first = { $judgement }. Knowing it exactly is worth { $value } points.
appraisal-judge_first_unsized = Worth judging early: { $judgement }.
appraisal-best_in_every_scenario = “{ $course }” is best in every scenario, whatever the judgements given allow.
appraisal-largest_regret = “{ $course }” could cost { $points } points against the best course, in this scenario: { $scenario }.
appraisal-risk_of_loss = “{ $course }” ends in a loss with a chance of { $loss }, at the middle of all judgements. Nine times in ten it brings { $p05 } to { $p95 } points.
appraisal-stochastically_dominates = { $order ->
    [1] “{ $first }” has the better chances of reaching any given value than “{ $second }”.
   *[other] Anyone who dislikes risk would take “{ $first }” rather than “{ $second }”.
  }
appraisal-variant_same = The variants of “{ $track }” do not differ in anything stated: { $variants }.
appraisal-variant_differs = “{ $variant }” is judged apart from “{ $track }”: what fails there: { $needs }.
appraisal-no_likelihoods = No likelihoods are given for: { $events }. Results are shown for each scenario and not averaged.
appraisal-no_middle = Not everything is judged for: { $courses }. For these there are ranges, but no single figure: no chance of a loss, no regret at the middle, no judgement of which it could be said that it alone turns the choice.
appraisal-coverage = Judgements made: { $judged } of the { $needed } that an answer needs.
appraisal-outcome_cell_missing = { $outcome }, the cost in { $domain } cannot be told.
appraisal-sheets_disagree = These sheets lead to different answers, each by itself: { $sheets }.
appraisal-sheets_agree = Each of these sheets leads to the same answer by itself: { $sheets }.

reason-nothing_judged = nobody has judged how large the gains and costs are
reason-sizes_missing = some gains and costs have been given no size
reason-not_firm = within the judgements given, no course is better than all others
reason-rests_on_empty_cells = what the sources leave unsaid could turn the choice
reason-infeasible = no course can be taken
reason-depends_on_event = the best course depends on how an open event turns out
reason-equal = the best courses come out alike, whatever values are taken inside the judgements given
reason-one_course = there is one course only, and nothing to compare it with
