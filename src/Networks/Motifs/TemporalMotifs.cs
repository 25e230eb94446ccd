using Plumbline.Networks.Chance;
using Plumbline.Networks.Measures;

namespace Plumbline.Networks.Motifs;

/// <summary>A contact: who turned to whom, and when.</summary>
public readonly record struct Contact(int From, int To, double At);

/// <summary>How often three contacts among two or three vertices follow each other in each of 36 patterns within a span of time.</summary>
/// <param name="Count">By pattern; how patterns are called is in <see cref="Names"/>.</param>
public sealed record TemporalMotifs(long[] Count)
{
    // The six ways between three vertices a, b, c; a way's number in the pattern depends on who came first.
    private static readonly string[] Ways = ["ab", "ba", "ac", "ca", "bc", "cb"];

    /// <summary>The patterns by the letters of who turns to whom; whoever is met first is a, then b, then c.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. from second in Ways from third in Ways where Fits(second, third) select $"ab {second} {third}",
    ];

    /// <summary>Counts all patterns.</summary>
    /// <param name="contacts">In any order; those of a vertex with itself are left out. Of contacts at the same time the one that stands first comes first.</param>
    /// <param name="span">The first and the third are at most so far apart; not negative.</param>
    /// <param name="ct">Checked at every pair and every three.</param>
    /// <remarks>
    /// Time in proportion to the contacts of all pairs and of all connected threes together. Paranjape, Benson and Leskovec, "Motifs in temporal networks", WSDM 2017, algorithm 1.
    /// </remarks>
    public static TemporalMotifs Of(ReadOnlySpan<Contact> contacts, double span, CancellationToken ct)
    {
        if (!(span >= 0)) throw new ArgumentOutOfRangeException(nameof(span), span, "A span of time is not negative.");
        var book = ContactBook.Of(contacts);
        var counter = new SequenceCounter(span);
        foreach (var (one, other) in book.Pairs)
        {
            ct.ThrowIfCancellationRequested();
            counter.Pair(book.Of(one, other));
        }
        foreach (var (a, b, c) in book.Threes())
        {
            ct.ThrowIfCancellationRequested();
            counter.Three(book, a, b, c);
        }
        return new(counter.Counts);
    }

    /// <summary>The same with the times dealt anew among the contacts, several times: what chance gives when who turns to whom, and when anything happens, stay as they are.</summary>
    /// <returns>By deal the counts.</returns>
    public static IReadOnlyList<TemporalMotifs> Shuffled(Contact[] contacts, double span, int deals, ulong seed, Effort effort, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deals);
        var counts = new TemporalMotifs[deals];
        Chunks.Run(deals, effort, deal =>
        {
            var chance = SeededChance.Of(seed, (ulong)deal);
            int[] order = [.. Enumerable.Range(0, contacts.Length)];
            chance.Shuffle(order);
            Contact[] dealt = [.. contacts.Select((contact, at) => contact with { At = contacts[order[at]].At })];
            counts[deal] = Of(dealt, span, ct);
        }, ct);
        return counts;
    }

    internal static int Pattern(int first, int second, int third) => Number[(first * 36) + (second * 6) + third];

    private static readonly int[] Number = Numbered();

    private static bool Fits(string second, string third) => second is "ab" or "ba"
        ? third is "ab" or "ba" or "ac" or "ca" or "bc" or "cb"
        : second is "ac" or "ca" or "bc" or "cb";

    private static int[] Numbered()
    {
        var numbers = new int[216];
        var names = Names.ToList();
        for (var code = 0; code < 216; code++)
        {
            var letters = new Dictionary<char, char>();
            var text = string.Join(' ', new[] { code / 36, code / 6 % 6, code % 6 }.Select(way => string.Concat(Ways[way].Select(Letter))));
            numbers[code] = names.IndexOf(text);

            char Letter(char old)
            {
                if (!letters.TryGetValue(old, out var letter)) letters[old] = letter = (char)('a' + letters.Count);
                return letter;
            }
        }
        return numbers;
    }
}
