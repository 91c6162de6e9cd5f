"""The only package that imports python-telegram-bot."""
