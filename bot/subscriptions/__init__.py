"""What chats have asked for, and what is to become of it. Pure."""
