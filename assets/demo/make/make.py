#!/usr/bin/env python3
"""Makes the three demonstration applications: their JSON and the copies attached to them.

Everybody in them is invented; the numbers are synthetic, with valid check digits, and every page
carries «ОБРАЗЕЦ · ҮЛГІ». The same input gives the same bytes.

    python3 -m venv /tmp/demo && /tmp/demo/bin/pip install typst==0.15.2 pillow==13.0.0
    /tmp/demo/bin/python assets/demo/make/make.py
"""

import hashlib
import io
import json
import random
import sys
from pathlib import Path

import typst
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent
FONTS = DEMO.parent / "fonts"
sys.path.insert(0, str(HERE))
from people import APPLICATIONS  # noqa: E402  (the data stand beside the program)


def typeset(kind, data, fmt, ppi=None):
    """The document as PDF bytes, or as a list of PNG pages."""
    extra = {"ppi": ppi} if ppi else {}
    out = typst.compile(
        str(HERE / "documents.typ"),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format=fmt,
        sys_inputs={"kind": kind, "data": data},
        root=str(HERE),
        **extra,
    )
    return out if fmt == "pdf" else (out if isinstance(out, list) else [out])


def scan(png, seed, quality=52):
    """The page as an office scanner would give it: turned a little, greyish paper, soft edges, noise."""
    chance = random.Random(seed)
    page = Image.open(io.BytesIO(png)).convert("RGB")
    paper = Image.new("RGB", (page.width + 60, page.height + 60), (206, 203, 196))
    paper.paste(page, (30 + chance.randint(-8, 8), 30 + chance.randint(-8, 8)))
    paper = paper.rotate(chance.uniform(-1.1, 1.1), resample=Image.BICUBIC, fillcolor=(200, 197, 190))
    paper = ImageChops.multiply(paper, Image.new("RGB", paper.size, (250, 247, 239)))
    shade = Image.linear_gradient("L").rotate(90).resize(paper.size).point(lambda v: 236 + v * 19 // 255)
    paper = ImageChops.multiply(paper, Image.merge("RGB", (shade, shade, shade)))
    noise = Image.new("L", (paper.width // 2, paper.height // 2))
    noise.putdata([128 + chance.randint(-9, 9) for _ in range(noise.width * noise.height)])
    noise = noise.resize(paper.size, Image.BILINEAR)
    paper = ImageChops.add(paper, Image.merge("RGB", (noise,) * 3), scale=1, offset=-128)
    paper = ImageEnhance.Contrast(paper.filter(ImageFilter.GaussianBlur(0.5))).enhance(1.03)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=quality, optimize=True, subsampling=2, dpi=(110, 110))
    return out.getvalue()


def main():
    for folder, application in APPLICATIONS.items():
        place = DEMO / folder
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
        listed = []
        for document in application["make"]:
            source = json.dumps(document["data"], ensure_ascii=False)
            (HERE / ".data.json").write_text(source, encoding="utf-8")
            if document["as"] == "pdf":
                whole = typeset(document["form"], ".data.json", "pdf")
                pages = len(typeset(document["form"], ".data.json", "png", ppi=10))
                files = [(document["file"], whole, pages)]
            else:
                files = [
                    (document["file"].format(n + 1), scan(png, f"{folder} {document['file']} {n}"), 1)
                    for n, png in enumerate(typeset(document["form"], ".data.json", "png", ppi=110))
                ]
            for name, content, pages in files:
                (place / name).write_bytes(content)
                entry = {"kind": document["kind"], "file": name, "sha256": hashlib.sha256(content).hexdigest(), "pages": pages, "bytes": len(content)}
                entry.update(document["facts"])
                listed.append(entry)
        (HERE / ".data.json").unlink(missing_ok=True)
        sheet = dict(application["application"], documents=listed)
        text = json.dumps(sheet, ensure_ascii=False, indent=2) + "\n"
        (place / "application.json").write_text(text, encoding="utf-8")
        size = sum(f.stat().st_size for f in place.iterdir())
        print(f"{folder}: {len(listed)} copies, {size} bytes")


main()
