using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>The parts of many names, each part once: a name is a few numbers.</summary>
internal sealed class PartStore
{
    private readonly List<PreparedPart> parts = [];
    private readonly List<int> members = [];        // numbers of parts, rendering after rendering
    private readonly List<int> ends = [];           // of each rendering in members
    private readonly List<int> renderingEnds = [];  // of each name among the renderings
    private readonly List<byte> marks = [];         // of each rendering
    private Dictionary<PreparedPart, int>? numbers = new(new SamePart());

    private const byte Compared = 1, Organisation = 2;

    /// <summary>How many renderings there are.</summary>
    public int Renderings => ends.Count;

    /// <summary>How many names there are.</summary>
    public int Names => renderingEnds.Count;

    /// <summary>Adds a name.</summary>
    public void Add(PreparedName name)
    {
        foreach (var rendering in name.Renderings)
        {
            foreach (var part in rendering) members.Add(NumberOf(part));
            ends.Add(members.Count);
            marks.Add((byte)((Array.IndexOf(name.Lists, rendering) >= 0 ? Compared : 0) | (name.LooksLikeOrganisation ? Organisation : 0)));
        }
        renderingEnds.Add(ends.Count);
    }

    /// <summary>No name will follow: what was only needed to add goes.</summary>
    public void Close()
    {
        numbers = null;
        parts.TrimExcess();
        members.TrimExcess();
        ends.TrimExcess();
        renderingEnds.TrimExcess();
        marks.TrimExcess();
    }

    /// <summary>The renderings of a name, from and to.</summary>
    public (int From, int To) Of(int name) => (name == 0 ? 0 : renderingEnds[name - 1], renderingEnds[name]);

    /// <summary>How many parts a rendering has.</summary>
    public int Count(int rendering) => ends[rendering] - Start(rendering);

    /// <summary>The first part of a rendering.</summary>
    public PreparedPart First(int rendering) => parts[members[Start(rendering)]];

    /// <summary>Writes the parts of a rendering; their number is <see cref="PreparedPart.Number"/>, their places in a text are not known.</summary>
    public void Parts(int rendering, Span<PreparedPart> into)
    {
        var from = Start(rendering);
        var all = CollectionsMarshal.AsSpan(parts);
        var own = CollectionsMarshal.AsSpan(members).Slice(from, ends[rendering] - from);
        for (var n = 0; n < own.Length; n++) into[n] = all[own[n]];
    }

    /// <summary>Whether it speaks for its name; a rendering that lacks a part does not.</summary>
    public bool IsCompared(int rendering) => (marks[rendering] & Compared) != 0;

    /// <summary>1 where its name looks like an organisation's, else 0.</summary>
    public int Organisations(int rendering) => (marks[rendering] & Organisation) != 0 ? 1 : 0;

    private int Start(int rendering) => rendering == 0 ? 0 : ends[rendering - 1];

    private int NumberOf(PreparedPart part)
    {
        var plain = part with { Start = 0, End = 0, Position = 0, Number = -1 };
        if (numbers!.TryGetValue(plain, out var number)) return number;
        number = parts.Count;
        numbers[plain] = number;
        parts.Add(plain with { Number = number });
        return number;
    }

    /// <summary>Parts that no comparison tells apart.</summary>
    private sealed class SamePart : IEqualityComparer<PreparedPart>
    {
        public bool Equals(PreparedPart? x, PreparedPart? y) => x is not null && y is not null && x.Symbols.AsSpan().SequenceEqual(y.Symbols)
            && (x.Script, x.Role, x.Article, x.Key, x.Weight, x.Concept) == (y.Script, y.Role, y.Article, y.Key, y.Weight, y.Concept) && x.Given == y.Given && x.IsOfFather == y.IsOfFather && x.IsFamily == y.IsFamily;

        public int GetHashCode(PreparedPart part)
        {
            var hash = part.Key ^ ((uint)part.Script << 8) ^ (uint)part.Role;
            foreach (var symbol in part.Symbols) hash = unchecked((hash ^ symbol) * 16777619u);
            return unchecked((int)hash);
        }
    }
}
