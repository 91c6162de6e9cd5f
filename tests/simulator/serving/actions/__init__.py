"""Tests of what people can do on the chat page."""
