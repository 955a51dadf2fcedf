parties-at_table = { $count ->
    [one] One party conducts the dialogue: { $parties }.
   *[other] { $count } parties conduct the dialogue: { $parties }.
  }
parties-role_empty = Nobody holds the role of { $role }.
parties-role_cannot_be_held = { $party } cannot hold the role of { $role }.
parties-role_not_stated = The case does not say whether anybody holds the role of { $role }.
parties-may_block = { $party } may block: { $by }.
parties-none_may_block = The case names nobody who can block. That is not the same as nobody being able to.
parties-may_spoil = May spoil a result: { $parties }.
parties-affected_outside = Affected without sitting at the table: { $parties }.
parties-divided = Divided on “{ $on }”: { $party }.
parties-position_unknown = Not known: where { $party } stands on “{ $on }”.
parties-no_delegation = The case says nothing about a delegation of { $party }.
parties-team_has = { $party } has: { $topics }.
parties-team_lacks = { $party } lacks: { $topics }.
parties-team_gap = Not known of the team of { $party }: { $topics }.
