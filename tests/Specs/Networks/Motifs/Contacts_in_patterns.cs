using CsCheck;
using Plumbline.Networks.Measures;
using Plumbline.Networks.Motifs;

namespace Plumbline.Specs.Networks.Motifs;

public sealed class Contacts_in_patterns
{
    [Fact]
    public void Are_36() => Assert.Equal(36, TemporalMotifs.Names.Distinct().Count());

    [Fact]
    public void Are_counted_as_by_looking_at_every_three_contacts() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 12]).Array[0, 18], Gen.Int[0, 8]).Sample((rows, span) =>
        {
            Contact[] contacts = [.. rows.Select(row => new Contact(row.Item1, row.Item2, row.Item3))];
            var found = TemporalMotifs.Of(contacts, span, default);
            var slow = TemporalMotifs.Names.ToDictionary(name => name, _ => 0L);
            var sorted = contacts.Select((contact, at) => (contact, at)).Where(one => one.contact.From != one.contact.To).OrderBy(one => one.contact.At).ThenBy(one => one.at).Select(one => one.contact).ToArray();
            for (var a = 0; a < sorted.Length; a++)
                for (var b = a + 1; b < sorted.Length; b++)
                    for (var c = b + 1; c < sorted.Length; c++)
                    {
                        if (sorted[c].At - sorted[a].At > span) continue;
                        var letters = new List<int>();
                        var name = string.Join(' ', new[] { sorted[a], sorted[b], sorted[c] }.Select(contact => $"{Letter(contact.From)}{Letter(contact.To)}"));
                        // Whatever needs three letters or fewer must have a pattern of that name.
                        if (letters.Count <= 3) slow[name]++;

                        char Letter(int vertex)
                        {
                            if (!letters.Contains(vertex)) letters.Add(vertex);
                            return (char)('a' + letters.IndexOf(vertex));
                        }
                    }
            Assert.Equal(slow.Values, found.Count);
        }, iter: 300);

    [Fact]
    public void Stand_out_against_times_dealt_anew()
    {
        // Ten reports up a chain within an hour each, days apart: chance would hardly order them so.
        Contact[] contacts = [.. Enumerable.Range(0, 10).SelectMany(day => Enumerable.Range(0, 3).Select(step => new Contact((4 * day) + step, (4 * day) + step + 1, (24.0 * day) + (0.2 * step))))];
        Contact[] triangles = [.. Enumerable.Range(0, 10).SelectMany(day => new[] { new Contact(3 * day, (3 * day) + 1, 24.0 * day), new Contact((3 * day) + 1, (3 * day) + 2, (24.0 * day) + 0.2), new Contact((3 * day) + 2, 3 * day, (24.0 * day) + 0.4) })];
        var pattern = TemporalMotifs.Names.ToList().IndexOf("ab bc ca");
        Assert.Equal(0, TemporalMotifs.Of(contacts, 1, default).Count[pattern]);
        Assert.Equal(10, TemporalMotifs.Of(triangles, 1, default).Count[pattern]);
        var dealt = TemporalMotifs.Shuffled(triangles, 1, 30, 4, new(2), default);
        Assert.True(dealt.Average(one => one.Count[pattern]) < 1);
        Assert.Equal(dealt.Select(one => one.Count[pattern]), TemporalMotifs.Shuffled(triangles, 1, 30, 4, Effort.Single, default).Select(one => one.Count[pattern]));
    }
}
