"""The verbs of the Python interface by kind; `uprtracker.api` joins them into one class."""
