#!/usr/bin/env python3
"""alignbench.py DIPTYCH COLLECTION WORK: what the aligner takes for long, odd and short texts, as aligning.sh calls it.

Texts are made in WORK, the same at every run, from the bundled translations and invented words. Seconds are the
processor's, of a whole process, the best of BENCH_ROUNDS (3); what is kept of alignments is removed before each. With
BEFORE, another program, both take turns and the ratio of ours to its is printed. A row that misses its bound ends in
OVER. Dictionaries are those of XDG_DATA_HOME.
"""
import glob
import os
import random
import re
import signal
import subprocess
import sys
import time

DIPTYCH, COLLECTION, WORK = (os.path.abspath(path) for path in sys.argv[1:4])
BEFORE = os.environ.get("BEFORE")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
STORIES = ["11-main-sale", "11-main-opensky", "going-global", "ma-us-exporters", "weibo-stake"]
random.seed(2200)


def write(name, lines):
    path = os.path.join(WORK, name)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    return path


def article(story, language):
    return os.path.join(COLLECTION, "articles", f"{story}.{language}.md")


def sentences(language):
    """Of the bundled translations, paragraph after paragraph."""
    out = []
    for story in STORIES:
        with open(article(story, language), encoding="utf-8") as file:
            body = file.read().split("---", 2)[2]
        out += [part.strip() for part in re.split(r"(?<=[。！？])|(?<=[.!?])\s|\n", body) if part and part.strip()]
    return out


def repeated(lines, count):
    """The lines again and again, each time with other numbers behind them."""
    return [f"{lines[i % len(lines)]} ({1000 + 7 * (i // len(lines))})" for i in range(count)]


def invented(count, chinese):
    han = sorted(set(re.findall("[一-鿿]", "".join(sentences("zh")))))
    words = sorted(set(re.findall("[a-z]{4,}", " ".join(sentences("en")))))
    if chinese:
        return ["".join(random.choices(han, k=random.randint(8, 30))) + "。" for _ in range(count)]
    return [" ".join(random.choices(words, k=random.randint(5, 25))).capitalize() + "." for _ in range(count)]


def code(count):
    forms = ["    return %d;", "    if (x%d > y) {", "    }", "}", "", "    call(a%d, b);", "int f%d(void)", "{", "    i++;"]
    return [re.sub("%d", str(random.randrange(500)), random.choice(forms)) for _ in range(count)]


def shuffled(lines):
    return random.sample(lines, len(lines))


def cache_of(program):
    return os.path.join(WORK, "cache-" + ("ours" if program == DIPTYCH else "before"))


def start(program, arguments):
    for kept in glob.glob(os.path.join(cache_of(program), "diptych/bitext/*")):
        if "lexicon" not in kept:
            os.unlink(kept)
    return subprocess.Popen([program, "align", "--collection", COLLECTION, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                            env=dict(os.environ, XDG_CACHE_HOME=cache_of(program)))


def run(program, arguments, times=1):
    """The processor's seconds and the most memory, in MB."""
    seconds = memory = 0
    for _ in range(times):
        process = start(program, arguments)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status  # it has been waited for
        if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) > 1:
            sys.exit(f"alignbench: {program} failed: {' '.join(arguments)}")
        seconds += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss / 1024)
    return seconds / times, memory


def show(what, value, ratio, bound, over):
    print(f"{what}\t{value}\t{ratio}\t{bound}" + ("\tOVER" if over else ""), flush=True)


def measure(what, arguments, bound=None, ratio_bound=None, times=1):
    best, memory, before = 1e9, 0, 1e9
    for _ in range(ROUNDS):
        seconds, most = run(DIPTYCH, arguments, times)
        best, memory = min(best, seconds), max(memory, most)
        if BEFORE:
            before = min(before, run(BEFORE, arguments, times)[0])
    ratio = best / before if BEFORE else None
    show(what, f"{best:.3f} s", f"{ratio:.2f}" if BEFORE else "-", f"{bound} s" if bound else f"{ratio_bound} times",
         (bound and best > bound) or (ratio and ratio_bound and ratio > ratio_bound))
    return memory


def interrupt(what, arguments, bound):
    """The longest that it goes on for after SIGTERM, at ten moments of its work."""
    process = start(DIPTYCH, arguments)
    begun = time.monotonic()
    process.wait()
    whole, worst = time.monotonic() - begun, 0
    for i in range(10):
        process = start(DIPTYCH, arguments)
        time.sleep(whole * (0.05 + 0.09 * i))
        sent = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait()
        worst = max(worst, time.monotonic() - sent)
    show(what, f"{worst:.3f} s", "-", f"{bound} s", worst > bound)


def main():
    zh, en = write("a.zh", repeated(sentences("zh"), 2200)), write("a.en", repeated(sentences("en"), 2200))
    other_zh, other_en = write("b.zh", invented(2200, True)), write("b.en", invented(2200, False))
    some = repeated(sentences("en"), 5000)
    book, again = write("c.en", some), write("d.en", shuffled(some))
    lines, empty = write("code", code(50000)), write("empty", [""] * 50000)
    equal, others = write("e", ["The same again."] * 100000), write("f", ["Another one stands here."] * 100000)
    one, numbers = write("g", ["Nobody had told her of the sale."]), write("h", [str(i * 7919 % 10007) for i in range(5000)])
    lined = ["--segmented"]
    run(DIPTYCH, lined + [one, one])  # compiles what is compiled once
    if BEFORE:
        run(BEFORE, lined + [one, one])
    memory = measure("translation, 2,200 by 2,200 sentences", lined + [zh, en], 1)
    measure("unrelated, 2,200 by 2,200", lined + [zh, other_en], 1)
    measure("unrelated, turned", lined + [other_zh, en], 1)
    measure("shuffled, 2,200 by 2,200", lined + [en, write("a.shuffled", shuffled(some[:2200]))], 1)
    measure("shuffled, 5,000 by 5,000", lined + [book, again], 1.5)
    measure("code, 50,000 lines against themselves", lined + [lines, lines], 1.5)
    measure("50,000 empty lines against themselves", lined + [empty, empty], 1)
    measure("100,000 equal sentences against others", lined + [equal, others], 1.5)
    measure("one sentence against a book", lined + [one, book], 1)
    measure("5,000 numbers against themselves", lined + [numbers, numbers], 1)
    measure("a pair of reports, each a process", ["--mode", "comparable", article("11-main-sale", "en"),
                                                 article("11-main-opensky", "zh")], None, 1.5, 20)
    show("memory of the first", f"{memory:.0f} MB", "-", "200 MB", memory > 200)
    interrupt("SIGTERM to the end", lined + [write("long.zh", repeated(sentences("zh"), 12000)),
                                             write("long.en", repeated(sentences("en"), 12000))], 0.2)


main()
