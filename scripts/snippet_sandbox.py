"""Run one snippet inside a box: no network, no other process, no file outside, limited memory.

`python -I snippet_sandbox.py FILE ROOM BYTES [FRAMEWORK ...]` runs FILE as `__main__`. It may write
below the folder ROOM only, and take BYTES of memory where the platform can limit it.
check_snippets.py starts this file in a fresh process; the standard library is all it may import.
"""

import contextlib
import importlib
import os
import sys
import types
import warnings

try:
    import resource
except ImportError:  # Windows
    resource = None

NO_NETWORK = "a snippet has no network"
NO_PROCESS = "a snippet starts no other process"
NO_WRITING = "a snippet writes in its own working folder only"

# macOS has the call and does not enforce it.
MEMORY_LIMITED = resource is not None and sys.platform != "darwin"

LARGEST_FILE = 64 << 20

PROCESS_EVENTS = {"subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn",
                  "os.spawn", "os.startfile", "os.system", "pty.spawn"}
WRITE_EVENTS = {"os.mkdir", "os.remove", "os.rename", "os.rmdir"}
WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


def limit_memory(size):
    """Cap the address space and the size of files, where the platform knows how."""
    if resource is None:
        return
    for name, wanted in (("RLIMIT_AS", size), ("RLIMIT_FSIZE", LARGEST_FILE), ("RLIMIT_CORE", 0)):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]
            cap = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(kind, (cap, cap))


def leave_network():
    """Move to a network namespace without interfaces, where Linux permits it.

    The audit hook below already stops Python code; this also stops native code.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import ctypes

        libc = ctypes.CDLL(None)
        if libc.unshare(NEW_NETWORK) != 0:
            libc.unshare(NEW_USER | NEW_NETWORK)


def preload(frameworks):
    """Import the frameworks quietly: what they log at import is not the snippet's doing."""
    kept = os.dup(2)
    with open(os.devnull, "w") as sink, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        os.dup2(sink.fileno(), 2)
        for name in frameworks:
            with contextlib.suppress(Exception):  # the snippet's own import tells of it
                importlib.import_module(name)
    os.dup2(kept, 2)
    os.close(kept)


def guard(room):
    """Make sockets, processes and writing outside `room` raise, for good."""
    room = os.path.realpath(room)

    def inside(path):
        if path is None or isinstance(path, int) or path == os.devnull:
            return True
        path = os.path.realpath(os.fsdecode(path))
        return path.startswith(room + os.sep)

    def hook(event, args):
        if event.startswith("socket."):
            raise PermissionError(NO_NETWORK)
        if event in PROCESS_EVENTS:
            raise PermissionError(NO_PROCESS)
        if event == "open" and args[2] & WRITE_FLAGS and not inside(args[0]):
            raise PermissionError(f"{NO_WRITING}: {args[0]}")
        if event in WRITE_EVENTS and not inside(args[0]):
            raise PermissionError(f"{NO_WRITING}: {args[0]}")

    sys.addaudithook(hook)


def run(path):
    """Execute the file as `__main__`, so that a traceback shows its lines and no others."""
    module = types.ModuleType("__main__")
    module.__file__ = path
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    sys.argv = [path]
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        exec(code, module.__dict__)
    except Exception as error:
        sys.stdout.flush()
        sys.excepthook(type(error), error, error.__traceback__.tb_next)
        sys.exit(1)


def main(path, room, size, *frameworks):
    """Close the box, then run the snippet in it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(newline="\n")  # the same bytes on Windows
    limit_memory(int(size))
    leave_network()
    preload(frameworks)
    guard(room)
    run(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
