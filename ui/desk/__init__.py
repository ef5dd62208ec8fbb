"""The reading desk: one file read on the spot, beside the API and without the archive."""
