"""From bytes to pages of text, one file a format."""
