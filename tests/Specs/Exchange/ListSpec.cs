using System.Text;
using Plumbline.Core;
using Plumbline.Exchange.Lists;

namespace Plumbline.Specs.Exchange;

/// <summary>Words for specs that read lists.</summary>
public abstract class ListSpec
{
    internal sealed record Taken(ListReading Reading, IReadOnlyList<ListEntry> Entries, IReadOnlyList<Reject> Rejects)
    {
        public ListEntry Only => Assert.Single(Entries);
    }

    internal static ListFile Text(string name, string text) => ListFile.Of(name, Encoding.UTF8.GetBytes(text));

    internal static Taken Read(params ListFile[] files) => Read(ListLimits.Default, files);

    internal static Taken Read(ListLimits limits, params ListFile[] files) =>
        Assert.Single(ListFormats.Sort(files, limits)).Set switch
        {
            Outcome<ListSet>.Done done => Take(done.Value.Read(limits, TestContext.Current.CancellationToken)),
            Outcome<ListSet>.Refused refused => throw new InvalidOperationException(refused.Why.Detail),
            _ => throw new InvalidOperationException(),
        };

    internal static Refusal Refused(params ListFile[] files) => Assert.IsType<Outcome<ListSet>.Refused>(Assert.Single(ListFormats.Sort(files)).Set).Why;

    internal static Taken Take(ListReading reading)
    {
        var (entries, rejects) = (new List<ListEntry>(), new List<Reject>());
        foreach (var row in reading.Rows())
        {
            if (row is ListRow.Read read) entries.Add(read.Entry);
            else if (row is ListRow.Refused refused) rejects.Add(refused.Reject);
        }

        return new Taken(reading, entries, rejects);
    }

    internal static string[] Values(ListEntry entry, string property) => [.. entry.Values.Where(value => value.Property == property).Select(value => value.Text)];

    internal static ListValue Value(ListEntry entry, string property) => Assert.Single(entry.Values, value => value.Property == property);
}
