"""What a dossier holds: tables, constraints, the engine and migrations."""
