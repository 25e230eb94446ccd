namespace Plumbline.Networks.Motifs;

/// <summary>Contacts by the pair that they join, each in the order of time.</summary>
internal sealed class ContactBook
{
    private readonly Dictionary<(int One, int Other), List<TimedWay>> byPair = [];
    private readonly SortedDictionary<int, SortedSet<int>> neighbours = [];

    /// <summary>Pairs with a contact, the smaller number first, in rising order.</summary>
    public IEnumerable<(int One, int Other)> Pairs => neighbours.SelectMany(row => row.Value.Where(other => other > row.Key).Select(other => (row.Key, other)));

    public static ContactBook Of(ReadOnlySpan<Contact> contacts)
    {
        var order = new int[contacts.Length];
        var times = new double[contacts.Length];
        for (var at = 0; at < order.Length; at++) (order[at], times[at]) = (at, contacts[at].At);
        Array.Sort(order, (one, other) => times[one] != times[other] ? times[one].CompareTo(times[other]) : one.CompareTo(other));
        var book = new ContactBook();
        for (var place = 0; place < order.Length; place++)
        {
            var contact = contacts[order[place]];
            if (contact.From == contact.To) continue;
            var pair = (Math.Min(contact.From, contact.To), Math.Max(contact.From, contact.To));
            if (!book.byPair.TryGetValue(pair, out var list)) book.byPair[pair] = list = [];
            list.Add(new(contact.At, place, contact.From < contact.To));
            book.Tie(contact.From, contact.To);
            book.Tie(contact.To, contact.From);
        }
        return book;
    }

    public List<TimedWay> Of(int one, int other) => byPair.TryGetValue((one, other), out var list) ? list : [];

    /// <summary>All threes that at least two pairs hold together, each once, by rising number.</summary>
    public IEnumerable<(int A, int B, int C)> Threes()
    {
        foreach (var (middle, row) in neighbours)
        {
            int[] around = [.. row];
            for (var one = 0; one < around.Length; one++)
                for (var other = one + 1; other < around.Length; other++)
                {
                    var (a, c) = (around[one], around[other]);
                    // A triangle is met from each of its corners: only the smallest counts.
                    if (byPair.ContainsKey((a, c)) && middle > a) continue;
                    int[] three = [a, middle, c];
                    Array.Sort(three);
                    yield return (three[0], three[1], three[2]);
                }
        }
    }

    private void Tie(int one, int other)
    {
        if (!neighbours.TryGetValue(one, out var row)) neighbours[one] = row = [];
        row.Add(other);
    }

    /// <param name="At">When.</param>
    /// <param name="Place">Its place among all contacts in the order of time.</param>
    /// <param name="IsUp">Whether the smaller number turns to the greater.</param>
    internal readonly record struct TimedWay(double At, int Place, bool IsUp);
}
