"""What keeps a desk safe: who asks, whence, how much, and what leaves it."""
