"""People: the command line and the web page."""
