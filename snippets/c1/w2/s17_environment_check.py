"""Is this kernel fit for the course? (course 1, section 2.17)."""

import platform
import re

import numpy as np

NEEDED = {"Python": (3, 9), "NumPy": (1, 22)}


def versions():
    """Return the versions of this kernel as text: {'Python': '3.x.y', ...}."""
    return {"Python": platform.python_version(), "NumPy": np.__version__}


def numbers(version):
    """Return the first two numbers of a version text: '3.10.4' -> (3, 10)."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])


def verdict(name, version):
    """Say whether a version is new enough, and which one is needed."""
    needed = ".".join(map(str, NEEDED[name]))
    if numbers(version) >= NEEDED[name]:
        return f"{name} {needed} or newer: yes"
    return f"{name} {needed} or newer: no, this is {version}"


if __name__ == "__main__":
    for name, version in versions().items():
        print(verdict(name, version))
    print("dot product:", np.dot([1, 2, 3], [4, 5, 6]))
