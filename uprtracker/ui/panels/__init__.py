"""The parts of the window. They emit wishes and never write; the window wires them."""
