## What passes at home, by which route

part-approval = Approval at home
part-approval-route = { $route }
part-approval-register = Decisions, laws and earlier agreements
explain-approval = A course or a package passes at home by a route that the case names. A part of a voting body stands on the whole by the least favourable of where it stands on the points that are contested there: whoever rejects one part votes against. Of a part that is placed on none of these points nothing is known. Parts whose position is known are taken to be present; what happens if those against stay away is shown beside.
explain-what_if_route = This rule is not in force. It is shown to see what it would change; nothing passes by it.
explain-acts = A decision that does not bind stands in nobody's way by law, though not without a price. A law that demands something else must be repealed by the same vote, and bars every route on which nobody votes.
explain-precedents = Facts of the case about these routes. No figure uses them.
caption-approval_votes = What becomes of each course and package
caption-approval_chamber = The body on “{ $subject }”
caption-approval_survives = Packages that survive at home
caption-approval_acts = Acts of the legislature and of the government
caption-approval_agreements = Earlier agreements
caption-approval_precedents = What has been decided and done before
fold-approval_more = The body on the other courses and packages
fold-approval_agreements = Earlier agreements
fold-approval_precedents = Facts about these routes
fold-approval_in_sentences = Each outcome in a sentence
fold-approval_turning = Who decides it
picture-approval_chamber = How the body stands on “{ $subject }”
picture-approval_chamber_shows = One mark per seat. Shape and label tell what colour tells.
chart-votes_needed = { $low } needed
chart-votes_needed_between = { $low } to { $high } needed
rule-of_present = It decides by a majority of the members present.
rule-of_members = It decides by a majority of all its members.
rule-two_thirds_of_members = It decides by two thirds of all its members.
approval-rule_of = { $body } has { $seats } seats. { $rule }
approval-rule_with_quorum = { $body } has { $seats } seats; { $quorum } must be present. { $rule }
approval-no_body = Nobody has to approve it.
approval-days = It takes { $days } days.
words-duration = duration
words-mechanisms = mechanisms
seat-for = for
seat-against = against
seat-abstain = neutral
seat-conditional = on a condition
seat-divided = divided
seat-unknown = not known
seat-held_by_nobody_known = held by nobody known
outcome_at_home-passes = passes
outcome_at_home-fails = fails
outcome_at_home-cannot_be_told = cannot be told
outcome_at_home-no_vote = needs no vote
outcome_at_home-barred = barred by a law
survives-yes = survives
survives-without_vote = without a vote
survives-cannot_be_told = cannot be told
survives-no = does not survive
survives-no_route = no route stated
force-yes = binds
force-no = does not bind
force-unknown = not stated
state_of_agreement-in_force = in force
state_of_agreement-ended = ended
state_of_agreement-suspended = suspended
state_of_agreement-proposed = proposed
state_of_agreement-unknown = not known
before_legislature-yes = yes
before_legislature-no = no
before_legislature-unknown = not known
column-subject = Course or package
column-outcome_at_home = Outcome
column-votes_for = Votes for
column-votes_needed = Needed
column-opponents_away = If those against stay away
column-in_the_way = In the way
column-seats_held = Seats
column-position = Position
column-at_home = At home
column-by_route = By
column-act = Act
column-passed_by = By
column-act_form = Form
column-force = Force
column-asks_for = Asks for
column-old_agreement = Agreement
column-legal_state = State
column-before_legislature = Before the legislature?
column-text_lacks = Its text lacks
column-fact = Fact
column-fact_about = About
column-how_sure = How sure

approval-no_route = By which route { $party } would approve anything cannot be told: the case names none.
approval-seats_not_stated = “{ $route }”: what passes cannot be told, since the case does not say who holds the seats.
approval-rule_not_stated = “{ $route }”: what passes cannot be told, since the case does not say by which rule the body decides.
approval-passes = “{ $route }”: passes with { $low_votes } to { $high_votes } votes of { $seats }, at most { $needed } needed: { $subjects }.
approval-fails = “{ $route }”: fails{ $stopping_count ->
    [0] , since no more than { $high_votes } votes of { $seats } can be for it
   *[other] , or is stopped by { $stopping }
  }: { $subjects }.
approval-open = “{ $route }”: cannot be told. Between { $low_votes } and { $high_votes } votes of { $seats } would be for it, and up to { $needed } are needed{ $stopping_count ->
    [0] {""}
   *[other] ; besides, it may be stopped by { $stopping }
  }: { $subjects }.
approval-nobody_placed = “{ $route }”: cannot be told, since nobody in the body is placed on any point of it: { $subjects }.
approval-no_vote = “{ $route }”: nobody has to approve it: { $subjects }.
approval-barred = “{ $route }”: barred, as long as { $acts } stands: { $subjects }.
approval-may_be_barred = “{ $route }”: cannot be told, since the case does not say whether an act against it binds: { $subjects }.
approval-stopped = “{ $route }”: stopped by { $stopping }: { $subjects }.
approval-may_be_stopped = “{ $route }”: cannot be told, since it may be stopped by { $stopping }: { $subjects }.
approval-needs_repeal = “{ $route }”: a vote for these has to repeal { $acts }: { $subjects }.
approval-pivotal = “{ $route }”: each of these can change the outcome alone: { $parties }. It is about { $subjects }.
approval-to_win = “{ $route }”: the fewest to win over, so that it passes whatever the others do: { $parties }{ $count ->
    [0] {""}
    [one] {" "}(there is another such set)
   *[other] {" "}(there are other such sets)
  }. It is about { $subjects }.
approval-cannot_be_won = “{ $route }”: not to be won by anybody's turning: { $subjects }.
approval-what_if = Under “{ $route }” the outcome would be another one: { $kind ->
    [passes] these would pass
    [fails] these would fail
   *[other] of these it could not be told
  }: { $subjects }.
approval-act_binds = { $act } binds and asks for something else ({ $options }): { $subjects } cannot stand beside it.
approval-act_does_not_bind = { $act } asks for something else ({ $options }) but does not bind. These go against it: { $subjects }. Were it a law, they would need its repeal.
approval-act_may_bind = { $act } asks for something else ({ $options }) than { $subjects }; whether it binds, the case does not say.
approval-around = The price of “{ $route }”:{ $goal_count ->
    [0] {""}
   *[other] {" "}it harms { $goals }.
  }{ $effect_count ->
    [0] {""}
   *[other] {" "}It makes more likely: { $effects }.
  }
approval-around_not_stated = What “{ $route }” would cost is not stated.
approval-lacks_clauses = { $agreement } is said to lack: { $clauses }. These packages would follow it and settle that no better: { $subjects }.
approval-survives = Survive at home, for { $party }, by a vote: { $subjects }.
approval-survives_without_vote = Need no vote at home, for { $party }: { $subjects }.
approval-survival_open = Whether these survive at home, for { $party }, cannot be told: { $subjects }.
approval-does_not_survive = Do not survive at home, for { $party }: { $subjects }.
approval-change = It would pass a vote at home with one part exchanged: “{ $added }” in the place of “{ $dropped }”. It is about { $subjects }.
approval-change_by_leaving_out = It would pass a vote at home without “{ $dropped }”. It is about { $subjects }.
approval-no_change = No change of one or two contested points would make these pass a vote at home for certain: { $subjects }.
act_form-bill = bill
act_form-decision = decision
act_form-law = law
act_form-resolution = resolution
act_form-speech = speech
act_form-statement = statement
