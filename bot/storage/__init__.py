"""Chats, subscriptions and deliveries in SQLite or PostgreSQL, or in memory."""
