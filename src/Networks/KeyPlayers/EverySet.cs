using Plumbline.Networks.Graphs;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Values every set of the size asked for, in lexical order.</summary>
internal static class EverySet
{
    private const int Stride = 0x3FF;

    public static KeyPlayerAnswer Search(GraphSnapshot graph, KeyPlayerQuestion question, int[] allowed, Effort effort, CancellationToken ct)
    {
        var firsts = allowed.Length - question.Size + 1;
        var found = new EqualSets[firsts];
        Chunks.Run(firsts, effort, () => ISetValue.For(question.Aim, graph, ct), (value, first) => found[first] = From(value, question, allowed, first, ct), ct);
        var all = new EqualSets(question.Alternatives);
        foreach (var part in found) all.Meet(part);
        return new(all.Value, all.Sets, all.Count, true, all.Value, (long)KeyPlayerSearch.SetCount(allowed.Length, question.Size));
    }

    private static EqualSets From(ISetValue value, KeyPlayerQuestion question, int[] allowed, int first, CancellationToken ct)
    {
        var k = question.Size;
        var (best, places, set) = (new EqualSets(question.Alternatives), new int[k], new int[k]);
        for (var at = 0; at < k; at++) places[at] = first + at;
        for (var count = 0; ; count = (count + 1) & Stride)
        {
            if (count == 0) ct.ThrowIfCancellationRequested();
            for (var at = 0; at < k; at++) set[at] = allowed[places[at]];
            best.Meet(value.Of(set), set);
            var last = k - 1;
            while (last > 0 && places[last] == allowed.Length - k + last) last--;
            if (last <= 0) return best;
            places[last]++;
            for (var at = last + 1; at < k; at++) places[at] = places[at - 1] + 1;
        }
    }
}
