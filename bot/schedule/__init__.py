"""When something is due, and how people say it. Pure."""
