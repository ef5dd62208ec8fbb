"""Read path: from a question to a cited answer."""
