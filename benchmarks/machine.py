"""What a run was made with."""

import os
import platform
import re
import shutil
import subprocess
from pathlib import Path


def described() -> str:
    """The machine and its languages, in one line."""
    parts = [
        f"{processor()} ({os.cpu_count()} cores)",
        f"{platform.system()} {release()}",
        f"{platform.python_implementation()} {platform.python_version()}",
        node(),
    ]
    return ", ".join(filter(None, parts))


def release() -> str:
    return ".".join(platform.release().split(".")[:2])


def processor() -> str:
    path = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", path.read_text()) if path.exists() else None
    return found[1] if found else platform.machine()


def node() -> str:
    if not shutil.which("node"):
        return ""
    done = subprocess.run(["node", "--version"], capture_output=True, text=True)
    return f"Node {done.stdout.strip().removeprefix('v')}"
