using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Benchmarks.Screening;

/// <summary>What a person of twenty names costs, asked about in one question and name by name, beside one name; and how far the answers differ, on fictional names and on a list of real ones.</summary>
public static class PersonScreens
{
    private const int People = 300, Names = 20, Rounds = 3, Seed = 7, FewestNames = 5;
    private const float Faint = 0.2f;

    /// <param name="args">How many entities (400,000 without it), two names and a half each; then the folder of the shared name data, for the real ones.</param>
    public static void Run(string[] args)
    {
        Fictional(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 400_000);
        if (args.Length > 1) Real(args[1]);
    }

    private static void Fictional(int entities)
    {
        var made = new FictionalNames(Seed);
        var listed = Enumerable.Range(0, entities).Select(_ => made.Person()).ToArray();
        var random = new Random(Seed + 1);
        var index = CandidateIndex.OfTexts(Enumerable.Range(0, entities).SelectMany(entity => Enumerable.Range(0, 2 + (entity % 2)).Select(n => (entity, made.Written(listed[entity], n * 0.3)))), [], default);
        // Half are on the list; twenty spellings each, in both scripts.
        var meant = Enumerable.Range(0, People).Select(n => n % 2 == 0 ? random.Next(entities) : -1).ToArray();
        PreparedName[][] spellings = [.. meant.Select(entity => entity >= 0 ? listed[entity] : made.Person()).Select(person => Different(() => made.Written(person, 0.5)))];
        // And twenty names that have nothing in common, as of who takes another each time.
        PreparedName[][] strangers = [.. Enumerable.Range(0, People).Select(_ => Different(() => made.Written(made.Person(), 0.5)))];
        Measure($"{index.Names.Count:N0} fictional names; people of {Names} spellings of one name", index, spellings);
        var screener = new Screener(index);
        foreach (var together in (bool[])[true, false])
            Console.WriteLine($"  of {meant.Count(entity => entity >= 0)} who are listed {Enumerable.Range(0, People).Count(n => meant[n] >= 0 && Best(spellings[n], Screened(screener, spellings[n], together)).ContainsKey(meant[n]))} are met from the threshold on {(together ? "together" : "name by name")}");
        Measure($"{index.Names.Count:N0} fictional names; people of {Names} names that have nothing in common", index, strangers);
    }

    // Each entity of many names is asked about by half of them, and by all with a letter changed, among the names of all others and the other half of its own.
    private static void Real(string folder)
    {
        var entities = Rows(Path.Combine(folder, "screen_watchlist_dev.tsv.gz")).GroupBy(row => row[0], row => row[2]).Select(group => group.Select(Read).OfType<PreparedName>().ToArray()).ToArray();
        List<IndexedName> halved = [], whole = [];
        List<PreparedName[]> half = [], misspelt = [];
        for (var entity = 0; entity < entities.Length; entity++)
        {
            var many = entities[entity].Length >= FewestNames;
            for (var n = 0; n < entities[entity].Length; n++)
            {
                whole.Add(new(entity, entities[entity][n]));
                if (!many || n % 2 == 0) halved.Add(new(entity, entities[entity][n]));
            }
            if (!many) continue;
            if (entities[entity].Length > 2 * Screener.FewNames + 1) half.Add([.. entities[entity].Where((_, n) => n % 2 == 1)]);
            misspelt.Add([.. entities[entity].Select((name, n) => Read(Misspelt(name.Text, n))).OfType<PreparedName>()]);
        }
        Measure($"{halved.Count:N0} real names; {half.Count:N0} entities by {half.Average(names => names.Length):F1} of their names, the others on the list", new CandidateIndex(halved, default), [.. half]);
        Measure($"{whole.Count:N0} real names; {misspelt.Count:N0} entities by their {misspelt.Average(names => names.Length):F1} names, a letter changed in each", new CandidateIndex(whole, default), [.. misspelt]);
        // Twenty: the names of three entities together.
        var three = misspelt.Chunk(4).Select(some => some.SelectMany(names => names).Take(Names).ToArray()).Where(names => names.Length == Names).ToArray();
        Measure($"{whole.Count:N0} real names; {three.Length:N0} times {Names} names of several entities, a letter changed in each", new CandidateIndex(whole, default), three);
    }

    private static string Misspelt(string name, int n)
    {
        var letters = Enumerable.Range(0, name.Length).Where(at => char.IsLetter(name[at])).ToArray();
        var place = letters[((n * 7) + 3) % letters.Length];
        return name[..place] + name[letters[((n * 5) + 1) % letters.Length]] + name[(place + 1)..];
    }

    private static void Measure(string what, CandidateIndex index, PreparedName[][] people)
    {
        Console.WriteLine(what);
        var screener = new Screener(index);
        foreach (var names in people.Take(100)) Screened(screener, names, together: true);
        foreach (var names in people.Take(20)) Screened(screener, names, together: false);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (One: Times(people, names => screener.Screen(names[0])), Together: Times(people, names => screener.Screen(names)), Apart: Times(people, names => Screened(screener, names, together: false)))).ToArray();
        var (one, together, apart) = (Median(rounds.Select(round => round.One)), Median(rounds.Select(round => round.Together)), Median(rounds.Select(round => round.Apart)));
        Console.WriteLine($"  ms of the clock, p50 and p99: one name {one.Middle:F3} {one.High:F2}; together {together.Middle:F3} {together.High:F2}; name by name {apart.Middle:F3} {apart.High:F2}. Together {together.Middle / one.Middle:F2} times one name, name by name {apart.Middle / one.Middle:F1}");
        Compare(screener, people);
    }

    private static void Compare(Screener screener, PreparedName[][] people)
    {
        var (firsts, kept, sameFirst, pairs, pairsKept, sameVerdict, fewer, crowded) = (0, 0, 0, 0, 0, 0, 0, 0);
        List<double> off = [], offAll = [];
        foreach (var names in people)
        {
            var (apart, together) = (Best(names, Screened(screener, names, together: false)), Best(names, Screened(screener, names, together: true)));
            if (apart.Count >= Screener.TooMany || together.Count >= Screener.TooMany) crowded++;
            foreach (var (entity, row) in apart)
            {
                pairs++;
                if (!together.TryGetValue(entity, out var other)) continue;
                pairsKept++;
                offAll.Add(Math.Abs(other.Score - row.Score));
                if (other.Verdict == row.Verdict) sameVerdict++;
            }
            fewer += together.Keys.Except(apart.Keys).Count();
            if (apart.Count == 0) continue;
            var first = apart.MaxBy(one => (one.Value.Score, -one.Key));
            firsts++;
            if (together.TryGetValue(first.Key, out var found))
            {
                kept++;
                off.Add(Math.Abs(found.Score - first.Value.Score));
            }
            if (together.Count > 0 && together.MaxBy(one => (one.Value.Score, -one.Key)).Key == first.Key) sameFirst++;
        }
        var (faint, faintKept) = (0, 0);
        foreach (var names in people)
        {
            var (apart, together) = (Best(names, Screened(screener, names, together: false), Faint), Best(names, Screened(screener, names, together: true), Faint / 2));
            faint += apart.Count;
            faintKept += apart.Keys.Count(together.ContainsKey);
        }
        off.Sort();
        offAll.Sort();
        Console.WriteLine($"  name by name {firsts:N0} people have a first entity from the threshold on: together {kept / (double)firsts:P2} of these are from the threshold on, {sameFirst / (double)firsts:P2} first; scores differ by {off.DefaultIfEmpty().Average():F4} on the mean, above .01 in {off.Count(one => one > 0.01) / (double)firsts:P1}, above .05 in {off.Count(one => one > 0.05) / (double)firsts:P1}, at most {off.LastOrDefault():F3}");
        Console.WriteLine($"  of {pairs:N0} entities from the threshold on, {pairsKept / (double)pairs:P2} are so together, {sameVerdict / (double)Math.Max(1, pairsKept):P2} of them with the same verdict; scores differ by {offAll.DefaultIfEmpty().Average():F4} on the mean, above .05 in {offAll.Count(one => one > 0.05) / (double)Math.Max(1, pairs):P1}; {fewer:N0} only together; {crowded} people meet {Screener.TooMany} or more");
        Console.WriteLine($"  of {faint:N0} entities that score {Faint} or more, which a birth date may lift, {faintKept / (double)Math.Max(1, faint):P2} score half of that together");
    }

    // As the register does: each entity by the name whose verdict says most.
    private static Dictionary<int, (float Score, ScreenVerdict Verdict)> Best(PreparedName[] names, IReadOnlyList<ScreenRow>[] rows, float least = Screener.DefaultThreshold)
    {
        var best = new Dictionary<int, (float Score, ScreenVerdict Verdict)>();
        for (var n = 0; n < names.Length; n++)
            foreach (var row in rows[n].TakeWhile(row => row.Score >= least))
            {
                var verdict = Screener.Verdict(names[n], row, rows[n], Screener.DefaultThreshold, agrees: false);
                if (!best.TryGetValue(row.Entity, out var known) || verdict < known.Verdict || (verdict == known.Verdict && row.Score > known.Score)) best[row.Entity] = (row.Score, verdict);
            }
        return best;
    }

    private static IReadOnlyList<ScreenRow>[] Screened(Screener screener, PreparedName[] names, bool together) =>
        together ? screener.Screen(names) : Array.ConvertAll(names, name => screener.Screen(name));

    private static (double Middle, double High) Times(PreparedName[][] people, Action<PreparedName[]> screen)
    {
        var times = new double[people.Length];
        for (var n = 0; n < people.Length; n++)
        {
            var start = Stopwatch.GetTimestamp();
            screen(people[n]);
            times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return (times[times.Length / 2], times[times.Length * 99 / 100]);
    }

    private static (double Middle, double High) Median(IEnumerable<(double Middle, double High)> rounds) => rounds.OrderBy(round => round.Middle).ElementAt(Rounds / 2);

    private static PreparedName[] Different(Func<string> written)
    {
        HashSet<string> texts = new(StringComparer.Ordinal);
        for (var turn = 0; turn < 4 * Names && texts.Count < Names; turn++) texts.Add(written());
        return [.. texts.Select(Read).OfType<PreparedName>()];
    }

    private static PreparedName? Read(string name) => NameMatcher.Preparer.Prepare(name) is Outcome<PreparedName>.Done { Value: var prepared } ? prepared : null;

    private static List<string[]> Rows(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        reader.ReadLine();
        List<string[]> rows = [];
        while (reader.ReadLine() is { } line) rows.Add(line.Split('\t'));
        return rows;
    }
}
