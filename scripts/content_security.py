"""Write a strict Content-Security-Policy into a finished page."""

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.S)
DATA_TYPES = ("application/json", "speculationrules", "application/ld+json")
# KaTeX sizes its boxes with style attributes, the glyphs of formulas travel in the style sheet,
# Pagefind is WebAssembly.
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'"
)


def script_hashes(html):
    """Return the CSP sources of the page's inline scripts, in order, each once."""
    sources = {}
    for found in INLINE_SCRIPT.finditer(html):
        if not any(kind in found["attributes"] for kind in DATA_TYPES[:1] + DATA_TYPES[2:]):
            digest = base64.b64encode(hashlib.sha256(found["body"].encode()).digest()).decode()
            sources[f"'sha256-{digest}'"] = True
    return list(sources)


def add_policy(html):
    """Return the page with the policy as its first meta element after the charset."""
    hashes = "".join(f" {source}" for source in script_hashes(html))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hashes=hashes)}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)
