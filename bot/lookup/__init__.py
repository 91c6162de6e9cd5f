"""From a person's words to entries. Pure."""
