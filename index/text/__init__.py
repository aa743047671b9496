"""Text floor: sentences and tokens, as offsets into an article."""
