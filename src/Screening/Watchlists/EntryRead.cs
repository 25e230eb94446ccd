using Plumbline.Core;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>A name of an entry, prepared.</summary>
/// <param name="IsWeak">Whether the list itself calls it weak.</param>
internal readonly record struct EntryName(PreparedName Name, bool IsWeak)
{
    /// <summary>Reads it; with a comma the original wording tells which part is the family's.</summary>
    public static Outcome<PreparedName> Read(string text, string? original)
    {
        var isParted = original is { Length: > 0 } && original.Contains(',', StringComparison.Ordinal) && Scripts.Of(original) == Scripts.Of(text);
        return NameMatcher.Preparer.Prepare(isParted ? original! : text);
    }

    /// <summary>Whether it is the same name, said in the same way.</summary>
    public bool Is(EntryName other) => IsWeak == other.IsWeak && Name.Text == other.Name.Text;
}

/// <summary>An entry of a list as a reader sees it by now. Pure.</summary>
/// <param name="Values">All of them, in the order in which they were recorded.</param>
/// <param name="Names">Those that can be read.</param>
/// <param name="Known">What else is said.</param>
internal sealed record EntryRead(ListedEntry Entry, IReadOnlyList<ListedValue> Values, IReadOnlyList<EntryName> Names, Particulars Known)
{
    /// <summary>Keys of the labels of the values.</summary>
    public HashSet<long> Labels => [.. Values.Select(value => value.CurrentLabel)];

    /// <summary>The entry from its values.</summary>
    public static EntryRead Of(IReadOnlyList<ListedValue> values)
    {
        List<EntryName> names = [];
        var gathered = new Gathered();
        foreach (var value in values)
        {
            var property = LoadLists.Properties[value.Property];
            if (property is not ("name" or "alias" or "weak_alias")) gathered.Add(property, value.ValueText);
            else if (EntryName.Read(value.ValueText, value.Original) is Outcome<PreparedName>.Done { Value: var name }) names.Add(new EntryName(name, property == "weak_alias"));
        }
        return new EntryRead(new ListedEntry(values[0].EntryKey, values[0].Entity), values, names, gathered.Asked("", "").Particulars());
    }

    /// <summary>The names besides those that an index has; null where it has one that is not said any more, or would be met in another order than here.</summary>
    public IReadOnlyList<EntryName>? Besides(IReadOnlyList<EntryName> had)
    {
        var besides = Names.ToList();
        foreach (var name in had)
        {
            if (besides.FindIndex(name.Is) is >= 0 and var at) besides.RemoveAt(at);
            else return null;
        }
        // Of two names that are alike the first is the one that was met, and it may be the weak one.
        var isInOrder = had.Concat(besides).Select((name, n) => name.Is(Names[n])).All(same => same);
        return isInOrder || !Names.Any(name => name.IsWeak) ? besides : null;
    }
}
