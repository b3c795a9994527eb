"""The reader: the front end on a screen. Importing this package does not import Textual; opening the reader does."""
