"""Each method of the Bot API, with its refusals."""
