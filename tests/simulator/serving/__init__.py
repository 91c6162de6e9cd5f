"""Tests of what the local Telegram says over HTTP."""
