"""A local Telegram: for people without a token, and for every test."""
