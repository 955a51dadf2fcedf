## Pictures of a conflict

chart-moves_of_arrows = Moves of (filled arrow: better for the mover; hollow: the only way it can go)
chart-moves_of_steps = Moves of (filled arrow: better for the mover; hollow: not)
chart-state_holds = holds by itself: nobody has an improvement (Nash)
chart-state_fears = holds for fear of replies, by one concept or more
chart-state_leaves = somebody would leave
chart-state_start = where things stand
chart-state_target = an outcome that holds
chart-state_passed = on the way
chart-stays = stays by itself: no improvement (Nash)
chart-stays_for_fear = stays only for fear of replies
chart-would_leave = would leave
chart-all_stay = all stay
picture-state_graph = The states of the conflict and the moves between them
picture-state_graph_text = { $states } states and the moves of { $makers }. Holding by itself: { $holds }. Holding for fear of replies: { $fears }.
picture-who_stays = Who stays where
picture-who_stays_text = For each of { $states } states, who would stay: { $makers }. All stay by themselves in: { $holds }. All stay for fear of replies in: { $fears }.
picture-paths = The ways from { $start }
picture-paths_text = The shortest ways from { $start } to { $targets }.
