"""What a report says, before any form dresses it: the anatomy of a check in plain words.

Every form that people read is made of `ArticleContent`, so that all of them say the same, and own templates have it as
their variables. Nothing in it is marked up or escaped, and nothing internal is in it unless it was asked for.
"""
