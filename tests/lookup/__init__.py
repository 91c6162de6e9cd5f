"""Tests of bot.lookup."""
