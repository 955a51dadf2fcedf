"""One module per question that a decision-maker asks: case and judgements in, Answer out."""
