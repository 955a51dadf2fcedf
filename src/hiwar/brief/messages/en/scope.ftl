## What kind of dialogue

part-scope = What kind of dialogue
part-scopes = How wide the dialogue is
part-forms = Which form of relation
explain-scope = A scope decides which issues are on the table. For each scope: the most that it can add for each side, in a package that all accept, as a share of the most that every issue together can add. A scope that leaves one side a larger share than the other serves it more.
caption-scopes = The scopes, and how much room each leaves
caption-reach = The most each scope can add for each side, as a share of what the whole agenda can add
caption-tensions = What each scope draws after it
caption-forms = Forms of relation
picture-reach = What each scope leaves within reach
picture-reach_shows = One line per scope. The marks show, for each side, the most that the scope can add for it, as a share of the most that every issue together can add. Marks far apart: the scope serves one side more.
chart-reach = Share of what the whole agenda can add
column-scope = Scope
column-issues = Issues on the table
column-room = Packages that all accept
column-taken_by = Taken by
column-form = Form
column-goes_against = Goes against
column-tension = Tension
column-where = Brought about
where-home = at home
where-abroad = from abroad
where-both = at home and from abroad
where-not_stated = not stated by whom
words-whole = every issue

scope-not_judged = “{ $scope }”: what it leaves within reach cannot be told; the sheets do not say what its options are worth to all sides.
scope-no_reservation_value = “{ $scope }”: what it leaves within reach cannot be told; the sheets do not say what no agreement is worth to all sides.
scope-no_agreement = “{ $scope }”: no package within it is better for all than no agreement, at the middle of the judgements.
scope-one_sided = “{ $scope }” serves { $favours } more than { $against }: it leaves the one a larger share of its reach; the two shares lie { $difference } of the whole apart. So it is in { $share } of { $draws } drawn sets of judgements.
scope-sides_open = “{ $scope }”: at the middle of the judgements it serves { $favours } more than { $against }, and so in { $share } of { $draws } drawn sets of judgements: too few to say so.
scope-even = “{ $scope }” adds about the same share for both sides, at the middle of the judgements.
scope-claim_borne_out = The claim “{ $claim }” is borne out for “{ $scope }”: it serves { $parties } more in { $share } of { $draws } drawn sets of judgements.
scope-claim_not_borne_out = The claim “{ $claim }” is not borne out for “{ $scope }” by these judgements: it serves { $parties } more in only { $share } of { $draws } drawn sets.
scope-claim_undecided = Whether the claim “{ $claim }” is borne out for “{ $scope }” cannot be decided by these judgements: it serves { $parties } more in { $share } of { $draws } drawn sets.
scope-claim_open = Whether the claim “{ $claim }” holds for “{ $scope }” cannot be told: there is nothing to measure it by.
scope-tension = { $where ->
    [home] “{ $scope }” draws tension that is brought about at home: { $items }.
    [abroad] “{ $scope }” draws tension that is brought about from abroad: { $items }.
    [both] “{ $scope }” draws tension that is brought about at home and from abroad: { $items }.
   *[not_stated] “{ $scope }” draws this after it, too; by whom it is brought about is not stated: { $items }.
  }
scope-precondition_met = “{ $scope }” is available: “{ $capability }” is there.
scope-not_available = “{ $scope }” is not available: “{ $capability }” is not there.
scope-not_available_yet = “{ $scope }” is not available yet: it needs “{ $capability }”, which is not known to be there.
scope-form_breaks = “{ $form }” goes against: { $terms }.
scope-form_breaks_none = “{ $form }” goes against none of the terms, as far as the case says.
