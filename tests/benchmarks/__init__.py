"""`make bench`: this bot beside the usual way, in one run; one module an idea."""
