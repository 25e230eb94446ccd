namespace Plumbline.Networks.Graphs;

/// <summary>The ids of vertices outside, each numbered once, from 0, in the order in which they came. Compared character by character.</summary>
public sealed class VertexNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>How many there are.</summary>
    public int Count => names.Count;

    /// <summary>The id with this number.</summary>
    public string this[int number] => names[number];

    /// <summary>The number of an id; a new one is the next.</summary>
    public int NumberOf(ReadOnlySpan<char> name)
    {
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (bySpan.TryGetValue(name, out var known)) return known;
        var added = name.ToString();
        numbers.Add(added, names.Count);
        names.Add(added);
        return names.Count - 1;
    }

    /// <summary>The number of an id, where it has one.</summary>
    public bool Knows(ReadOnlySpan<char> name, out int number) =>
        numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out number);
}
