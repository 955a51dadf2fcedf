## How ids and numbers are put into words

words-and = { $first } and { $last }
words-or = { $first } or { $last }
words-comma = {", "}
words-semicolon = {"; "}
words-joint = {"; "}
words-before = {" > "}
words-tie = { $names } (level)
words-none = none
words-none_named = none
words-true = yes
words-false = no
words-unknown = unknown
words-not_stated = not stated
words-not_estimated = not estimated
words-does_not_apply = does not apply
words-nothing_in_case = nothing in the case
words-empty_table = There is nothing to show here: the case or the sheets do not say.
words-see_sheet = see the sheet
words-always = always
words-any_scenario = all scenarios
words-track = course
words-holds = { $variable }: { $options }
words-option_occurs = it happens
words-option_does_not_occur = it does not happen
words-course_of = { $course } ({ $variant })
words-course_with = { $course }, with { $options }
words-against = { $first } or { $second }
words-pair = “{ $first }” and “{ $second }”
words-span = { $low } to { $high }
words-span_with_mode = { $low } to { $high }, most plausibly { $mode }
words-share = { $share }%
words-share_under = under { $share }%
words-share_over = over { $share }%
words-word_and_span = { $word } ({ $span })
words-quoted = “{ $name }”
words-goal_with_id = { $id } { $name }
words-points = { $points } points
words-amount_of_effects = { $points } ({ $count ->
    [one] { $count } item
   *[other] { $count } items
  })
