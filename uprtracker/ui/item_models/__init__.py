"""Rows as Qt's views read them; nothing here writes."""
