"""Makes papers with tanu-cli and puts every file before the validator, qpdf and poppler; then breaks one and
wants every fault found."""

import copy
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

import page

CLI = "target/debug/tanu-cli"
OUT = pathlib.Path("target/validate-papers")
KINDS = ["application", "refusal", "voucher", "notice-extension", "notice-annulment", "notice-reinstatement",
         "act", "persons", "return", "hand-out", "register", "cover", "recovery-card"]
LETTERS = 300
failed = 0


def say(good, what):
    global failed
    failed += not good
    print(("ok " if good else "not ok ") + what, flush=True)


def kind_of(name):
    return max((kind for kind in KINDS if name == kind or name.startswith(kind + "-")), key=len)


def make(kind, data, language, place):
    source = place.with_suffix(".json")
    source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run([CLI, "paper", kind, source, "--language", language, "-o", place, "--json"],
                          capture_output=True, text=True)
    if done.returncode:
        say(False, f"{place.name} is made: {done.stderr.strip()}")
        return None
    return place


def faults(place):
    """What the validator, qpdf and pdffonts have against a file."""
    found = []
    for profile in ("2a", "ua1"):
        profile = next(known for known in page.ValidationProfile if known.value == profile)
        report = page.validate_pdf(place, profile=profile)
        found += [f"{profile.value} {failure.rule_id}: {failure.message}" for failure in report.failures]
    if subprocess.run(["qpdf", "--check", place], capture_output=True).returncode:
        found.append("qpdf --check")
    return found


def letters():
    chance = random.Random(20251014)
    known = json.loads(pathlib.Path("tests/ref/refusal-8.json").read_text(encoding="utf-8"))
    words = "Айгүл Әсел Бауыржан Ғалия Дәурен Ерлан Жібек Қанат Мұрат Нұржан Өміржан Самал Ұлан Үміт Һафиз Іңкәр Ёлкина Щукин".split()
    for number in range(LETTERS):
        data = copy.deepcopy(known)
        data["number"] = f"ҚМО-39-2025/{number:04}"
        data["applicant"]["name"] = " ".join(chance.sample(words, 3))
        data["findings"] = [copy.deepcopy(chance.choice(known["findings"])) for _ in range(chance.randint(1, 9))]
        for finding in data["findings"]:
            finding["fact"]["ru"] += " " + " ".join(chance.choices(words, k=chance.randint(0, 40)))
        data["marks"] = {"draft": chance.random() < 0.2, "unconfirmed": chance.random() < 0.3, "copy": chance.randint(1, 9)}
        yield f"letter-{number:03}", "refusal", data, chance.choice(["kk", "ru", "both"])


def check(name, kind, data, language):
    place = make(kind, data, language, OUT / f"{name}.{language}.pdf")
    return place, faults(place) if place else ["not made"]


for tool in ("qpdf", "pdftotext", "pdffonts"):
    if not shutil.which(tool):
        say(False, f"{tool} is there: install qpdf and poppler-utils")
        sys.exit(1)
shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)

for source in sorted(pathlib.Path("tests/ref").glob("*.json")):
    data = json.loads(source.read_text(encoding="utf-8"))
    for language in ("kk", "ru", "both"):
        place, found = check(source.stem, kind_of(source.stem), data, language)
        fonts = subprocess.run(["pdffonts", place], capture_output=True, text=True).stdout.splitlines()[2:]
        if not fonts or any(line.split()[-5:-2] != ["yes", "yes", "yes"] for line in fonts):
            found.append("a font is not embedded, cut and readable")
        say(not found, f"{source.stem} in {language}: PDF/A-2a, PDF/UA-1, qpdf, fonts" + "".join(f"; {fault}" for fault in found[:3]))

bad = []
for name, kind, data, language in letters():
    place, found = check(name, kind, data, language)
    if found:
        bad.append(f"{name} in {language}: {found[0]}")
say(not bad, f"{LETTERS} different letters: PDF/A-2a, PDF/UA-1, qpdf" + "".join(f"; {fault}" for fault in bad[:5]))

# A validator that never says no proves nothing: each of these faults is put into a right file and must be found.
FAULTS = [
    (b"/OutputIntents", b"/OutputIntentz", "no intent for its colours"),
    (b"/StructTreeRoot", b"/StructTreeRooz", "no tree of its structure"),
    (b"/Marked true", b"/Marked null", "not marked as tagged"),
    (b"/Lang ", b"/Lanq ", "no language"),
    (b"/Alt ", b"/Alf ", "a picture without words for it"),
    (b"/ToUnicode", b"/ToUnicodf", "letters that cannot be read back"),
    (b"/FontFile2", b"/FontFilf2", "type that is not embedded"),
    (b"<pdfaid:part>2<", b"<pdfaid:part>9<", "a claim to another norm"),
    (b"<pdfuaid:part>1<", b"<pdfuaid:part>7<", "a claim to another norm of access"),
    (b"/DisplayDocTitle true", b"/DisplayDocTitle null", "a title that is not shown"),
]
voucher = json.loads(pathlib.Path("tests/ref/voucher.json").read_text(encoding="utf-8"))
place = make("voucher", voucher, "both", OUT / "broken-whole.pdf")
plain = OUT / "broken-plain.pdf"
subprocess.run(["qpdf", "--qdf", "--object-streams=disable", place, plain], check=True)
say(not faults(plain), "the file that is about to be broken is right")
for number, (known, other, fault) in enumerate(FAULTS):
    whole = plain.read_bytes()
    broken = OUT / f"broken-{number}.pdf"
    broken.write_bytes(whole.replace(known, other))
    found = faults(broken) if known in whole else []
    say(bool(found), f"a file with {fault} is refused" + (f": {found[0][:90]}" if found else ""))
broken = OUT / "broken-cut.pdf"
broken.write_bytes(place.read_bytes()[: place.stat().st_size * 2 // 3])
try:
    found = faults(broken)
except Exception as cause:  # What the validator cannot open it refuses too.
    found = [str(cause)]
say(bool(found), "a file that was cut off is refused" + (f": {found[0][:90]}" if found else ""))

act = json.loads(pathlib.Path("tests/ref/act.json").read_text(encoding="utf-8"))
act["persons"] = [dict(person, name=f"{person['name']} {round}") for round in range(9) for person in act["persons"]]
place, found = check("act-of-405-persons", "act", act, "both")
say(not found, "an act of 405 persons: PDF/A-2a, PDF/UA-1, qpdf" + "".join(f"; {fault}" for fault in found[:3]))
text = subprocess.run(["pdftotext", "-raw", place, "-"], capture_output=True, text=True).stdout
squeezed = "".join(text.split()).replace("\u00ad", "")
lost = [person["name"] for person in act["persons"] if "".join(person["name"].split()) not in squeezed]
say(not lost, "every person of the act is found in it" + "".join(f"; {name}" for name in lost[:3]))

sys.exit(1 if failed else 0)
