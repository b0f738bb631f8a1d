#!/usr/bin/env python3
"""mutants.py SOURCE FOLDER N SEED: do the tests notice wrong edits? Run by `make mutants N=60 SEED=7`.

Draws N single wrong edits over src/, one a function, builds each and runs the tests: first those
that fit its folder, then the ones that play the whole program, then all others. An edit that some
test fails with, or does not end with, is killed; the rest are told with their lines, for a person
to judge: some are equivalent, and each of the others is a hole in the tests.

  N      edits (60: about 20 minutes on two cores)
  SEED   of the draw (7); the same seed over the same sources draws the same edits
  JOBS   edits at a time, each in a copy of the sources of its own (2)
  ONLY   a folder of src/ to draw from, as ONLY=notes

Functions are drawn with the weight of their lines, operators evenly among those that a function
has a place for, places evenly: NEG a condition negated, RET another value returned, ANDOR && for ||
and back, DROP a statement left out, CMP the limit of a comparison moved, CONST a number other by
one. What does not compile, or compiles to the same object, is drawn again. Sources and tests are
copied to FOLDER, which is made anew; nothing else is written.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time

SOURCE, FOLDER, COUNT, SEED = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
JOBS = int(os.environ.get("JOBS", "2"))
ONLY = os.environ.get("ONLY", "")
TRIES = 12  # draws in one function before another one is taken

# Folders of tests that fit a folder of src/; its own name comes first.
FITTING = {"page": ["app"], "query": ["app"], "ui": ["app"], "session": ["app"], "command": ["app"],
           "tui": ["tui", "pty"], "dictionary": ["dictionary", "app"], "base": ["base", "text", "notes"]}
WHOLE = ["tests/golden/run.sh", "tests/align/tmx.sh", "tests/export/formats.sh", "tests/app/test_room",
         "tests/tui/test_screen", "tests/pty/test_manners"]
# Big tables, and what no test program can run.
LEFT_OUT = re.compile(r"readings(_table)?\.c|common_?word\.c|main\.c")

STATEMENT = re.compile(r"^\s+(?!return\b|goto\b|else\b|case\b)(?:\(void\))?\*?[A-Za-z_][\w.\[\]]*(?:->[\w.\[\]]+)*"
                       r"(?:\(.*\)|\s[-+|&^*/]?=\s.*|\+\+|--);$")
HEAD = re.compile(r"\b(if|while) \(")
RETURN = re.compile(r"\breturn ([^;]+);")
NUMBER = re.compile(r"(?<![\w.\"'])(?:0x[0-9A-Fa-f]+|\d+)(?![\w.\"'])")
COMPARED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}


def masked(text):
    """The text with comments and the insides of literals blanked, at the same offsets."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


def functions_of(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    code = masked(text)
    for match in re.finditer(r"^\{\n.*?^\}", code, re.M | re.S):
        head = code[:match.start()].rstrip("\n")
        first = max(head.rfind("\n\n"), head.rfind("}\n"), head.rfind(";\n"), 0)
        lines = match.group(0).count("\n")
        yield path, match.start(), match.end(), " ".join(head[first:].split()), lines


def closing(code, at):
    depth = 0
    for i in range(at, len(code)):
        depth += (code[i] == "(") - (code[i] == ")")
        if depth == 0:
            return i
    return -1


def other_value(kind, value):
    if value in ("true", "false"):
        return "false" if value == "true" else "true"
    if "*" in kind:
        return None if value == "NULL" else "NULL"
    if re.search(r"\bbool\b", kind):
        return "!(%s)" % value
    if re.search(r"\bstruct\b|\bvoid\b|\bunion\b|\benum\b", kind):
        return None
    return "(%s) + 1" % value


def places_of(function):
    """{operator: [(start, end, replacement)]} in the file's text."""
    path, start, end, head, _ = function
    with open(path, encoding="utf-8") as file:
        text = file.read()
    code = masked(text)
    body = code[start:end]
    kind = head.split("(")[0]
    found = {name: [] for name in ("NEG", "RET", "ANDOR", "DROP", "CMP", "CONST")}
    for match in HEAD.finditer(body):
        open_at = start + match.end() - 1
        close_at = closing(code, open_at)
        if close_at > 0:
            found["NEG"].append((open_at, close_at + 1, "(!%s)" % text[open_at:close_at + 1]))
    for match in RETURN.finditer(body):
        a, b = start + match.start(1), start + match.end(1)
        value = other_value(kind, text[a:b])
        if value is not None:
            found["RET"].append((a, b, value))
    for match in re.finditer(r"&&|\|\|", body):
        found["ANDOR"].append((start + match.start(), start + match.end(),
                               "||" if match.group(0) == "&&" else "&&"))
    for match in re.finditer(r" (<=|>=|==|!=|<|>) ", body):
        found["CMP"].append((start + match.start(1), start + match.end(1), COMPARED[match.group(1)]))
    for match in NUMBER.finditer(body):
        value = int(match.group(0), 0)
        found["CONST"].append((start + match.start(), start + match.end(), str(value + 1)))
        if value > 1:
            found["CONST"].append((start + match.start(), start + match.end(), str(value - 1)))
    at = start
    for line in body.split("\n"):
        if STATEMENT.match(line):
            lead = len(line) - len(line.lstrip())
            found["DROP"].append((at + lead, at + len(line), ";"))
        at += len(line) + 1
    return {name: places for name, places in found.items() if places}


def run(tree, *words):
    environment = dict(os.environ, MAKEFLAGS="", TEST_SCALE="1")
    return subprocess.run(words, cwd=tree.build, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


class Tree:
    """A copy of the sources with a build of its own."""

    def __init__(self, number):
        self.top = os.path.join(os.path.abspath(FOLDER), "tree%d" % number)
        self.build = os.path.join(self.top, "mutated")
        skip = shutil.ignore_patterns(".git", "build", "build-*", "*-build", "*.o", "*.log", "*.trs", "diptych-*",
                                      os.path.basename(os.path.abspath(FOLDER)))
        shutil.copytree(SOURCE, self.top, symlinks=True, ignore=skip)
        for made in ("config.status", "config.h", "Makefile"):
            if os.path.exists(os.path.join(self.top, made)):
                os.remove(os.path.join(self.top, made))
        os.makedirs(self.build)
        for words in (["../configure", "-q", "CFLAGS=-O1"], ["make", "-s", "all"], ["make", "-s", "check", "TESTS="]):
            made = run(self, *words)
            if made.returncode != 0:
                sys.exit("mutants.py: %s failed: %s" % (words[0], made.stdout[-2000:].decode("utf-8", "replace")))
        listed = run(self, "make", "-s", "testlist").stdout.decode().split()
        self.tests = [name for name in listed if "/lint/" not in name]
        self.objects = {}
        for folder, _, names in os.walk(os.path.join(self.build, "src")):
            for name in names:
                if name.endswith(".o"):
                    base = re.sub(r"^lib[a-z]*_a-", "", name)[:-2]
                    key = os.path.join(os.path.relpath(folder, self.build), base + ".c")
                    self.objects[key] = os.path.relpath(os.path.join(folder, name), self.build)

    def stages(self, path):
        own = path.split("/")[1]
        fitting = [name for name in self.tests if name.split("/")[1] in FITTING.get(own, [own])]
        fitting += [name for name in self.tests if name.startswith("tests/fuzz/") and own in name]
        fitting = [name for name in fitting if name not in WHOLE]
        whole = [name for name in self.tests if name in WHOLE]
        rest = [name for name in self.tests if name not in fitting and name not in whole]
        return [stage for stage in (fitting, whole, rest) if stage]

    def judge(self, path, text):
        """None: it does not compile, or to the same; else the test that killed it, or ''."""
        place = os.path.join(self.top, path)
        compiled = os.path.join(self.build, self.objects[path])
        with open(compiled, "rb") as file:
            before = file.read()
        with open(place, encoding="utf-8") as file:
            original = file.read()
        try:
            write(place, text)
            if run(self, "make", "-s", self.objects[path]).returncode != 0:
                return None
            with open(compiled, "rb") as file:
                if file.read() == before:
                    return None
            if run(self, "make", "-s", "all").returncode != 0:
                return None
            for stage in self.stages(path):
                made = run(self, "make", "-k", "check-TESTS", "TESTS=" + " ".join(stage))
                failed = re.search(r"^(?:FAIL|ERROR|XPASS): (\S+)", made.stdout.decode("utf-8", "replace"), re.M)
                if failed:
                    return failed.group(1)
                if made.returncode != 0:
                    return "make"
            return ""
        finally:
            write(place, original)
            run(self, "make", "-s", "all")


def write(path, text):
    # A file made within the same second must not pass for unchanged.
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    now = time.time_ns()
    os.utime(path, ns=(now, now))


def draw_functions():
    functions = []
    for folder, _, names in os.walk(os.path.join(SOURCE, "src", ONLY)):
        for name in sorted(names):
            if name.endswith(".c") and not LEFT_OUT.fullmatch(name):
                functions += functions_of(os.path.join(folder, name))
    functions.sort()
    dice = random.Random("functions %s" % SEED)
    # Weighted draw without putting back: Efraimidis and Spirakis (2006).
    return sorted(functions, key=lambda function: -(dice.random() ** (1.0 / max(1, function[4]))))


def try_function(tree, function, dice):
    places = places_of(function)
    path = os.path.relpath(function[0], SOURCE)
    with open(function[0], encoding="utf-8") as file:
        text = file.read()
    for _ in range(TRIES if places and path in tree.objects else 0):
        operator = dice.choice(sorted(places))
        start, end, new = dice.choice(places[operator])
        verdict = tree.judge(path, text[:start] + new + text[end:])
        if verdict is None:
            continue
        line = text.count("\n", 0, start) + 1
        return verdict, operator, path, line, text[start:end], new
    return None


def work(tree, functions, numbers, results, lock):
    while True:
        with lock:
            if not numbers:
                return
            number = numbers.pop(0)
        began = time.time()
        for turn, function in enumerate(functions[number::COUNT]):
            result = try_function(tree, function, random.Random("%s %d %d" % (SEED, number, turn)))
            if result is not None:
                break
        else:
            continue
        verdict, operator, path, line, old, new = result
        with lock:
            results.append(result)
            print("%3d %-8s %-5s %s:%d  %s(%d s)" % (number + 1, "killed" if verdict else "SURVIVED", operator, path,
                                                    line, verdict + " " if verdict else "", time.time() - began),
                  flush=True)


def main():
    began = time.time()
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    trees = [Tree(number) for number in range(JOBS)]
    print("%d builds in %d s" % (JOBS, time.time() - began), flush=True)
    functions, results, lock = draw_functions(), [], threading.Lock()
    numbers = list(range(COUNT))
    threads = [threading.Thread(target=work, args=(tree, functions, numbers, results, lock)) for tree in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    survivors = [result for result in results if not result[0]]
    for _, operator, path, line, old, new in sorted(survivors, key=lambda result: result[2:4]):
        print("\n%s:%d %s\n- %s\n+ %s" % (path, line, operator, " ".join(old.split()), " ".join(new.split())))
    killed = len(results) - len(survivors)
    print("\n%d of %d noticed (%.0f %%), seed %s, %d s" % (killed, len(results), 100.0 * killed / max(1, len(results)),
                                                          SEED, time.time() - began))


main()
