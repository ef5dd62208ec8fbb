"""The page: one question, one call, one screen."""
