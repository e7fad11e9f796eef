"""The pinned requirements: complete, hashed, and in agreement with what is imported and installed."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, version

import pytest

PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)(?P<rest>[^\n]*)", re.M)
NAMED = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)", re.M)


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path):
    """Return {distribution: (version, marker)} of a lock file."""
    text = path.read_text(encoding="utf-8")
    return {normal(found["name"]): (found["version"], found["rest"].strip(" \\")) for found in PIN.finditer(text)}


def unhashed(text):
    """Return the requirements of a lock file's text that carry no hash."""
    blocks = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.M).strip())
    return [block.split()[0] for block in blocks if block and "--hash=sha256:" not in block]


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_everything_is_pinned_with_hashes(root, name):
    assert unhashed((root / f"{name}.txt").read_text(encoding="utf-8")) == []


def test_missing_hash_is_seen():
    assert unhashed("a==1 \\\n    --hash=sha256:00\nb==2\n") == ["b==2"]


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_lock_holds_what_is_asked_for_directly(root, name):
    asked = {normal(found["name"]) for found in NAMED.finditer((root / f"{name}.in").read_text(encoding="utf-8"))}
    assert asked and asked <= set(pins(root / f"{name}.txt"))


def test_lock_files_agree_with_each_other(root):
    one, two = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    assert {name: (one[name], two[name]) for name in one.keys() & two.keys() if one[name][0] != two[name][0]} == {}


def test_installed_versions_are_the_pinned_ones(root):
    wrong = {}
    for name in ("requirements.txt", "requirements-dev.txt"):
        for distribution, (pinned, marker) in pins(root / name).items():
            if not marker and version(distribution) != pinned:
                wrong[distribution] = (version(distribution), pinned)
    assert wrong == {}


def imported(folder):
    """Return {module: file} of the top-level third-party modules that files under `folder` import."""
    own = {path.stem for path in folder.parent.rglob("*.py")} | {"c1", "c2", "c3", "c4", "c5"}
    found = {}
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for name in names:
                top = name.split(".")[0]
                if top and top not in sys.stdlib_module_names and top not in own:
                    found[top] = path
    return found


@pytest.mark.parametrize(("folder", "files"), [
    ("snippets", ["requirements", "requirements-reference"]), ("scripts", ["requirements", "requirements-dev"]),
    ("docs/figures", ["requirements", "requirements-dev"]), ("tests", ["requirements", "requirements-dev", "requirements-reference"]),
])
def test_what_is_imported_is_pinned(root, folder, files):
    pinned = {name for file in files for name in pins(root / f"{file}.txt")}
    providers = packages_distributions()
    missing = {module: str(path) for module, path in imported(root / folder).items()
               if not {normal(name) for name in providers.get(module, [module])} & pinned}
    assert missing == {}

