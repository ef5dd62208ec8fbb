"""How does the page forget a file that it was given?

Streamlit keeps what was uploaded in memory until the tab is closed, whether or not the box that took it is empty. Takes such a file
and has its bytes thrown away at once. The only file that reaches behind Streamlit's own doors.
"""

from __future__ import annotations

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile


def taken(file: UploadedFile) -> bytes:
    """Return the bytes of a file, and keep them nowhere else."""
    content = file.getvalue()
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
    return content
