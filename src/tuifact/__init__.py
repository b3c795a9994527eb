"""tuifact: read cleaned articles in the terminal, mark each claim, export the fact-check report.

The package root imports none of its rooms, so that `import tuifact` and every command pay only for what they use.
"""

__version__ = "0.1.0"
