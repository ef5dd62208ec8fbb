"""May a language model say it in plain English? One line, checked against the quotations, beside them and never instead."""
