"""Draw the icons of the installed site from docs/assets/icons/icon.svg: run it once that picture has changed.

    .venv/bin/python scripts/draw_icons.py

A maskable icon and Apple's fill the whole square and keep the drawing within the circle that every mask
shows.  Needs Chromium, Playwright and Pillow, which the development requirements bring.
"""

import io
import os
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs/assets/icons"
SOURCE = TARGET / "icon.svg"
ICONS = {"icon-192.png": (192, False), "icon-512.png": (512, False), "maskable-512.png": (512, True), "apple-touch-icon.png": (180, True)}
COLORS = 24  # white, blue and what lies between them


def drawing(svg, fills_square):
    """Return the SVG, with square corners and a smaller drawing where masks will cut."""
    if not fills_square:
        return svg
    return svg.replace(' rx="7"', "").replace('viewBox="0 0 32 32"', 'viewBox="-3 -3 38 38"').replace(
        '<rect width="32" height="32"', '<rect x="-3" y="-3" width="38" height="38"')


def main():
    path = os.environ.get("NOTES_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    svg = SOURCE.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, (size, fills_square) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{size}px}}</style>{drawing(svg, fills_square)}")
            picture = Image.open(io.BytesIO(page.screenshot(omit_background=not fills_square)))
            picture.quantize(COLORS, method=Image.Quantize.FASTOCTREE).save(TARGET / name, optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
