"""Schema revisions, run by `uprtracker.models.migration`."""
