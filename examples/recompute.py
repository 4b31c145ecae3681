#!/usr/bin/env python3
"""Recomputes a line dossier's keys from its public pack: recompute.py dossier.json pack.json
Exit 0 identical, 1 they differ, 2 unreadable. Marks are whole half points, rates compared crosswise."""
import itertools, json, sys

def half(mark):
    return 2 * int(mark.partition(".")[0]) + mark.endswith(".5")

def text(half_points):
    return str(half_points // 2) + ".5" * (half_points % 2)

def ladder(name, places, passed, lawful):  # the lowest place that keeps the rate, and the next lower
    steps = [({name: text(at)}, passed(at)) for at in places]
    first = next((i for i, (_, people) in enumerate(steps) if lawful(people)), len(steps))
    line, fails = (steps + [None])[first], steps[first - 1] if first else None
    return [dict(place, passed=people) for place, people in steps], line, fails

def vectors(cells, subjects, grid, lawful, own):
    step, top = grid[1] - grid[0], (grid[-1],) * subjects
    count = dict.fromkeys(itertools.product(grid, repeat=subjects), 0)
    for marks, people in cells:
        if min(marks) >= grid[0]:
            count[tuple(grid[(min(m, grid[-1]) - grid[0]) // step] for m in marks)] += people
    move = lambda v, i, mark: v[:i] + (mark,) + v[i + 1:]
    for i in range(subjects):  # sums along each subject in turn, from above: who reaches a vector
        for v in sorted(count, reverse=True):
            count[v] += count.get(move(v, i, v[i] + step), 0)
    cost = lambda v: (-count[v], -sum(v), -min(v), [-m for m in v])
    best = min((v for v in count if v != top and lawful(count[v])), key=cost, default=None)
    lower = [move(best, i, best[i] - step) for i in range(subjects)] if best else []
    fails = min((v for v in lower if v in count and not lawful(count[v])), key=count.get, default=None)
    held = best if best and count[best] > own else top
    table = [{"subject": i + 1, "mark": text(m), "passed": count[move(held, i, m)]} for i in range(subjects) for m in grid]
    return table, *(v and ({"marks": [text(m) for m in v]}, count[v]) for v in (best, fails))

def measure(rule, key):
    national, floor = half(rule["national"]), half(rule.get("floor", "0"))
    step, lowest = half(rule["grid"]["step"]), half(rule["grid"]["lowest"])
    cells, outside = ([([half(m) for m in c.get("marks", [c.get("mark")])], c["people"])
                       for c in group.get("joint", group.get("lowest"))] for group in (key["pool"], key["outside"]))
    those = lambda asked, among=cells: sum(people for marks, people in among if asked(marks))
    own, passed = those(lambda m: min(m) >= national), those(lambda m: min(m) >= national, cells + outside)
    pool = sum(people for _, people in cells) + key["pool"]["unmarked"]
    examinees = pool + sum(people for _, people in outside) + key["outside"]["unmarked"]
    lawful = lambda people: people * examinees <= passed * pool
    if rule["shape"] == "perSubject":
        table, line, fails = vectors(cells, key["subjects"], range(lowest, national + 1, step), lawful, own)
    elif rule["shape"] == "uniform":
        passing = lambda at: those(lambda m: min(m) >= at)
        table, line, fails = ladder("mark", range(lowest, national, step), passing, lawful)
    else:
        passing = lambda at: those(lambda m: min(m) >= national or min(m) >= floor and sum(m) >= at)
        totals = range(key["subjects"] * floor, key["subjects"] * national, step)
        table, line, fails = ladder("total", totals, passing, lawful)
    measured = dict(key=key["key"], examinees=examinees, nationalPassed=passed, pool=pool, nationalLinePassed=own, table=table)
    reason = ("NOBODY_SAT" if not examinees else "NOBODY_MEASURED" if not pool else
              "CAP_REACHED" if not line else "NOTHING_GAINED" if line[1] == own else None)
    rates = lambda at: at and dict(at[0], passed=at[1], pool=pool, nationalPassed=passed, nationalExaminees=examinees)
    return dict(measured, outcome="national-line-stands", reason=reason) if reason else dict(
        measured, **line[0], outcome="separate-line", passed=line[1], holds=rates(line), fails=rates(fails),
        headroom=passed * pool // examinees - line[1])

try:
    dossier, pack = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
    same = (dossier["rule"], dossier["keys"]) == (pack["rule"], [measure(pack["rule"], key) for key in pack["keys"]])
except (OSError, ValueError, LookupError, TypeError, AttributeError) as unreadable:
    sys.exit(print("unreadable:", repr(unreadable), file=sys.stderr) or 2)
sys.exit(print("identical" if same else "they differ") or (0 if same else 1))
