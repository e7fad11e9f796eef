"""Run a snippet in its own process and say in one line what went wrong, if anything did."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from snippet_sandbox import NO_NETWORK, NO_PROCESS, NO_WRITING

SANDBOX = Path(__file__).resolve().with_name("snippet_sandbox.py")
MEBIBYTE = 1 << 20
MOST_OUTPUT = MEBIBYTE
# TensorFlow and PyTorch map gigabytes, and load for seconds, before the first line of the snippet.
FRAMEWORK_MEMORY, FRAMEWORK_TIME = 8, 5
POLL_SECONDS = 0.25

# Python or its libraries may need these to start; everything else is left out.
KEPT_VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR",
                  "PROCESSOR_ARCHITECTURE", "NUMBER_OF_PROCESSORS")
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
              "VECLIB_MAXIMUM_THREADS", "NUMEXPR_NUM_THREADS")
FRAMEWORK_SETTINGS = {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0",
                      "CUDA_VISIBLE_DEVICES": "-1"}


@dataclass
class Limits:
    """What one snippet may take."""

    seconds: float = 20.0
    mebibytes: int = 1024

    def of(self, frameworks):
        """Return the limits of a snippet that needs these frameworks."""
        if not frameworks:
            return self
        return Limits(FRAMEWORK_TIME * self.seconds, FRAMEWORK_MEMORY * self.mebibytes)


@dataclass
class Outcome:
    """What a run printed, and its problems; it ran cleanly if there are none."""

    output: bytes = b""
    problems: list = field(default_factory=list)


@dataclass
class Ended:
    """How the process ended: `stopped` is why we killed it, or empty."""

    code: int
    stopped: str
    output: bytes
    errors: str


def environment(room, frameworks):
    """Return the few variables that a snippet's process gets."""
    work, home = str(room / "work"), str(room / "home")
    variables = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    variables.update(dict.fromkeys(ONE_THREAD, "1"))
    variables.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), work))
    variables.update(HOME=home, USERPROFILE=home, PATH=os.defpath, LANG="C.UTF-8", TZ="UTC")
    if frameworks:
        variables.update(FRAMEWORK_SETTINGS, TORCHINDUCTOR_CACHE_DIR=home)  # else it is in TMPDIR
    return variables


def kill(process):
    """End the process and, where there are process groups, everything it started."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.kill()
    process.wait()


def wait(process, streams, limits, stop):
    """Wait for the end, at most as long as allowed; return why the process was killed, or ''."""
    end = time.monotonic() + limits.seconds
    while True:
        try:
            process.wait(max(0.0, min(POLL_SECONDS, end - time.monotonic())))
            return ""
        except subprocess.TimeoutExpired:
            pass
        if any(os.fstat(stream.fileno()).st_size > MOST_OUTPUT for stream in streams):
            reason = "output"
        elif time.monotonic() >= end:
            reason = "time"
        elif stop.is_set():
            reason = "interrupt"
        else:
            continue
        kill(process)
        return reason


def execute(path, box, limits, frameworks, stop):
    """Run the file in the folder `box` and return how it ended."""
    room, output, errors = box / "room", box / "stdout", box / "stderr"
    for folder in ("work", "home"):
        (room / folder).mkdir(parents=True)
    size = limits.mebibytes * MEBIBYTE
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-W", "error",
               str(SANDBOX), str(path), str(room), str(size), *frameworks]
    with output.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(
            command, cwd=room / "work", env=environment(room, frameworks),
            stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            start_new_session=hasattr(os, "setsid"))
        try:
            stopped = wait(process, (out, err), limits, stop)
        finally:
            if process.poll() is None:
                kill(process)
    with output.open("rb") as out, errors.open("rb") as err:
        printed = out.read(MOST_OUTPUT + 1)
        complaint = err.read(MOST_OUTPUT).decode("utf-8", "replace")
    if len(printed) > MOST_OUTPUT:
        stopped = stopped or "output"
    return Ended(process.returncode, stopped, printed, complaint)


def headline(errors):
    """Return the line of a traceback that names the error, or else the last line."""
    lines = [line for line in errors.splitlines() if line.strip()]
    places = [i for i, line in enumerate(lines) if line.startswith("  File ")]
    after = lines[places[-1]:] if places else lines[-1:]
    named = [line for line in after if not line.startswith(" ")] or lines[-1:]
    return named[0].strip()[:200] if named else ""


def failing_line(path, errors):
    """Return the last line of the snippet that the traceback names, else 1."""
    numbers = re.findall(re.escape(f'File "{path}", line ') + r"(\d+)", errors)
    return int(numbers[-1]) if numbers else 1


def failure(ended, mebibytes, shown):
    """Say why a run that ended badly did so, and the remedy."""
    error = headline(ended.errors)
    if "MemoryError" in error.partition(":")[0]:
        return f"needs more than {mebibytes} MiB of memory; take a smaller example"
    if NO_NETWORK in error:
        return "asks for the network, which a snippet does not get; make the data in the snippet"
    if NO_PROCESS in error:
        return "starts another process; do the work in the snippet's own"
    if NO_WRITING in error:
        return f"{error.partition(': ')[2]}; print the result instead of writing a file"
    if re.match(r"[\w.]*Warning\b", error):
        return f"warns, which counts as an error: {error}; mend its cause"
    if error.startswith("ModuleNotFoundError"):
        return (f"fails: {error}; run this check with the Python of .venv, "
                "where requirements.txt is installed")
    if ended.code < 0:
        name = signal.Signals(-ended.code).name
        return f"is killed by {name}: {error or 'no message'}; run it with `python {shown}`"
    if not error:
        return f"ends with exit code {ended.code}; let it reach its end"
    return f"fails: {error}; run it with `python {shown}` and mend it"


def left_behind(room, frameworks):
    """Return the names of what the run left in its folders (frameworks may write in the home)."""
    names = sorted(entry.name for entry in (room / "work").iterdir())
    if not frameworks:
        names += sorted(f"~/{entry.name}" for entry in (room / "home").iterdir())
    return names


def problems_of(ended, path, shown, limits):
    """Return the problem lines of how a process ended."""
    if ended.stopped == "interrupt":
        return [f"{shown}:1: was interrupted; run the check again"]
    if ended.stopped == "time":
        return [f"{shown}:1: runs longer than {limits.seconds:g} s; take a smaller example "
                "or mend the loop that does not end"]
    if ended.stopped == "output":
        return [f"{shown}:1: prints more than {MOST_OUTPUT // MEBIBYTE} MiB; print a few lines"]
    if ended.code != 0:
        line = failing_line(path, ended.errors)
        return [f"{shown}:{line}: {failure(ended, limits.mebibytes, shown)}"]
    if ended.errors:
        line = failing_line(path, ended.errors)
        return [f"{shown}:{line}: writes to standard error: {headline(ended.errors)!r}; "
                "print what the reader should see, to standard output, and nothing else"]
    return []


def run_snippet(path, shown, limits=None, frameworks=(), stop=None):
    """Run the file; `shown` is the name that its problem lines begin with."""
    limits, stop = (limits or Limits()).of(frameworks), stop or threading.Event()
    try:
        return run_in_box(path, shown, limits, frameworks, stop)
    except OSError as error:
        return Outcome(problems=[f"{shown}:1: cannot be run: {error}; mend that and try again"])


def run_in_box(path, shown, limits, frameworks, stop):
    """Run the file in a new temporary folder and judge what it did and left there."""
    with tempfile.TemporaryDirectory(prefix="snippet-", ignore_cleanup_errors=True) as folder:
        box = Path(folder).resolve()
        ended = execute(path, box, limits, frameworks, stop)
        problems = problems_of(ended, path, shown, limits)
        names = left_behind(box / "room", frameworks)
    if names:
        problems.append(f"{shown}:1: leaves {', '.join(names)[:200]!r} behind; "
                        "print the result, or delete the file before the end")
    if not problems:
        problems = unreadable(ended.output, shown)
    return Outcome(ended.output, problems)


def unreadable(output, shown):
    """Return a problem line if the output is empty or not UTF-8."""
    if not output:
        return [f"{shown}:1: prints nothing; let the demo print what the reader should see"]
    try:
        output.decode("utf-8")
    except UnicodeDecodeError:
        return [f"{shown}:1: prints bytes that are not UTF-8; print text"]
    return []
