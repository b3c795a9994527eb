"""Reports for word processors and for print: DOCX and PDF, with the libraries of the extra `office`."""
