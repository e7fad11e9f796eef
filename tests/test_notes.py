"""The real notes pass their own checks: snippets, pages, figures, notebooks."""

import pytest

import check_notebooks
import check_notes
import check_snippets
import draw_figures


@pytest.mark.parametrize("check", [check_snippets.check, check_notes.check, draw_figures.check, check_notebooks.check],
                         ids=["snippets", "pages", "figures", "notebooks"])
def test_notes_pass(root, check):
    faults = check(root)
    assert faults == [], "\n".join(faults)


def test_no_file_is_longer_than_400_lines(root):
    folders = ("scripts", "snippets", "tests", "docs/figures", "docs/assets/css", "docs/assets/js")
    paths = [path for folder in folders for ending in ("*.py", "*.js", "*.css", "*.html") for path in (root / folder).rglob(ending)]
    assert len(paths) > 50
    assert [str(path) for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > 400] == []
