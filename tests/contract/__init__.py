"""What every store has to do, tried on all of them."""
