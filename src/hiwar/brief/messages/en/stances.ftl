## The map of positions

picture-stances = Who stands where
picture-stances_shows = One column per party, one line per matter. The letter and the colour of a square say which position the party is said to hold; two letters, that it holds one under one condition and another under another. Empty: nothing is said.
