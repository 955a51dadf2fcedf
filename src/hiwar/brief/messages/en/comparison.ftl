## Similar dialogues: how far they are like this one, and what could be asked for after them

part-comparison = Similar dialogues
part-comparison-obtained = What they obtained
part-comparison-demands = What could be asked for after them
part-comparison-trust = How far this may be trusted

explain-likeness = Likeness is Gower's coefficient: over the attributes known of both dialogues, how far they agree, from 0% to 100%, every attribute counting the same. What is unknown counts neither as a likeness nor as a difference. The bar shows how low and how high the likeness could turn out once the unknown is known; the dot stands for what is known today.
explain-demands = A demand is what others obtained, what { $seat } has not asked for, and what would serve one of its goals. That others obtained it shows that it can be had, not that it will be.

caption-likeness = How like this dialogue each other one is
caption-compared = Attribute by attribute
caption-obtained = What similar dialogues obtained
caption-demands = Possible demands of { $seat }, by domain
caption-without = Each dialogue left out in turn
note-compared = “?” means that no source says it. A result, such as an outcome, is shown and not compared.

picture-likeness = How like this dialogue each other one is
picture-likeness_shows = One bar per dialogue, from the least to the greatest likeness that what is unknown allows; the dot marks the likeness on what is known; beside it, on how many attributes.
chart-likeness = Likeness to this dialogue
chart-known_of_both = { $known } of { $compared } known

column-case = Dialogue
column-coefficient = Likeness on what is known
column-likeness_bounds = Could turn out
column-known_of_both = Attributes known of both
column-nearest = Nearest?
column-chosen = How chosen
column-attribute = Attribute
column-this_dialogue = This dialogue
column-precedent = Obtained
column-obtained_by = By
column-not_obtained_by = Not by
column-not_known_of = Not known of
column-asked_for = Asked for by the seat?
column-demand = Demand
column-after = After
column-for_goals = Serves
column-support = Obtained by
column-left_out = Left out
column-falls = Conclusions that fall
column-left_to_one = Conclusions that then rest on one dialogue
column-nearest_then = Most alike then, on what is known

fold-cases_alike = Each dialogue, and what is sought, in a sentence
fold-obtained = The same in sentences
fold-without = Each dialogue left out in turn

nearest-certain = yes, certainly
nearest-possible = possible
nearest-excluded = no
chosen-all = all dialogues of its sort are compared
chosen-listed = a source lists it
chosen-likeness = because it resembles this one
chosen-outcome = because of what it obtained
asked_for-asked = yes
asked_for-rejected = no: it is rejected
asked_for-asked_if = only under a condition
asked_for-on_agenda = on the agenda, not said to be wanted
asked_for-not_asked = no
support-several = several dialogues
support-remark = one dialogue: a remark, not a rule
compared-alike = alike
compared-partly = alike in part
compared-different = different
compared-unknown = not known
sign-unknown_value = ?
words-value_and_state = { $value } ({ $state })

comparison-no_cases = The case names no similar dialogue. Nothing can be concluded from others.
comparison-one_case = Only one similar dialogue is known: { $case }. What it shows is a remark, not a rule.
comparison-no_attributes = { $count ->
    [one] A similar dialogue is named, but nothing on which it could be compared.
   *[other] { $count } similar dialogues are named, but nothing on which they could be compared.
  }
comparison-nothing_known = { $count ->
    [one] The similar dialogue is named; what it obtained no source of this case says.
   *[other] { $count } similar dialogues are named; what they obtained no source of this case says.
  }{" "}So no demand can be drawn from them yet, and none is.
comparison-known = Known today: { $known_count } of { $cells_count } entries ({ $attributes_count } attributes of { $count ->
    [one] { $count } dialogue
   *[other] { $count } dialogues
  }).
comparison-present_unknown = Of this dialogue itself it is not known, or not yet settled: { $attributes }. What is unknown here cannot be compared with any other.
comparison-nearest = { $count ->
    [one] The nearest is { $cases }
   *[other] The nearest, level with each other, are { $cases }
  }: however the unknown turns out, no other dialogue is nearer.
comparison-nearest_so_far = On what is known today the most alike is { $case } ({ $known } of { $compared } attributes known of both). If the unknown turns out otherwise, another could be nearer: { $rivals }.
comparison-nearest_tied = Which dialogue is nearest cannot be told: on what is known ({ $known ->
    [one] { $known } attribute
   *[other] { $known } attributes
  }) these are equally alike: { $cases }.
comparison-nearest_unknown = Which dialogue is nearest cannot be told: nothing is known of this dialogue and of another at the same time.
comparison-not_nearest = However the unknown turns out, not the nearest: { $cases }.
comparison-alike = { $case }: { $alike_count ->
    [0] {""}
   *[other] alike on { $alike };{" "}
  }{ $partly_count ->
    [0] {""}
   *[other] in part on { $partly };{" "}
  }{ $different_count ->
    [0] {""}
   *[other] different on { $different };{" "}
  }{ $unknown_count ->
    [0] nothing unknown.
    [one] not known: { $unknown_count } attribute.
   *[other] not known: { $unknown_count } attributes.
  }
comparison-sought = What { $seat } seeks with “{ $goals }” is found in { $cases } ({ $sought }).{ $without_count ->
    [0] {""}
   *[other] {" "}Not so: { $without }.
  }{ $unknown_count ->
    [0] {""}
    [one] {" "}Of { $unknown_count } it is not known.
   *[other] {" "}Of { $unknown_count } others it is not known.
  }
comparison-sought_by_none = What { $seat } seeks with “{ $goals }” ({ $sought }) is not known to be found in any of these dialogues.
comparison-claim_borne_out = The case puts { $case } forward for study (“{ $claim }”). The figures bear it out: { $case } is the nearest.
comparison-claim_not_borne_out = The case puts { $case } forward for study (“{ $claim }”). The figures do not bear it out: another dialogue is nearer.{ $sought_count ->
    [0] {""}
   *[other] {" "}What speaks for it all the same: { $sought }.
  }
comparison-claim_so_far = The case puts { $case } forward for study (“{ $claim }”). On what is known it is the most alike; what is unknown could change that.{ $sought_count ->
    [0] {""}
   *[other] {" "}What speaks for it besides is that it has what { $seat } seeks: { $sought }.
  }
comparison-claim_open = The case puts { $case } forward for study (“{ $claim }”). On likeness the figures neither bear this out nor contradict it.{ $sought_count ->
    [0] {""}
   *[other] {" "}What speaks for it is that it has what { $seat } seeks: { $sought }.
  }
comparison-not_asked = Obtained by { $cases }, not asked for by { $seat }: { $precedent }.{ $against_count ->
    [0] {""}
   *[other] {" "}Not obtained by { $against }.
  }
comparison-on_agenda = Obtained by { $cases }; on the agenda here ({ $options }), but { $seat } is not said to want it: { $precedent }.
comparison-asked_if = Obtained by { $cases }; { $seat } asks for it only under a condition: { $precedent }.
comparison-asked = Obtained by { $cases }, and asked for by { $seat } already: { $precedent }.
comparison-rejected = Obtained by { $cases }, but { $seat } rejects it ({ $options }): { $precedent }.
comparison-no_goal = { $precedent }: it serves no goal that { $seat } has stated, so it is no demand.
comparison-demand = { $domain }: { $seat } could ask for “{ $precedent }”, after { $cases }. It would serve “{ $goals }”.
comparison-remark = { $domain }: one dialogue alone, { $cases }, obtained “{ $precedent }”; it would serve “{ $goals }”. A remark, not a rule.
comparison-rests_on_one = Without { $case } { $count ->
    [one] one conclusion falls
   *[other] { $count } conclusions fall
  }: { $precedents }.
comparison-rests_on_several = No conclusion hangs on a single dialogue.
comparison-few_cases = { $count ->
    [one] One dialogue is too few
   *[other] { $count } dialogues are few
  }: what they share may be chance, and nothing is said of how likely it is.
comparison-selection = { $kind ->
    [all] All dialogues of their sort are compared, so none was picked: { $cases }.
    [likeness] Picked because they resemble this one: { $cases }. Others may teach the opposite.
    [outcome] Picked for what they obtained: { $cases }. Dialogues that obtained nothing are missing, so success looks easier than it is.
   *[listed] A source lists these and does not say whether there are others: { $cases }.
  }
comparison-selection_not_stated = How these came to be compared is not stated: { $cases }. If they were picked for their success, it looks easier than it is.
