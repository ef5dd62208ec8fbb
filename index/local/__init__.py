"""The archive on disk: SQLite, tantivy and FAISS behind the ports."""
