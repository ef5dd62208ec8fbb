"""The page of a PDF as a picture, with quoted words marked on it."""
