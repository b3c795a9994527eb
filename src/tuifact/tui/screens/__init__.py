"""The screens: each composes widgets, asks the desk, and carries messages between the two."""
