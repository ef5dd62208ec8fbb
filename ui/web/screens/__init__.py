"""The screens of the page: one file a view, each with one function `draw`."""
