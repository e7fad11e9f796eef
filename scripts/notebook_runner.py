"""Run the code of a notebook from an empty kernel, and tell in one line why that failed.

The kernel is that of this interpreter, whatever else is installed. It works in an empty folder,
with two threads, matplotlib's own defaults, no network, and against the clock. A framework that
the cells import is loaded quietly beforehand: what it logs about the machine is not their doing.
"""

import ast
import contextlib
import math
import os
import subprocess
import tempfile
import time
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from snippet_rules import FRAMEWORKS, imported
from snippet_runner import FRAMEWORK_SETTINGS

THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "2")
# The kernel runs this first; no name is left behind that a cell could lean on.
NO_NETWORK = """
def close():
    import sys
    def hook(event, args):
        if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
            raise PermissionError("a notebook has no network")
    sys.addaudithook(hook)
close()
del close
"""
PRELOAD = """
def load():
    import sys
    sys.path.insert(0, {folder!r})
    from snippet_sandbox import preload
    del sys.path[0]
    preload({names!r})
load()
del load
"""


class OwnKernel(AsyncKernelManager):
    """Starts the kernel of this interpreter: no folder is searched for others."""

    def _kernel_spec_manager_default(self):
        return KernelSpecManager(kernel_dirs=[])


class CellFailed(Exception):
    """A cell did not run: its place among the code cells (from 0), and what is wrong."""

    def __init__(self, place, what):
        super().__init__(what)
        self.place = place


def frameworks_of(sources):
    """Return the frameworks that cells of code import, each once."""
    found = {}
    for source in sources:
        with contextlib.suppress(SyntaxError):  # the run tells of it
            found |= {module.partition(".")[0]: None for _, module in imported(ast.parse(source))}
    return [name for name in found if name in FRAMEWORKS]


def run(sources, seconds):
    """Run cells of code in a fresh kernel; return the outputs of each, or raise CellFailed."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    deadline, places = time.monotonic() + seconds, [0]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        client = NotebookClient(
            notebook, kernel_manager_class=OwnKernel, kernel_name="python3",
            coalesce_streams=True, record_timing=False, force_raise_errors=True,
            startup_timeout=seconds,  # a framework loads for many seconds on a busy machine
            on_cell_start=lambda cell, cell_index: places.append(cell_index),
            timeout_func=lambda cell: max(1, math.ceil(deadline - time.monotonic())))
        client.log.disabled = True  # errors are told below
        try:
            client.execute(env=environment(Path(folder), frameworks_of(sources)),
                           cwd=str(Path(folder, "room")),
                           stderr=subprocess.DEVNULL)  # the kernel's own words, not the cells'
        except CellExecutionError as error:
            what = f"raises {error.ename}: {' '.join(error.evalue.split())}; mend the cell"
        except CellTimeoutError:
            what = f"the notebook takes more than {seconds} s; make it do less"
        except (DeadKernelError, RuntimeError) as error:
            what = f"the kernel ended: {error}; see what the cell does to it"
        else:
            return [cell.outputs for cell in notebook.cells]
    raise CellFailed(places[-1], what)


def environment(folder, frameworks):
    """Prepare a temporary folder for a kernel; return the kernel's environment."""
    startup, matplotlibrc = folder / "ipython/profile_default/startup", folder / "matplotlibrc"
    startup.mkdir(parents=True)
    startup.joinpath("00_no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    if frameworks:
        preload = PRELOAD.format(folder=str(Path(__file__).resolve().parent), names=frameworks)
        startup.joinpath("01_preload.py").write_text(preload, encoding="utf-8")
    matplotlibrc.touch()
    folder.joinpath("room").mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "MPL"))}
    return kept | THREADS | FRAMEWORK_SETTINGS | {"PYTHONUTF8": "1", "IPYTHONDIR": str(folder / "ipython"),
                             "MATPLOTLIBRC": str(matplotlibrc)}
