"""What people do on the chat page, by name: talking, groups, the clock, trouble."""
