"""Tests; the tree mirrors bot/."""
