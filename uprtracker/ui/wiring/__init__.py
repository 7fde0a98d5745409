"""How each page is joined to the open dossier and to the other pages: one module for each page."""
