"""What each command does, one file a family; `ui/cli.py` loads the one that was typed."""
