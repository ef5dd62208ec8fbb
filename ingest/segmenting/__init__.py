"""From pages of text to a meeting, its items, decisions and votes."""
