"""Ground floor: what the writer and the reader of an archive must agree on."""
