"""The field's words, scales and read models: what every layer may know. Imports nothing of ours but base modules."""
