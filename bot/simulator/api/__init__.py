"""The bot's side: what each method of the Bot API does, given its parameters as read."""
