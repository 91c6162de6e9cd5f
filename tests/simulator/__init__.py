"""The local Telegram, tested by itself and under python-telegram-bot."""
