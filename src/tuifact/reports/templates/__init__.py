"""Reports by templates of one's own: Jinja2 in a sandbox, with the extra `templates`. See docs/templates.md."""
