"""Tests of bot.briefing."""
