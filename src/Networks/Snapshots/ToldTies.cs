using System.Runtime.InteropServices;
using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Snapshots;

/// <summary>Gathers ties from their end statements as these are read, by the rules of <see cref="VisibleTie.Of"/>: one with a live source and a live target is told; of several statements of an end the oldest counts.</summary>
internal sealed class ToldTies
{
    private const int None = -1;

    private readonly EntityNumbers entities = new();
    private readonly List<TieLine> lines = [];
    private readonly List<long> items = [];
    private long link = None;
    private EntityType? type;
    private int source = None;
    private int target = None;
    private Grade? best;
    private long? from;
    private long? to;
    private int firstItem;

    /// <summary>Keys of the entities at the ends, each once.</summary>
    public IReadOnlyList<long> Ends => entities.Keys;

    /// <summary>One more end statement, in the order of links, then of statements.</summary>
    public void Add(LeanEnd end)
    {
        if (end.Link != link) Next(end);
        if (end.IsSource && source == None) source = entities.Of(end.Target);
        if (!end.IsSource && target == None) target = entities.Of(end.Target);
        items.Add(end.Item);
        if (end.Grade is { } code && Grade.FromCode(code) is var grade && (best is null || TieGrades.Order(grade).CompareTo(TieGrades.Order(best)) < 0)) best = grade;
        if ((end.From ?? end.To) is { } first && !(from <= first)) from = first;
        if ((end.To ?? end.From) is { } last && !(to >= last)) to = last;
    }

    /// <summary>Adds what another gathered, whose links come after these.</summary>
    public void Append(ToldTies others)
    {
        Keep();
        others.Keep();
        int[] numbers = [.. others.Ends.Select(entities.Of)];
        var before = items.Count;
        items.AddRange(others.items);
        lines.EnsureCapacity(lines.Count + others.lines.Count);
        foreach (var line in others.lines)
            lines.Add(line with { Source = numbers[line.Source], Target = numbers[line.Target], FirstItem = before + line.FirstItem, EndItem = before + line.EndItem });
    }

    /// <summary>The ties between entities that exist.</summary>
    /// <param name="leads">The key under which each entity that exists for the reader stands.</param>
    public TieTable Between(IReadOnlyDictionary<long, long> leads)
    {
        Keep();
        var standing = new EntityNumbers();
        int[] stands = [.. Ends.Select(key => leads.TryGetValue(key, out var lead) ? standing.Of(lead) : None)];
        var kept = 0;
        var all = CollectionsMarshal.AsSpan(lines);
        foreach (var line in all)
        {
            var (one, other) = (stands[line.Source], stands[line.Target]);
            // What ties two records of one person to each other ties nobody to anybody.
            if (one == None || other == None || (one == other && line.Source != line.Target)) continue;
            all[kept++] = line with { Source = one, Target = other };
        }
        lines.RemoveRange(kept, lines.Count - kept);
        return new(standing, lines, items);
    }

    private void Next(LeanEnd end)
    {
        Keep();
        if (end.Type != type?.Name) type = Schema.Builtin.Find(end.Type);
        (link, source, target, best, from, to, firstItem) = (end.Link, None, None, null, null, null, items.Count);
    }

    private void Keep()
    {
        if (source != None && target != None && type is { IsLink: true }) lines.Add(new(source, target, type, best, from, to, firstItem, items.Count));
        (source, target) = (None, None);
    }
}
