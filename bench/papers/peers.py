"""The same thousand refusals and the same act by our papers, Typst, LibreOffice, Chromium and WeasyPrint.

Everything in one run on one machine: processor time of the program and its children, the memory of its largest
process (of all of them for Chromium), bytes of a letter and of the act, and how many times ours that is.

Typst is its compiler as a library in one process that keeps fonts and results from letter to letter. LibreOffice
converts a folder in one start, Chromium prints in one browser, WeasyPrint runs in one process. The slow ones set a
part of the letters and the figure is multiplied; the line says so. The letters of the others have the text alone:
no code, no table of facts, no tags where a program makes none.
"""

import base64
import html
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

BENCH, WORK = sys.argv[1], pathlib.Path(sys.argv[2]).absolute()
ROOT = pathlib.Path.cwd()
LETTERS = ROWS = 1000
NAMES = ["Ахметова Дана", "Бейсенов Қанат", "Жұмабаева Әсел", "Мұқанов Ерлан", "Өтегенова Гүлнәр"]


def paragraphs(language):
    text = (ROOT / f"tests/ref/refusal-8.{language}.txt").read_text(encoding="utf-8").split("\f")[0]
    return [part.replace("\n", " ") for part in text.split("\n\n") if part.strip()]


KNOWN = {language: paragraphs(language) for language in ("kk", "ru")}
act = json.loads((ROOT / "tests/ref/act.json").read_text(encoding="utf-8"))
person = act["persons"][1]
CELLS = [person["name"], person["iin"], person["voucher"], person["profession"]["ru"], person["level"],
         person["protocol"], person["protocol_date"], person["exam_date"], person["venue"]["ru"],
         person["price"], person["reimbursed"], person["claimant_pays"]]
ROW = [act["rows"][1]["service"]["ru"], "05.12.2025", "человек", "1", "30 000,00", "30 000,00"]


def letter(number):
    """Language and paragraphs of one letter, Kazakh and Russian by turns, each of another person."""
    language = "kk" if number % 2 == 0 else "ru"
    own = [f"№ ҚМО-39-2025/{number:04}", f"{NAMES[number % len(NAMES)]} {number}-қызы"]
    return language, own + KNOWN[language]


def letter_html(number):
    language, parts = letter(number)
    body = "".join(f"<p>{html.escape(part)}</p>" for part in parts)
    return (f"<html lang={language}><meta charset=utf-8><style>@page{{size:A4;margin:18mm 15mm 20mm 25mm}}"
            f"body{{font:11.5pt Tinos;text-align:justify;hyphens:auto}}</style>{body}</html>")


def act_html():
    def table(cells):
        rows = "".join(f"<tr><td>{index + 1}</td>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells)}</tr>"
                       for index in range(ROWS))
        head = "".join(f"<th>{index + 1}</th>" for index in range(len(cells) + 1))
        return f"<table><thead><tr>{head}</tr></thead>{rows}</table>"
    return ("<html lang=ru><meta charset=utf-8><style>@page{size:A4 landscape;margin:14mm}body{font:7.5pt Tinos}"
            f"table{{border-collapse:collapse;width:100%}}td,th{{border:.5pt solid}}</style>{table(ROW)}{table(CELLS)}</html>")


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def letter_typst(number):
    language, parts = letter(number)
    body = "\n\n".join("#" + quoted(part) for part in parts)
    return (f'#set document(title: "{number}")\n#set page(paper: "a4", margin: (left: 25mm, right: 15mm, top: 18mm, bottom: 20mm))\n'
            f'#set text(font: "Tinos", size: 11.5pt, lang: "{language}", hyphenate: true)\n#set par(justify: true)\n{body}\n')


def act_typst():
    def table(cells):
        row = ", ".join(quoted(cell) for cell in cells)
        head = ", ".join(f"[{index + 1}]" for index in range(len(cells) + 1))
        return (f"#table(columns: {len(cells) + 1}, table.header({head}), "
                f"..range({ROWS}).map(n => ([#(n + 1)], {row})).flatten())\n")
    return ('#set document(title: "act")\n#set page(paper: "a4", flipped: true, margin: 14mm)\n'
            f'#set text(font: "Tinos", size: 7.5pt, lang: "ru")\n{table(ROW)}{table(CELLS)}')


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}"
 fo:margin-bottom="4pt"/><style:text-properties style:font-name="Tinos" fo:font-family="Tinos" fo:font-size="{size}pt"
 fo:language="{language}" fo:country="KZ" fo:hyphenate="true"/></style:style></office:styles>
<office:automatic-styles><style:style style:name="C" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000"/></style:style><style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="{width}mm" fo:page-height="{height}mm" fo:margin-left="25mm" fo:margin-right="15mm" fo:margin-top="18mm"
 fo:margin-bottom="20mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


def letter_fodt(number):
    language, parts = letter(number)
    body = "".join(f'<text:p text:style-name="P">{html.escape(part)}</text:p>' for part in parts)
    return FODT.format(align="justify", size=11.5, language=language, width=210, height=297, body=body)


def act_fodt():
    def cell(text):
        return f'<table:table-cell table:style-name="C"><text:p text:style-name="P">{html.escape(text)}</text:p></table:table-cell>'
    def table(cells):
        row = "".join(map(cell, cells))
        head = "".join(cell(str(index + 1)) for index in range(len(cells) + 1))
        rows = "".join(f"<table:table-row>{cell(str(index + 1))}{row}</table:table-row>" for index in range(ROWS))
        return (f'<table:table><table:table-column table:number-columns-repeated="{len(cells) + 1}"/><table:table-header-rows>'
                f"<table:table-row>{head}</table:table-row></table:table-header-rows>{rows}</table:table>")
    return FODT.format(align="left", size=7.5, language="ru", width=297, height=210, body=table(ROW) + table(CELLS))


def measured(run):
    """Runs in a process of its own: its processor time and memory are the program's alone."""
    begin = time.perf_counter()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, json.dumps(run()).encode())
            os._exit(0)
        except BaseException as cause:
            print(f"failed: {cause!r}", file=sys.stderr)
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answer = pipe.read()
    _, status, used = os.wait4(child, 0)
    if status:
        return None
    own = json.loads(answer) or {}
    return {"cpu": own.get("cpu", used.ru_utime + used.ru_stime), "mb": own.get("mb", used.ru_maxrss / 1024),
            "bytes": own["bytes"], "wall": time.perf_counter() - begin}


def size_of(places):
    sizes = [os.path.getsize(place) for place in places]
    return {"bytes": sum(sizes) / max(len(sizes), 1)}


def ours(what):
    out = WORK / f"ours-{what}"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    subprocess.run([BENCH, what, str(out), "--bench"], check=True, stdout=subprocess.DEVNULL)
    return size_of(out.glob("*.pdf"))


def typst(what):
    import typst as program
    compiler = program.Compiler(font_paths=[str(ROOT / "assets/fonts/tinos")], ignore_system_fonts=True)
    out = WORK / f"typst-{what}.pdf"
    total, texts = 0, [act_typst()] if what == "act" else map(letter_typst, range(LETTERS))
    count = 0
    for text in texts:
        written = compiler.compile(input=text.encode(), format="pdf")
        out.write_bytes(written)
        total, count = total + len(written), count + 1
    return {"bytes": total / count}


def weasyprint(what):
    import weasyprint as program
    total, texts = 0, [act_html()] if what == "act" else [letter_html(number) for number in range(LETTERS // 10)]
    for text in texts:
        written = program.HTML(string=text).write_pdf()
        (WORK / f"weasyprint-{what}.pdf").write_bytes(written)
        total += len(written)
    return {"bytes": total / len(texts)}


def libreoffice(what):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    with tempfile.TemporaryDirectory() as place:
        texts = [act_fodt()] if what == "act" else [letter_fodt(number) for number in range(LETTERS // 5)]
        files = []
        for number, text in enumerate(texts):
            files.append(f"{place}/{what}-{number:04}.fodt")
            pathlib.Path(files[-1]).write_text(text, encoding="utf-8")
        subprocess.run([program, f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", "pdf",
                        "--outdir", place, *files], check=True, capture_output=True, timeout=900)
        made = sorted(pathlib.Path(place).glob("*.pdf"))
        if len(made) != len(files):
            raise RuntimeError(f"{len(made)} of {len(files)} files were made")
        shutil.copy(made[0], WORK / f"libreoffice-{what}.pdf")
        return size_of(made)


def tree(root):
    """A process and all it started."""
    parents = {}
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            parents.setdefault(int(stat[1]), []).append(int(entry.name))
        except OSError:
            continue
    found, queue = [], [root]
    while queue:
        found.append(queue.pop())
        queue += parents.get(found[-1], [])
    return found


def cost_of(processes):
    ticks, kilobytes = 0, 0
    for process in processes:
        try:
            stat = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
            status = pathlib.Path(f"/proc/{process}/status").read_text()
        except OSError:
            continue
        ticks += sum(map(int, stat[11:15]))
        kilobytes += next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
    return {"cpu": ticks / os.sysconf("SC_CLK_TCK"), "mb": kilobytes / 1024}


def chromium(what):
    import websocket
    program = shutil.which("chromium") or shutil.which("google-chrome")
    texts = [act_html()] if what == "act" else [letter_html(number) for number in range(LETTERS // 5)]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        browser = subprocess.Popen([program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
                                    "--remote-allow-origins=*", f"--user-data-dir={place}", "about:blank"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            port = pathlib.Path(place, "DevToolsActivePort")
            for _ in range(300):
                if port.exists() and port.read_text().strip():
                    break
                time.sleep(0.1)
            address = f"http://127.0.0.1:{port.read_text().split()[0]}/json"
            page = next(one for one in json.load(urllib.request.urlopen(address)) if one["type"] == "page")
            line = websocket.create_connection(page["webSocketDebuggerUrl"], timeout=600)
            calls = 0
            def call(method, **params):
                nonlocal calls
                calls += 1
                line.send(json.dumps({"id": calls, "method": method, "params": params}))
                while True:
                    answer = json.loads(line.recv())
                    if answer.get("id") == calls:
                        if "error" in answer:
                            raise RuntimeError(answer["error"])
                        return answer["result"]
            call("Page.enable")
            frame = call("Page.getFrameTree")["frameTree"]["frame"]["id"]
            total = 0
            for text in texts:
                call("Page.setDocumentContent", frameId=frame, html=text)
                written = base64.b64decode(call("Page.printToPDF", preferCSSPageSize=True)["data"])
                (WORK / f"chromium-{what}.pdf").write_bytes(written)
                total += len(written)
            return {**cost_of(tree(browser.pid)), "bytes": total / len(texts)}
        finally:
            browser.terminate()
            browser.wait()


ENGINES = [
    ("ours", ours, 1, True),
    ("Typst, library", typst, 1, True),
    ("LibreOffice", libreoffice, 5, shutil.which("soffice") or shutil.which("libreoffice")),
    ("Chromium", chromium, 5, shutil.which("chromium") or shutil.which("google-chrome")),
    ("WeasyPrint", weasyprint, 10, True),
]
base = {}
print(f"{'':15} {'letters: CPU':>13} {'':>7} {'KB each':>8} {'memory':>8}   {'act: CPU':>9} {'':>7} {'file':>8} {'memory':>8}")
for name, engine, part, present in ENGINES:
    if not present:
        print(f"{name:15} not installed")
        continue
    cells = [f"{name:15}"]
    for what, times in (("letters", part), ("act", 1)):
        found = measured(lambda: engine(what))
        if found is None:
            cells.append("failed")
            continue
        cpu = found["cpu"] * times
        ratio = cpu / base.setdefault(what, cpu)
        if what == "letters":
            cells.append(f"{cpu:11.2f} s {ratio:6.1f}x {found['bytes'] / 1024:5.1f} KB {found['mb']:5.0f} MB")
        else:
            cells.append(f"  {cpu:7.2f} s {ratio:6.1f}x {found['bytes'] / 1e6:5.2f} MB {found['mb']:5.0f} MB")
    note = f"   1/{part} of the letters, multiplied" if part > 1 else ""
    print(" ".join(cells) + note, flush=True)
