"""The whole bot: walked through button by button, and run as a process."""
