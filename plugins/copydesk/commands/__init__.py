"""The terminal's commands: one module each."""
