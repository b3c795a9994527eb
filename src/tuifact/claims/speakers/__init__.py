"""Who said it: quotations, attributions, and the people and bodies an article lets speak."""
