"""One file a feature: what a command answers."""
