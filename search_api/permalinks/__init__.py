"""Where does a citation lead? To a plain page at a stable address: an item, a decision, a meeting. No script, nothing loaded."""
