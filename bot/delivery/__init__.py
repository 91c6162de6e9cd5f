"""From due to sent, once: the heartbeat, the pace, the ledger."""
