"""Questions that the window asks; each dialog is freed when it closes."""
