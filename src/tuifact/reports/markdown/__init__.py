"""The Markdown report: bottom line, summary, a section a claim, what was left out, method, change log, the article."""
