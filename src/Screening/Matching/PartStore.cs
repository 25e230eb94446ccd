using System.Runtime.InteropServices;

namespace Plumbline.Screening.Matching;

/// <summary>The parts of many names, each part once: a name is a few numbers.</summary>
internal sealed class PartStore
{
    private readonly List<PreparedPart> parts = [];
    private List<PartRecord>? records = [];
    private Lines<PartRecord> lines = new([]);
    private List<int>? gathered = [];
    private Lines<int> members = new([]);           // numbers of parts, rendering after rendering
    private readonly List<Held> renderings = [];
    private readonly List<int> renderingEnds = [];  // of each name among the renderings
    private Dictionary<PreparedPart, int>? numbers = new(new SamePart());

    private const byte Compared = 1, Organisation = 2;

    /// <summary>How many renderings there are.</summary>
    public int Renderings => renderings.Count;

    /// <summary>How many names there are.</summary>
    public int Names => renderingEnds.Count;

    /// <summary>Adds a name.</summary>
    public void Add(PreparedName name)
    {
        foreach (var rendering in name.Renderings)
        {
            renderings.Add(new Held(gathered!.Count, (byte)rendering.Length, (byte)((Array.IndexOf(name.Lists, rendering) >= 0 ? Compared : 0) | (name.LooksLikeOrganisation ? Organisation : 0))));
            foreach (var part in rendering) gathered!.Add(NumberOf(part));
        }
        renderingEnds.Add(renderings.Count);
    }

    /// <summary>No name will follow: what was only needed to add goes.</summary>
    public void Close()
    {
        lines = new(CollectionsMarshal.AsSpan(records));
        members = new(CollectionsMarshal.AsSpan(gathered));
        (numbers, records, gathered) = (null, null, null);
        parts.TrimExcess();
        renderings.TrimExcess();
        renderingEnds.TrimExcess();
    }

    /// <summary>The renderings of a name, from and to.</summary>
    public (int From, int To) Of(int name) => (name == 0 ? 0 : renderingEnds[name - 1], renderingEnds[name]);

    /// <summary>How many parts a rendering has.</summary>
    public int Count(int rendering) => renderings[rendering].Count;

    /// <summary>The first part of a rendering.</summary>
    public PreparedPart First(int rendering) => parts[members[renderings[rendering].From]];

    /// <summary>A part by its number.</summary>
    public PreparedPart Part(int number) => parts[number];

    /// <summary>What a first look needs of a part, once no name will follow.</summary>
    public ref readonly PartRecord Record(int number) => ref lines[number];

    /// <summary>Where the numbers of a rendering's parts begin among <see cref="Members"/>, and how many they are: none where it does not speak for its name.</summary>
    public (int From, int Count) Place(int rendering) => renderings[rendering] is var place && (place.Marks & Compared) != 0 ? (place.From, place.Count) : (place.From, 0);

    /// <summary>Fetches the parts of a rendering before they are read: asked for one behind the other without waiting, many come at once. What is returned only keeps the asking.</summary>
    public int Fetch(int rendering)
    {
        var sum = 0;
        var all = CollectionsMarshal.AsSpan(parts);
        foreach (var member in members.All.Slice(renderings[rendering].From, renderings[rendering].Count)) sum ^= all[member].Symbols[0] ^ all[member].Number;
        return sum;
    }

    /// <summary>The numbers of the parts of all renderings.</summary>
    public ReadOnlySpan<int> Members => members.All;

    /// <summary>Writes the parts of a rendering; their number is <see cref="PreparedPart.Number"/>, their places in a text are not known.</summary>
    public void Parts(int rendering, Span<PreparedPart> into)
    {
        var place = renderings[rendering];
        var all = CollectionsMarshal.AsSpan(parts);
        var own = members.All.Slice(place.From, place.Count);
        for (var n = 0; n < own.Length; n++) into[n] = all[own[n]];
    }

    /// <summary>Whether it speaks for its name; a rendering that lacks a part does not.</summary>
    public bool IsCompared(int rendering) => (renderings[rendering].Marks & Compared) != 0;

    /// <summary>1 where its name looks like an organisation's, else 0.</summary>
    public int Organisations(int rendering) => (renderings[rendering].Marks & Organisation) != 0 ? 1 : 0;

    // Where the parts of a rendering begin, and how many they are: one look for both.
    private readonly record struct Held(int From, byte Count, byte Marks);

    private int NumberOf(PreparedPart part)
    {
        var plain = part with { Start = 0, End = 0, Position = 0, Number = -1 };
        if (numbers!.TryGetValue(plain, out var number)) return number;
        number = parts.Count;
        numbers[plain] = number;
        parts.Add(plain with { Number = number });
        records!.Add(PartRecord.Of(plain));
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
