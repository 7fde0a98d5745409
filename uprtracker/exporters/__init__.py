"""What goes out: read models become a format-neutral document, then Excel or PDF."""
