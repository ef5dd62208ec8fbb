"""Write path: from files on disk to a committed archive."""
