"""What comes in: a file becomes parsed records with their place in the source."""
