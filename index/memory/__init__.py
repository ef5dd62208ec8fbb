"""Every port in plain Python: the reference that the backends are compared with."""
