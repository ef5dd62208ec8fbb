"""What is new on this? A question, or filters, as a feed that any feed reader can follow; nothing is kept of who follows it."""
