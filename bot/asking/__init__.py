"""From a question in plain words to what of the report answers it, or to a refusal. Pure."""
