#!/usr/bin/env python3
"""table.py TTYBENCH DIPTYCH COLLECTION WORK: the table of `make bench`.

Each row is one measure as a paired ratio: both programs take turns, round by round or key by
key, in a pty of 160x50, and the median of the ratios stands next to the bound. Texts are made in
WORK; they are the same at every run. Run by run.sh, which sets up the surroundings.
"""
import json
import os
import random
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import time

TTYBENCH, DIPTYCH, COLLECTION, WORK = sys.argv[1:5]
ROWS = os.environ.get("BENCH_ROWS", "").split()
VERBOSE = os.environ.get("BENCH_VERBOSE") == "1"
BIG = 100_000_000

ENGLISH = """the market of sellers in China has grown while a buyer from New York takes over its shops and
their staff for a stake of some percent that nobody outside had expected before June when reports of
a deal first went round among people who know the trade well""".split()
CHINESE = ["阿里巴巴", "交易平台", "今年六月", "据报道", "买家", "商家", "的股份", "在美国", "市场", "宣布", "转让", "旗下",
           "一家", "公司", "收购", "用户", "网站", "目前", "合并后", "投资者"]


# --- texts -------------------------------------------------------------------------------

def english(rng, words):
    """A paragraph: sentences of about twelve words."""
    out = []
    while len(out) < words:
        sentence = [rng.choice(ENGLISH) for _ in range(rng.randint(6, 18))]
        sentence[0] = sentence[0].capitalize()
        out += sentence[:-1] + [sentence[-1] + "."]
    return " ".join(out)


def chinese(rng, words):
    out = []
    while len(out) < words:
        clause = [rng.choice(CHINESE) for _ in range(rng.randint(3, 7))]
        out += clause[:-1] + [clause[-1] + rng.choice("，，。")]
    return "".join(out) + "。"


def wrap(text, width=78):
    """Lines as people break them by hand, so that pagers show what the room shows."""
    return re.sub(r"(.{1,%d})(?: |$)" % width, r"\1\n", text)


def make(name, paragraphs, writer, hard=True):
    path = os.path.join(WORK, name)
    rng = random.Random(7)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(paragraphs):
            text = ("BEGINNING " if number == 0 else "") + writer(rng, 90)
            file.write((wrap(text) if hard else text + "\n") + "\n")
    return path


def make_big():
    """100 MB of prose; its last word is ENDING."""
    path = os.path.join(WORK, "big.txt")
    rng = random.Random(8)
    blocks = [wrap(english(rng, 90)) + "\n" for _ in range(500)]
    written = 0
    with open(path, "w", encoding="utf-8") as file:
        file.write("BEGINNING\n\n")
        while written < BIG:
            block = rng.choice(blocks)
            file.write(block)
            written += len(block)
        file.write("ENDING\n")
    return path


def make_collection(count=10_000):
    folder = os.path.join(WORK, "many")
    rng = random.Random(9)
    os.makedirs(os.path.join(folder, "articles"))
    with open(os.path.join(folder, "collection.yaml"), "w", encoding="utf-8") as file:
        file.write("title: Ten thousand articles\nopen: [story-00000.en]\n")
    for number in range(count):
        lang, writer = ("zh", chinese) if number % 2 else ("en", english)
        name = os.path.join(folder, "articles", "story-%05d.%s.md" % (number, lang))
        with open(name, "w", encoding="utf-8") as file:
            file.write("---\ntitle: Story %d\nlang: %s\nstory: s%d\n---\n\nBEGINNING %s\n" %
                       (number, lang, number // 2, writer(rng, 120)))
        old = time.time() - 3600  # what was written just now is read again, as it may still change
        os.utime(name, (old, old))
    return folder


def first_words(path):
    """What the first paragraph of an article begins with: there when it is painted."""
    text = open(path, encoding="utf-8").read()
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            return line[:6] if ord(line[0]) > 0x2E80 else " ".join(line.split()[:2])
    return ""


# --- measuring -----------------------------------------------------------------------------

def tty(mode, defaults, *programs):
    """Runs ttybench; a program is (command, its options). Returns its samples, program by program."""
    out = os.path.join(WORK, "samples.json")
    command = [sys.executable, TTYBENCH, mode, "--json", out]
    for key, value in defaults.items():
        command += ["--" + key, str(value)]
    for words, options in programs:
        command += ["--vs", shlex.join(words)]
        for key, value in options.items():
            command += ["--" + key, str(value)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if VERBOSE or done.returncode != 0:
        print(done.stdout, file=sys.stderr)
    if done.returncode != 0:
        raise RuntimeError("ttybench failed")
    with open(out, encoding="utf-8") as file:
        return json.load(file)["samples"]


def paired(ours, theirs):
    ratios = [a / b for a, b in zip(ours, theirs) if a is not None and b]
    return statistics.median(ratios) if ratios else None


def median_ms(samples):
    good = [value for value in samples if value is not None]
    return statistics.median(good) / 1e6 if good else None


def clock(command):
    start = time.perf_counter_ns()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter_ns() - start


def alternate(ours, theirs, rounds=9):
    """Wall times of two commands without a terminal, in turns, after one round of each unseen."""
    clock(ours), clock(theirs)
    pairs = [(clock(ours), clock(theirs)) for _ in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


# --- the table -------------------------------------------------------------------------------

def show(name, ours, theirs, ratio, bound, note=""):
    def cell(value):
        return "-" if value is None else value if isinstance(value, str) else "%.3f" % value
    verdict = "" if bound is None or ratio is None else "ok" if ratio <= bound else "over"
    print("%-46s %10s %10s %8s %8s  %s" % (name, cell(ours), cell(theirs), cell(ratio),
                                           "" if bound is None else "%.2f" % bound,
                                           note or verdict), flush=True)


def wanted(name):
    return not ROWS or any(word in name for word in ROWS)


def row(name, bound, peer, measure):
    """One line: `measure` returns lists of our samples and theirs, in nanoseconds."""
    if not wanted(name):
        return
    if peer is not None and shutil.which(peer) is None:
        show(name, None, None, None, bound, peer + ": missing")
        return
    try:
        ours, theirs = measure()
        show(name, median_ms(ours), median_ms(theirs), paired(ours, theirs), bound)
    except Exception as error:  # a row that cannot be measured must not cost the others
        show(name, None, None, None, bound, "not measured: %s" % error)


def room(*names, collection=None):
    return [DIPTYCH, "--collection", collection or COLLECTION, "--fresh", *names]


# As a reader without settings starts it, but that -n leaves no swap files beside the articles and F
# keeps it from waiting for Enter after naming the files; both cost vim nothing.
VIM = ["vim", "-u", "NONE", "-n", "--cmd", "set shortmess+=F"]


def keys(ours, theirs, n=200, field="cpu", expect="BEGINNING"):
    """Per-key samples of (command, key, options of its own)."""
    programs = [(command, dict({"keys": key, "expect": expect}, **options))
                for command, key, options in (ours, theirs)]
    samples = tty("keys", {"n": n}, *programs)
    return samples[0][field], samples[1][field]


def first_paint_rows():
    english_article = os.path.join(COLLECTION, "articles", "11-main-sale.en.md")
    chinese_article = os.path.join(COLLECTION, "articles", "11-main-opensky.zh.md")
    words = first_words(english_article)

    def start(ours, theirs, expect, rounds=21):
        samples = tty("start", {"rounds": rounds, "expect": expect, "timeout": 15}, (ours, {}), (theirs, {}))
        return samples[0]["exp"], samples[1]["exp"]

    row("first paint, one article / less", 1.2, "less",
        lambda: start(room(english_article), ["less", english_article], words))
    row("first paint, the bundled pair / vim -O", 0.85, "vim",
        lambda: start(room("11-main-sale.en", "11-main-opensky.zh"),
                      VIM + ["-O", english_article, chinese_article], first_words(chinese_article)))


def scroll_rows(prose):
    row("scroll a row, one pane, cpu / less", 2.0, "less",
        lambda: keys((room(prose), r"\x05", {}), (["less", prose], r"\x05", {})))
    row("scroll a row, two panes, cpu / vim -O", 0.55, "vim",
        lambda: keys((room(prose, prose + ".2"), r"\x05\x17w\x05\x17w", {}),
                     (VIM + ["-c", "windo set scrollbind", "-O", prose, prose + ".2"], r"\x05", {})))
    for field, unit, bound in (("cpu", "cpu", 1.2), ("last", "key to paint", 1.05)):
        row("page, %s / less" % unit, bound, "less",
            lambda field=field: keys((room(prose), " ", {}), (["less", prose], " ", {}), field=field))

    def resize():
        samples = tty("resize", {"expect": "BEGINNING", "n": 40, "sizes": "40x120,50x160,24x80,50x160"},
                      (room(prose), {}), (["less", prose], {}))
        return samples[0]["last"], samples[1]["last"]

    row("resize / less", 1.2, "less", resize)


def big_rows():
    names = ["100 MB, first paint / vim", "100 MB, memory / text"]
    if not any(wanted(name) for name in names):
        return
    big = make_big()

    def start():
        samples = tty("start", {"rounds": 5, "expect": "BEGINNING", "timeout": 120},
                      (room(big), {}), (VIM + [big], {}))
        return samples[0]["exp"], samples[1]["exp"]

    row(names[0], 0.25, "vim", start)
    if wanted(names[1]):
        try:
            samples = tty("do", {"rounds": 3, "expect": "BEGINNING", "timeout": 120},
                          (room(big), {"do": "G@@ENDING"}))
            peak = statistics.median(samples[0]["rss"]) * (1 << 20)
            show(names[1] + " (bytes)", peak / 1e6, BIG / 1e6, peak / BIG, 3.0)
            show("100 MB, to the last line (G)", median_ms(samples[0]["t"][0]), None, None, None)
        except Exception as error:
            show(names[1], None, None, None, 3.0, "not measured: %s" % error)
    os.remove(big)


def many_rows():
    names = ["10,000 files, first list / find", "10,000 files, list again / find",
             "10,000 files, open the room / find"]
    if not any(wanted(name) for name in names):
        return
    many = make_collection()
    find = ["find", many]
    listing = [DIPTYCH, "--collection", many, "list"]
    cache = os.environ["XDG_CACHE_HOME"]

    def first():
        ours, theirs = [], []
        clock(find)
        for _ in range(5):
            shutil.rmtree(cache, ignore_errors=True)
            os.makedirs(cache)
            ours.append(clock(listing))
            theirs.append(clock(find))
        return ours, theirs

    def opening():
        samples = tty("start", {"rounds": 9, "expect": "BEGINNING"}, (room(collection=many), {}))
        clock(find)
        return samples[0]["exp"], [clock(find) for _ in samples[0]["exp"]]

    row(names[0], None, "find", first)
    row(names[1], 3.0, "find", lambda: alternate(listing, find))
    row(names[2], 3.0, "find", opening)


def language_rows():
    in_english = make("long.en.txt", 3000, english, hard=False)
    in_chinese = make("long.zh.txt", 3000, chinese, hard=False)
    for name, key in (("page", " "), ("scroll a row", r"\x05")):
        row("Chinese / English, %s, cpu" % name, 1.1, None,
            lambda key=key: keys((room(in_chinese), key, {}), (room(in_english), key, {})))


def main():
    print("ours and theirs in ms (memory: MB), medians; ratio: median of paired ratios")
    show("what / beside what", "ours", "theirs", "ratio", None, "bound")
    prose = make("prose.txt", 3000, english)
    make("prose.txt.2", 3000, english)
    first_paint_rows()
    scroll_rows(prose)
    big_rows()
    many_rows()
    language_rows()


main()
