"""Which course is better, for whom, how firmly: exact dominance, acceptability, flips, risk."""
