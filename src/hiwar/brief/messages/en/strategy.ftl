## Which course is best over two judgements

picture-picture-strategy = Which course is best over the two judgements that move the choice most
picture-picture-strategy_shows = Across: { $first }, { $first_range }. Up: { $second }, { $second_range }. Each area bears the name of the course that is best there; all other judgements stay in the middle of their ranges. The cross marks the middle of these two. Only courses that can be taken in every scenario are compared.
caption-strategy = Share of the map in which each course is best
column-share_of_map = Share of the map
