"""Write what lets a browser install the site: one manifest a language."""

import json
from pathlib import Path

SHORT_NAMES = {"zh": "深度学习笔记", "en": "DL Notes"}  # below an icon there is room for 12 letters
PAPER = "#fdfdfc"  # --notes-paper of the light theme
ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("maskable-512.png", 512, "maskable"))


def manifest(language, name, description, folder, scope):
    """Return the manifest of one language, whose home lies in `folder` of a site at the path `scope`."""
    top = "../" if folder else "./"
    icons = [{"src": f"{top}assets/icons/{file}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
             for file, size, purpose in ICONS]
    return {
        "id": f"{scope}{folder}", "name": name, "short_name": SHORT_NAMES.get(language, name), "description": description,
        "lang": language, "dir": "ltr", "start_url": "./", "scope": top, "display": "standalone",
        "background_color": PAPER, "theme_color": PAPER, "icons": icons,
    }


def publish(site, config):
    """Write the manifest of each language beside its home page."""
    written = config.user_configs[0]  # by now static-i18n has put the last language's words into `config`
    for each in config.plugins["i18n"].config.languages:
        folder = "" if each.default else f"{each.locale}/"
        name, description = each.site_name or written["site_name"], each.site_description or written["site_description"]
        made = manifest(each.locale, name, description, folder, config.extra["scope"])
        Path(site, folder, "manifest.webmanifest").write_text(
            json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
