"""The reading screen, by what one does on it: moving, deciding, looking."""
