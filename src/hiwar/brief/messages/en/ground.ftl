## What it stands on: methods with their limits, and the words used

method-value = Value
method-value_means = A course's value for a party adds up its gains and subtracts its costs: size times chance, times the weight of the domain. It takes effects as adding up; that two of them reinforce each other is not counted.
method-missing = What is missing
method-missing_means = A missing chance may be anything from 0 to 100%, a missing size anything from 0 to 100 points, missing weights any weights at all. Nothing missing is ever taken as zero.
method-comparison = Comparison
method-comparison_means = Two courses are compared by the smallest and largest difference between them over all judgements that the sheets allow. What both share cancels. “Certainly better” means better in all of them; it does not mean that the judgements are right.
method-shares = Shares
method-shares_means = How often a course comes first is counted over many draws from the ranges, all values in a range alike. It is a measure of how much room the judgements leave, not a chance that the course is right.
method-flips = What would change the choice
method-flips_means = One judgement is moved while the others stay in the middle of their ranges. Several judgements moving together can turn the choice sooner.
method-regret = Regret
method-regret_means = For each scenario: how many points a course falls short of the best course there. It needs no likelihoods of events.
method-risk = Chances of outcomes
method-risk_means = With every judgement in the middle of its range, events and effects occur or not by their chances. Effects are taken to occur independently of each other, given the events.
method-learning = What to judge first
method-learning_means = The worth of a judgement is how much better the choice would be, on average, if its true value in the range were known first.

term-source = “ ” source says
term-source_means = A source of the case says so. The passage is under “Items”.
term-analyst = ~ analyst judges
term-analyst_means = An analyst says so, with name and reason.
term-computed = = computed
term-computed_means = It follows by a stated rule from the case and the sheets.
term-certain = certain on these judgements
term-certain_means = True for every value that the sheets allow. If the sheets are wrong, it may be wrong.
term-possible = not firm
term-possible_means = True for some values that the sheets allow, false for others.
term-cannot_be_told = cannot be told
term-cannot_be_told_means = What it would take is missing, and is named.
term-points = point
term-points_means = A hundredth of the largest gain or loss in a domain that the case describes. Points of two parties are never added or compared.
term-not_stated = not stated
term-not_stated_means = Nobody said anything. It is not zero.
term-empty_cell = what is not stated, as unknown
term-empty_cell_means = Where the sources name no gain or no cost at all for a course and a party, it may be anything from nothing to the largest.
term-weight = weight
term-weight_means = What 100 points in one domain are worth to a party, against 100 in another.
term-scenario = scenario
term-scenario_means = One way in which the open events may go.
term-regret = regret
term-regret_means = What is given up in a scenario by not having taken the course that is best there.
term-scale_likelihood = How likely
term-scale_size = How large (points)
