"""Making a page of quotations for a meeting."""
