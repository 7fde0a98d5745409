"""The commands of the command line: words to calls of `uprtracker.api`, results to standard output."""
