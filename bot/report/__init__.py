"""What the report says. Pure: no Telegram, database, clock or network."""
