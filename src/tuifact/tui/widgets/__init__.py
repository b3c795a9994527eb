"""The parts of the screens: each speaks articles and claims, posts past events, knows no library, file or network."""
