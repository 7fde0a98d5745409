"""The running number of the dossier's schema, known without loading the migrations."""

SCHEMA = 2
