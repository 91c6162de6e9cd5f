"""The local Telegram over HTTP: the Bot API for bots, and what the chat page asks for."""
