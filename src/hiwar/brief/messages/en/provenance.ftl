## What it all stands on: whose word it is, what is missing, how far the sheets agree, what to study next

part-contrary = Said both ways, or open to two readings
part-coders = How far the sheets agree
part-differing = Where the sheets come to different verdicts, and why
part-study = Thin spots: what to study next

explain-coders = The figure is Krippendorff’s alpha: 1 where the sheets agree in everything, 0 where they agree no more than chance would have it, below 0 where they differ by system. From 0.80 on a kind of judgement may be relied on, from 0.67 on with care. Words and ranges are compared as ranges: two of them differ by how far apart they lie from end to end.
explain-differing = Each verdict is that of a sheet by itself, for { $seat }, with what the sources leave out as the sheet judges it or else unknown. To find what it hangs on, the sheet takes over judgements of the other one, and the courses are compared anew.
explain-study = What it would be worth to know all about one item before choosing, in points, with everything else as the sheets have it. Where knowing it would not turn the choice it is worth nothing, however little is known.
explain-without = What would be left to say without any judgement, and what would not:

fold-readings = Items that can be read in several ways, and the reading that is used
fold-apart = Every judgement on which two sheets have no value in common
fold-sheet_agreement = The same in sentences
fold-needed = Every judgement that the comparison needs

provenance-items = { $items ->
    [one] The case has one item:
   *[other] The case has { $items } items:
  } { $stated } stated by a source, { $judged } judged by an analyst with a reason, { $unfounded } with neither.
provenance-all_founded = Every item of the case has a source or a reason.
provenance-unfounded = { $count ->
    [one] Unfounded: { $items } has neither a source nor a reason.
   *[other] Unfounded: { $count } items have neither a source nor a reason: { $items }.
  }
provenance-contrary = Contrary, and both kept: “{ $first }” ({ $first_kind }) and “{ $second }” ({ $second_kind }).
provenance-reading_chosen = { $count ->
    [one] One item can be read in several ways; the case says which reading it follows.
   *[other] { $count } items can be read in several ways; the case says which reading it follows.
  }
provenance-reading_open = { $count ->
    [one] One item can be read in several ways, and the case follows none of them: { $items }.
   *[other] { $count } items can be read in several ways, and the case follows none of them: { $items }.
  }
provenance-agreement = { $level ->
    [reliable] On { $judged_kind } the sheets agree
    [tentative] On { $judged_kind } the sheets agree by and large
    [low] On { $judged_kind } the sheets agree little
   *[none] On { $judged_kind } the sheets agree no more than by chance
  }: { $alpha } (from { $alpha_low } to { $alpha_high }) over { $both } that more than one of them judges; { $apart ->
    [0] none leaves them without a value in common.
    [one] one leaves two of them without a value in common.
   *[other] { $apart } leave two of them without a value in common.
  }
provenance-agreement_few = On { $judged_kind } only { $both } can be compared, too few to tell agreement from chance; the figure is { $alpha }, and { $apart ->
    [0] none leaves two sheets without a value in common.
    [one] one leaves two sheets without a value in common.
   *[other] { $apart } leave two sheets without a value in common.
  }
provenance-no_variation = On { $judged_kind } all values that can be compared ({ $both }) are the same; whether that is agreement or habit cannot be told.
provenance-no_pairs = Judged by one sheet only, so that nothing can be compared: { $kinds }.
provenance-needed = Comparing the courses for { $seat } needs { $needed } judgements: { $given } are given, { $unknown } are said to be unknown, { $missing } nobody gave.
provenance-nobody_judged = { $kind ->
    [size] Nobody says how large
    [likelihood] Nobody says how likely
    [event] Nobody says how likely the outcomes are of
    [unstated] Nobody judges what the sources leave out of
   *[weights] Nobody says how the domains weigh for
  }: { $items }.
provenance-no_judgements = No sheet of judgements was used. Nothing is known of sizes, likelihoods and weights.
provenance-nothing_compared = The case has no courses that could be compared for the seat, so that nothing can be said of what a choice rests on.
provenance-verdict_differs = “{ $first }” or “{ $second }”: by the sheet “{ $sheet }” { $by_sheet ->
    [first] the former is certainly better
    [second] the latter is certainly better
    [equal] they do not differ
    [not_firm] it is not firm
   *[not_comparable] they are never both open
  }, by the sheet “{ $other_sheet }” { $by_other ->
    [first] the former is certainly better
    [second] the latter is certainly better
    [equal] they do not differ
    [not_firm] it is not firm
   *[not_comparable] they are never both open
  }.
provenance-verdicts_agree = The sheets { $sheets } come to the same verdict on every pair of courses.
provenance-turned_by_one = { $count ->
    [one] “{ $sheet }” would come to the verdict of “{ $other_sheet }” on “{ $first }” or “{ $second }” by taking over one judgement, and only this one does it alone: { $judgements }.
   *[other] “{ $sheet }” would come to the verdict of “{ $other_sheet }” on “{ $first }” or “{ $second }” by taking over any one of these judgements: { $judgements }.
  }
provenance-turned_by_two = “{ $sheet }” would come to the verdict of “{ $other_sheet }” on “{ $first }” or “{ $second }” by taking over two judgements together; no single one does it: { $judgements }.
provenance-turned_by_items = “{ $sheet }” would come to the verdict of “{ $other_sheet }” on “{ $first }” or “{ $second }” by taking over all judgements on these, none of which can be left out: { $items }.
provenance-study = { $kind ->
    [item] Study “{ $item }”: to know its size and likelihood before choosing
    [unstated] Study what the sources leave out of “{ $item }”: to know it before choosing
    [event] Study how likely the outcomes are of “{ $item }”: to know that before choosing
   *[weights] Settle what the domains weigh for { $item }: to know that before choosing
  } would be worth { $value } points on average.
provenance-study_unsized = { $kind ->
    [item] Judge “{ $item }”, how large and how likely
    [unstated] Judge what the sources leave out of “{ $item }”
    [event] Judge how likely the outcomes are of “{ $item }”
   *[weights] Judge what the domains weigh for { $item }
  }: of all that is open it is among what bears most on the choice. In points this cannot be told while sizes are missing.
provenance-nothing_to_study = Nothing that could be learnt about one item alone would turn the choice for { $seat }.
provenance-holds_without = Told even without any judgement: between “{ $first }” and “{ $second }” { $by_sheet ->
    [first] the former is certainly better.
    [second] the latter is certainly better.
   *[equal] there is no difference.
  }
provenance-rests_on_judgements = Rests on judgements: that between “{ $first }” and “{ $second }” { $by_sheet ->
    [first] the former is certainly better
    [second] the latter is certainly better
   *[equal] there is no difference
  }. Without them it can no longer be told.
provenance-not_told_without = Without judgements it cannot be told whether “{ $first }” or “{ $second }” is better.

provenance-pooled = { $pooling ->
    [linear] Likelihoods, sizes and weights are those of the sheets { $sheets } pooled: the mean of what each admits, all sheets counting alike.
    [logarithmic] Likelihoods are those of the sheets { $sheets } pooled by the geometric mean of the odds, sizes and weights by the mean, all sheets counting alike.
   *[performance] Likelihoods, sizes and weights are those of the sheets { $sheets } pooled: the mean of what each admits, each sheet counting by how well its analyst did on questions with known answers.
  } What they disagree on is averaged away; by each sheet alone the answer may be another.
caption-calibration = How the analysts did on questions with known answers
column-questions = Questions
column-calibration = Calibration
column-information = Information
column-weight_of_sheet = Weight

kind_of_judgement-likelihood = likelihoods
kind_of_judgement-size = sizes
kind_of_judgement-unstated = what the sources leave out
kind_of_judgement-weights = weights of domains
kind_of_judgement-priorities = order of goals
kind_of_judgement-relations = relations of goals
kind_of_judgement-positions = positions
kind_of_judgement-worth = worth of options
kind_of_judgement-reservation_value = worth of no agreement
kind_of_judgement-ties = ties
kind_of_judgement-influence = influence of links
kind_of_judgement-cross_impact = influence of outcomes on each other
kind_of_judgement-delay_cost = cost of delay

claim_kind-fact = held as a fact
claim_kind-wish = a wish
claim_kind-inference = an inference
claim_kind-verdict = a verdict
claim_kind-demand = a demand
claim_kind-question = a question
claim_kind-item = an item of the case

judgement-unstated = What the sources leave out of “{ $subject }”
judgement-event = How likely the outcomes are of “{ $subject }”

caption-readings = Items that can be read in several ways
caption-sheet_agreement = Agreement of the sheets, by kind of judgement
caption-apart = Judgements on which two sheets have no value in common
caption-needed = Judgements that the comparison for { $party } needs
caption-study = What studying an item would be worth

column-judged_kind = What is judged
column-both_judge = Judged by several
column-one_only = By one only
column-alpha = Agreement
column-alpha_range = From to
column-apart = No value in common
column-says = says
column-other_sheet = Other sheet
column-other_says = says
column-reading_used = Reading used
column-given = Given?
column-item = Item
column-worth_points = Worth (points)

given-given = given
given-unknown = said to be unknown
given-missing = missing

provenance-few = too few
provenance-once = judged once
provenance-same = all the same
provenance-no_reading = none chosen
