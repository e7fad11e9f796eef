"""The project's own files: the entry, the workflows, the licence; what the README promises is there."""

import re
import subprocess
import sys

import pytest
import yaml

import dev
import new_section


def workflows(root):
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (root / ".github/workflows").glob("*.yml")}


def unpinned(workflow):
    """Return the actions of a workflow that are not pinned by commit."""
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    return [step["uses"] for step in steps if "uses" in step and not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])]


def test_workflows_pin_their_actions_and_ask_for_little(root):
    found = workflows(root)
    assert set(found) == {"test.yml", "deploy.yml", "links.yml"}
    for name, workflow in found.items():
        assert unpinned(workflow) == [], name
        assert workflow["permissions"] == {"contents": "read"}, name
        for job in workflow["jobs"].values():
            assert set(job.get("permissions", {})) <= {"pages", "id-token"}, name
            assert "timeout-minutes" in job, name


def test_action_that_is_not_pinned_is_seen():
    assert unpinned({"jobs": {"a": {"steps": [{"uses": "actions/checkout@v4"}, {"run": "x"}]}}}) == ["actions/checkout@v4"]


def test_continuous_integration_runs_the_command_of_the_readme(root):
    command = "python3 scripts/dev.py test"
    assert command in (root / ".ci/run").read_text(encoding="utf-8")
    for name in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        assert command in (root / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_files_and_verbs_that_are_named_exist(root, name):
    text = (root / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (root / target).exists(), target
    for verb in re.findall(r"scripts/dev\.py (\w+)", text):
        assert callable(getattr(dev, verb, None)), verb
    for path in re.findall(r"`((?:docs|snippets|scripts|tests)/[\w./-]*\w)`", text):
        assert (root / path).exists(), path


def test_both_readmes_have_the_same_shape(root):
    shapes = [[line.split()[0] for line in (root / name).read_text(encoding="utf-8").splitlines() if re.match(r"#+ ", line)]
              for name in ("README.md", "README.zh.md")]
    assert shapes[0] == shapes[1]


def test_every_direct_dependency_is_justified_in_the_readme(root):
    asked = [re.match(r"[A-Za-z0-9-]+", line).group() for name in ("requirements.in", "requirements-dev.in")
             for line in (root / name).read_text(encoding="utf-8").splitlines() if re.match(r"[A-Za-z]", line)]
    for name in ("README.md", "README.zh.md"):
        text = (root / name).read_text(encoding="utf-8")
        assert [package for package in asked if f"| {package} |" not in text] == [], name


def test_entry_needs_the_standard_library_only(root):
    code = (root / "scripts/dev.py").read_text(encoding="utf-8")
    modules = re.findall(r"^(?:import|from) (\w+)", code, re.M)
    assert [module for module in modules if module not in sys.stdlib_module_names] == []


def test_old_python_is_told_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(dev.sys, "version_info", (3, 10))
    assert dev.main(["build"]) == 1
    assert "needs Python 3.11" in capsys.readouterr().err


def test_unknown_key_is_told_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(dev, "set_up", lambda files: None)
    assert dev.main(["serve", "c9/w9"]) == 1
    assert "c9/w9: no notes begin like this" in capsys.readouterr().err


def test_failed_installation_shows_what_was_said(monkeypatch, capsys):
    monkeypatch.setattr(dev, "venv_python", lambda: sys.executable)
    with pytest.raises(dev.Failed, match="trying: failed"):
        dev.run_quietly([sys.executable, "-c", "print('no such package'); raise SystemExit(3)"], "trying")
    assert "no such package" in capsys.readouterr().err


def test_long_steps_show_that_they_go_on(capsys):
    dev.run_quietly([sys.executable, "-c", "import time; time.sleep(2.6)"], "waiting")
    assert "waiting … 2 s" in capsys.readouterr().out


def test_set_up_happens_once_and_again_when_a_requirement_changes(monkeypatch, tmp_path):
    ran = []
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "run_quietly", lambda command, what: ran.append(what))
    dev.venv_python().parent.mkdir(parents=True)
    dev.venv_python().write_text("")
    (tmp_path / "requirements.txt").write_text("a==1")
    for text in ("a==1", "a==1", "a==2"):
        (tmp_path / "requirements.txt").write_text(text)
        dev.set_up(("requirements.txt",))
    assert len(ran) == 2


def test_new_section_makes_three_files_and_no_second_time(tmp_path):
    made = new_section.make(tmp_path, "c1/w2/s19", "more_things", "更多", "More things")
    assert [path.relative_to(tmp_path).as_posix() for path in made] == [
        "docs/zh/c1/w2/s19_more_things.md", "docs/en/c1/w2/s19_more_things.md", "tests/c1/w2/test_s19_more_things.py"]
    assert "# 2.19 更多 { #s19 }" in made[0].read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="exists already"):
        new_section.make(tmp_path, "c1/w2/s19", "more_things", "更多", "More things")


@pytest.mark.parametrize(("key", "slug"), [("c6/w1/s01", "x"), ("c1/w2", "x"), ("c1/w2/s09", "Bad-Slug")])
def test_new_section_refuses_what_is_none(tmp_path, key, slug):
    with pytest.raises(ValueError, match="write it like|lower-case"):
        new_section.make(tmp_path, key, slug, "一", "One")
    assert list(tmp_path.iterdir()) == []


def test_entry_is_a_program(root):
    done = subprocess.run([sys.executable, "scripts/dev.py", "--help"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0 and "serve" in done.stdout
