"""A Telegram bot that knows a government work report by heart and never misquotes it."""
