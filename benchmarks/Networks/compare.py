"""Times plumbline beside igraph, turn and turn about, and prints the ratio of the medians. Needs python3-igraph and numpy.

    python3 compare.py PLUMBLINE GRAPH.bin VERTICES TASK[,TASK…] [TURNS]

Each turn is a new process of either program; a process runs the task three times (once where that takes over ten seconds) and its least time counts, so warming up is left out for both.
Beside the time on the wall stands that of the processor, all threads together: on a machine that does other work too, it says more. Tasks of memory compare megabytes: "memory" by how
much the processes grew when they built the graph, "loaded" how large they are with the graph and without its pairs, "peak" how large they ever were until then. igraph is given the pairs
as an array of numpy, with "_list" as a list of tuples.
"""
import gc
import random
import statistics
import subprocess
import sys
import time

TASKS = {
    "components": lambda g: len(g.connected_components()),
    "core": lambda g: max(g.coreness()),
    "bfs": lambda g: len(g.bfs(0)[0]),
    "pagerank": lambda g: max(g.pagerank()),
    "eigenvector": lambda g: sum(g.eigenvector_centrality(scale=True)),
    "triangles": lambda g: round(sum(x * d * (d - 1) / 2 for x, d in zip(g.transitivity_local_undirected(mode="zero"), g.degree())) / 3),
    "articulation": lambda g: len(g.articulation_points()),
    "constraint": lambda g: sum(x for x in g.constraint() if x == x),
    "closeness": lambda g: sum(x for x in g.closeness() if x == x),
    "betweenness": lambda g: max(g.betweenness()),
    "edge_betweenness": lambda g: max(g.edge_betweenness()),
    "leiden": lambda g: g.community_leiden(objective_function="modularity", n_iterations=2).modularity,
    "worlds": lambda g: max(worlds(g)),
}

MEMORY = ("memory", "loaded", "loaded_list", "peak", "peak_list")


def worlds(g):
    """Mean betweenness over a thousand worlds in which every tie is there with chance .8."""
    chance, total = random.Random(1), [0.0] * g.vcount()
    ends = g.get_edgelist()
    for _ in range(1000):
        world = type(g)(n=g.vcount(), edges=[pair for pair in ends if chance.random() < 0.8])
        for vertex, value in enumerate(world.betweenness()):
            total[vertex] += value
    return [value / 1000 for value in total]


def peak():
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def resident():
    gc.collect()
    with open("/proc/self/statm") as numbers:
        return int(numbers.read().split()[1]) * 4096


def igraph(path, n, task):
    import igraph as ig
    import numpy as np
    pairs = np.fromfile(path, "<i4").reshape(-1, 2)
    if task in MEMORY:
        pairs = [tuple(pair) for pair in pairs.tolist()] if task.endswith("_list") else pairs
        before = resident()
        graph = ig.Graph(n=n, edges=pairs)
        grown, most = resident() - before, peak()
        del pairs
        print(f"{(grown if task == 'memory' else most if task.startswith('peak') else resident()) / 1e6} 0 {graph.ecount()}")
        return
    if task == "text":
        ids = [f"person-{vertex:08}" for vertex in range(n)]
        named = [(ids[one], ids[other]) for one, other in pairs.tolist()]
    best, spent, value, graph = float("inf"), float("inf"), None, None
    for _ in range(3):
        if task not in ("build", "text"):
            graph = graph or ig.Graph(n=n, edges=pairs)
        start, cpu = time.perf_counter(), time.process_time()
        if task == "build":
            value = ig.Graph(n=n, edges=pairs).ecount()
        elif task == "text":
            value = ig.Graph.TupleList(named).ecount()
        else:
            value = TASKS[task](graph)
        took = time.perf_counter() - start
        best, spent = min(best, took), min(spent, time.process_time() - cpu)
        if took > 10:
            break
    print(f"{best} {spent} {value!r}")


def ours(program, path, n, task):
    repeat = "1" if task in ("betweenness", "edge_betweenness", "closeness", "leiden") and n > 50_000 else "3"
    asked = "components" if task in MEMORY else task
    text = subprocess.run([program, "network", "bench", path, "--vertices", str(n), "--tasks", asked, "--repeat", repeat, "--home", "/nonexistent"], capture_output=True, text=True, check=True).stdout
    rows = {row.split(",")[0]: row.split(",") for row in text.split("\n")}
    if task in MEMORY:
        megabytes = rows["resident"][3] if task == "memory" else rows["load"][3 if task.startswith("peak") else 5]
        return float(megabytes), 0, float(rows["resident"][5])
    return float(rows[task][1]), float(rows[task][2]), float(rows[task][5])


if sys.argv[1] == "--igraph":
    igraph(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    sys.exit()
program, path, n, tasks = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4].split(",")
turns = int(sys.argv[5]) if len(sys.argv) > 5 else 5
print("| task | plumbline s | igraph s | ratio | plumbline cpu s | igraph cpu s | ratio | same answer |\n|---|---|---|---|---|---|---|---|")
for task in tasks:
    mine, theirs, my_cpu, their_cpu = [], [], [], []
    for _ in range(turns):
        took, spent, value = ours(program, path, n, task)
        mine.append(took)
        my_cpu.append(spent)
        text = subprocess.run([sys.executable, __file__, "--igraph", path, str(n), task], capture_output=True, text=True, check=True).stdout.split()
        theirs.append(float(text[0]))
        their_cpu.append(float(text[1]))
    other = float(text[2])
    apart = abs(value - other) / max(abs(other), 1e-300)
    a, b, c, d = (statistics.median(times) for times in (mine, theirs, my_cpu, their_cpu))
    cpu = f"{c:.4f} | {d:.3f} | {d / c:.1f}" if c else "| |"
    print(f"| {task} | {a:.4f} | {b:.3f} | {b / a:.1f} | {cpu} | {'yes' if apart == 0 else f'to {apart:.0e}'} ({value:.10g}{'' if apart < 1e-3 else f' and {other:.10g}'}) |", flush=True)
