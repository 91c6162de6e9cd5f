"""The understanding of questions in plain words, part by part."""
