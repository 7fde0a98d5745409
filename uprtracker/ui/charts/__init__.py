"""Charts of counts, drawn with a painter: reachable by keyboard, readable without colour."""
