"""The words of the command line: each group of commands with its arguments. What a command does lives beside this."""
