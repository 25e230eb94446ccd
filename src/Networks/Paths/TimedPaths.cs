namespace Plumbline.Networks.Paths;

/// <summary>A contact at a time.</summary>
/// <param name="From">One end, in [0, n).</param>
/// <param name="To">The other.</param>
/// <param name="Time">When, in any unit that grows.</param>
public readonly record struct TimedContact(int From, int To, long Time);

/// <summary>Paths along which something could have passed from hand to hand: each contact is no earlier than the one before.</summary>
public static class TimedPaths
{
    /// <summary>The path that arrives first; of those that arrive together, the first found in the order of the contacts.</summary>
    /// <param name="vertices">n.</param>
    /// <param name="contacts">In any order.</param>
    /// <param name="directed">Whether a contact passes things from its first end only.</param>
    /// <param name="from">Who has it.</param>
    /// <param name="to">Who may get it.</param>
    /// <param name="since">Contacts before this time do not count.</param>
    /// <param name="wait">How much time must lie between two contacts of the path; 0: they may fall together.</param>
    /// <param name="ct">Checked every 4,096 contacts.</param>
    /// <returns>Indexes of the contacts, in order; empty where the ends are one; null where there is no such path.</returns>
    /// <remarks>One pass in the order of time; contacts of one time are repeated until nothing changes. Wu et al., "Path problems in temporal graphs", VLDB 2014.</remarks>
    public static int[]? Earliest(int vertices, ReadOnlySpan<TimedContact> contacts, bool directed, int from, int to, long since, long wait, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wait);
        if (from == to) return [];
        var order = new int[contacts.Length];
        var times = new long[contacts.Length];
        for (var at = 0; at < order.Length; at++) (order[at], times[at]) = (at, contacts[at].Time);
        Array.Sort(order, (one, other) => times[one] != times[other] ? times[one].CompareTo(times[other]) : one.CompareTo(other));
        var (ready, by) = (new long[vertices], new int[vertices]);   // from when a vertex can pass it on, and by which contact it came
        Array.Fill(ready, long.MaxValue);
        Array.Fill(by, -1);
        ready[from] = long.MinValue;
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end < order.Length && times[order[end]] == times[order[start]]) end++;
            for (var changed = times[order[start]] >= since; changed;)
            {
                changed = false;
                for (var at = start; at < end; at++)
                {
                    if ((at & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
                    var contact = contacts[order[at]];
                    if (Pass(contact.From, contact.To, contact.Time, order[at]) || (!directed && Pass(contact.To, contact.From, contact.Time, order[at]))) changed = true;
                }
            }
            if (ready[to] != long.MaxValue) return Way(contacts);
            start = end;
        }
        return null;

        bool Pass(int one, int other, long time, int contact)
        {
            if (ready[one] > time || ready[other] != long.MaxValue) return false;
            (ready[other], by[other]) = (checked(time + wait), contact);
            return true;
        }

        int[] Way(ReadOnlySpan<TimedContact> all)
        {
            var way = new List<int>();
            for (var vertex = to; vertex != from;)
            {
                way.Add(by[vertex]);
                var contact = all[by[vertex]];
                vertex = contact.To == vertex ? contact.From : contact.To;
            }
            way.Reverse();
            return [.. way];
        }
    }
}
