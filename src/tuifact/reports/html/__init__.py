"""The HTML report: one self-contained page that runs nothing and fetches nothing, for the screen and for paper."""
