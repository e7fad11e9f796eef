"""The order of the menu, and what "previous" and "next" mean: home, then the courses from first to last page.

Pages beside the courses (glossary, notation, errata) stand at the end of the menu and outside the chain.
"""


def _place(item):
    if item.is_section:
        return 1
    return 0 if item.is_index else 2


def arrange(nav):
    """Sort the top level of the navigation, and link its pages anew."""
    nav.items.sort(key=_place)  # stable: courses stay in the order of their folders
    beside = [item for item in nav.items if item.is_page and not item.is_index]
    chain = [page for page in nav.pages if page not in beside]
    chain.sort(key=lambda page: page.parent is not None)  # home, then all courses in their order
    for page in beside:
        page.previous_page = page.next_page = None
    for page, before, after in zip(chain, [None, *chain], [*chain[1:], None]):
        page.previous_page, page.next_page = before, after
