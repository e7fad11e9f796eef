"""Mark the links whose words are their address: on paper an address is not written twice (print.css)."""

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASS = "notes-bare"


def _bare(address):
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


class BareLinkTreeprocessor(Treeprocessor):
    """Give class notes-bare to `<https://a.example/>` and `[a.example](https://a.example/)`."""

    def run(self, root):
        for link in root.iter("a"):
            address, words = link.get("href", ""), "".join(link.itertext()).strip()
            if address.startswith("http") and _bare(address) in (words.rstrip("/"), _bare(words)):
                link.set("class", f"{link.get('class', '')} {CLASS}".strip())


class BareLinkExtension(Extension):
    """Markdown extension for one page."""

    def extendMarkdown(self, md):
        md.treeprocessors.register(BareLinkTreeprocessor(md), "bare-links", 6.5)  # after links are made (20)
