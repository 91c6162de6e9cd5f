"""Look-ups as people type them, with what must be found."""
