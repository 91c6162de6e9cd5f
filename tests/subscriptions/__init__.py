"""Tests of bot.subscriptions."""
