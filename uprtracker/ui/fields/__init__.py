"""Fields in which a person writes or chooses one value. What the values mean is said by panels and dialogs."""
