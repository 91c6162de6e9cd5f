"""From an entry and a day to what is said. Pure."""
