"""ClaimReview: checks as schema.org has them, for other fact-checkers and for programs that gather their work."""
