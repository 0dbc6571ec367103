"""The same letters and the same act by WeasyPrint, Typst, Chromium and LibreOffice, where they are installed.

CPU is that of the program and its children. A program that would need minutes sets a tenth of the letters
and the figure is multiplied; the line says so.
"""

import html
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

WORK = sys.argv[1]
ROOT = os.getcwd()
LETTERS = 1000
text = open("tests/ref/refusal-8.ru.txt", encoding="utf-8").read().split("\f")[0]
paragraphs = [part.replace("\n", " ") for part in text.split("\n\n") if part.strip()]
act = json.load(open("tests/ref/act.json", encoding="utf-8"))
person = act["persons"][1]
CELLS = [person["name"], person["iin"], person["voucher"], person["profession"]["ru"], person["level"],
         person["protocol"], person["protocol_date"], person["exam_date"], person["venue"]["ru"],
         person["price"], person["reimbursed"], person["claimant_pays"]]
ROW = [act["rows"][1]["service"]["ru"], "05.12.2025", "человек", "1", "30 000,00", "30 000,00"]


def letter_html(number):
    body = "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs)
    return f"<html lang=ru><meta charset=utf-8><style>@page{{size:A4;margin:18mm 15mm 20mm 25mm}}body{{font:11.5pt Tinos;text-align:justify;hyphens:auto}}</style><p>№ {number}</p>{body}</html>"


def act_html(count):
    def table(cells):
        rows = "".join("<tr><td>%d</td>%s</tr>" % (index + 1, "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)) for index in range(count))
        head = "".join(f"<th>{index + 1}</th>" for index in range(len(cells) + 1))
        return f"<table><thead><tr>{head}</tr></thead>{rows}</table>"
    return f"<html lang=ru><meta charset=utf-8><style>@page{{size:A4 landscape;margin:14mm}}body{{font:7.5pt Tinos}}table{{border-collapse:collapse;width:100%}}td,th{{border:.5pt solid}}</style>{table(ROW)}{table(CELLS)}</html>"


def letter_typst(number):
    body = "\n\n".join(typst_text(part) for part in paragraphs)
    return f'#set page(paper: "a4", margin: (left: 25mm, right: 15mm, top: 18mm, bottom: 20mm))\n#set text(font: "Tinos", size: 11.5pt, lang: "ru", hyphenate: true)\n#set par(justify: true)\n№ {number}\n\n{body}\n'


def typst_text(text):
    return "#" + json.dumps(text, ensure_ascii=False)


def act_typst(count):
    def table(cells):
        row = ", ".join(typst_text(cell).lstrip("#") for cell in cells)
        head = ", ".join(f"[{index + 1}]" for index in range(len(cells) + 1))
        return f"#table(columns: {len(cells) + 1}, table.header({head}), ..range({count}).map(n => ([#(n + 1)], {row})).flatten())\n"
    return f'#set page(paper: "a4", flipped: true, margin: 14mm)\n#set text(font: "Tinos", size: 7.5pt, lang: "ru")\n{table(ROW)}{table(CELLS)}'


def measured(name, what, run, times=1):
    """Runs in a child of its own, so that memory and CPU are the program's alone."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            run()
            os._exit(0)
        except BaseException as cause:
            print(f"{name} {what}: failed: {cause}", file=sys.stderr)
            os._exit(1)
    _, status, used = os.wait4(child, 0)
    if status:
        return
    cpu = (used.ru_utime + used.ru_stime) * times
    scaled = f" (a {times}th part, multiplied)" if times > 1 else ""
    print(f"{name} {what}: CPU {cpu:.2f} s, wall {(time.perf_counter() - begin) * times:.2f} s, peak {used.ru_maxrss / 1024:.0f} MB{scaled}")


def size(path):
    if os.path.exists(path):
        print(f"    {os.path.getsize(path)} bytes {path}")


def weasyprint():
    import weasyprint as program
    def letters():
        for number in range(LETTERS // 10):
            program.HTML(string=letter_html(number)).write_pdf(f"{WORK}/weasy-letter.pdf")
    measured("WeasyPrint", "1000 letters", letters, 10)
    size(f"{WORK}/weasy-letter.pdf")
    measured("WeasyPrint", "act", lambda: program.HTML(string=act_html(1000)).write_pdf(f"{WORK}/weasy-act.pdf"))
    size(f"{WORK}/weasy-act.pdf")


def typst():
    import typst as program
    fonts = [f"{ROOT}/assets/fonts/tinos"]
    def letters():
        for number in range(LETTERS):
            program.compile(letter_typst(number).encode(), output=f"{WORK}/typst-letter.pdf", font_paths=fonts)
    measured("Typst", "1000 letters", letters)
    size(f"{WORK}/typst-letter.pdf")
    measured("Typst", "act", lambda: program.compile(act_typst(1000).encode(), output=f"{WORK}/typst-act.pdf", font_paths=fonts))
    size(f"{WORK}/typst-act.pdf")


def outside(name, command):
    """A program that is started for a stack of files."""
    with tempfile.TemporaryDirectory() as place:
        for number in range(LETTERS // 100):
            open(f"{place}/letter{number}.html", "w", encoding="utf-8").write(letter_html(number))
        open(f"{place}/act.html", "w", encoding="utf-8").write(act_html(1000))
        def letters():
            for number in range(LETTERS // 100):
                subprocess.run(command(place, f"letter{number}"), check=True, capture_output=True, timeout=120)
        measured(name, "1000 letters, one start each", letters, 100)
        size(f"{place}/letter0.pdf")
        measured(name, "act", lambda: subprocess.run(command(place, "act"), check=True, capture_output=True, timeout=300))
        size(f"{place}/act.pdf")


def attempt(name, run):
    try:
        run()
    except ImportError as cause:
        print(f"{name}: not installed ({cause})")


attempt("WeasyPrint", weasyprint)
attempt("Typst", typst)
chromium = shutil.which("chromium") or shutil.which("google-chrome")
if chromium:
    outside("Chromium", lambda place, name: [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={place}/{name}.pdf", f"file://{place}/{name}.html"])
else:
    print("Chromium: not installed")
office = shutil.which("soffice") or shutil.which("libreoffice")
if office:
    outside("LibreOffice", lambda place, name: [office, "--headless", "--convert-to", "pdf", "--outdir", place, f"{place}/{name}.html"])
else:
    print("LibreOffice: not installed")
