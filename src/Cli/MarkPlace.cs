using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Safeguards;

namespace Plumbline.Cli;

/// <summary>An item, and where in its text the words stand that were typed.</summary>
internal sealed record MarkPlace(long Item, TextSpan? Span)
{
    /// <summary>Finds the words; the first place counts.</summary>
    public static async Task<Outcome<MarkPlace>> Find(Desk desk, Visitor visitor, string item, string? words, CancellationToken ct)
    {
        var read = desk.Home.Ids.ReadKey(item, PublicKind.Item);
        if (read is not Outcome<long>.Done { Value: var key }) return read.Why;
        if (words is null) return new MarkPlace(key, null);
        var shown = await desk.Items.Run(visitor, key, ct);
        if (shown is not Outcome<ItemView>.Done { Value: var view }) return shown.Why;
        return view.Item.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at
            ? new MarkPlace(key, new TextSpan(at, at + words.Length))
            : new Refusal("mark.words-not-there", "Those words are not in the item's text.");
    }
}
