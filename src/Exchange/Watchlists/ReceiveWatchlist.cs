using System.Globalization;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Exchange.Watchlists;

/// <summary>What was taken in of another unit's watchlist.</summary>
/// <param name="List">The list on which a watchlist can stand here.</param>
/// <param name="Entries">What became of the entries; null where none travel.</param>
public sealed record ReceivedWatchlist(string Name, string List, long Clearings, ImportedList? Entries, IReadOnlyList<string> Lost);

/// <summary>Takes in a watchlist of a unit that holds the same key: its clearings in the place of those it sent before, and its own entries as an imported list, which nobody is screened against until two officers put it to use.</summary>
public sealed class ReceiveWatchlist(Gate gate, ImportList import, ClearingKey clearing, TimeProvider clock)
{
    /// <summary>The largest file that is taken in.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Takes a file in.</summary>
    public async Task<Outcome<ReceivedWatchlist>> Run(Visitor visitor, byte[] file, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReceiveWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (file.Length > MostBytes) return await gate.Refuse(reader, Actions.ReceiveWatchlist, new("file.too-large", $"A watchlist of at most {MostBytes >> 20} MiB is taken in."), ct);
        var read = SealedWatchlist.Open(file, clearing.Shared.Key);
        if (read is not Outcome<(SharedWatchlist List, string Share, byte[] Key)>.Done { Value: var (shared, share, _) }) return await gate.Refuse(reader, Actions.ReceiveWatchlist, read.Why, ct);
        var taken = await gate.Perform(reader, Actions.ReceiveWatchlist, async writer =>
            await new CandidateRecords(writer, clock.Micros()).Receive(share, shared.List, shared.Header.At.ToMicros(), [.. shared.Clearings.Select(one => (one.Hash, one.Expires.ToMicros()))], visitor.Officer, ct)
                ? new Written<long>(shared.Clearings.Count, "", shared.Clearings.Count, $"{shared.List}: {shared.Clearings.Count} clearings of {shared.Header.Unit}, key {share}")
                : new Written<long>(new Refusal("share.older", "This file, or a newer one of the same unit and list, is in already.")), ct);
        if (taken is Outcome<long>.Refused { Reason: var why }) return why;
        ImportedList? entries = null;
        if (shared is { Own: true, Entries.Count: > 0 })
        {
            var set = ListFormats.Sort([ListFile.Of("shared-list.json", AsList(shared))])[0].Set;
            if (set is not Outcome<ListSet>.Done { Value: var sorted }) return set.Why;
            var imported = await import.Run(visitor, ReceivedList.Of(sorted), lossesAccepted: "A file of another unit replaces what it sent before", ct);
            if (imported is not Outcome<ImportedList>.Done { Value: var done }) return imported.Why;
            entries = done;
        }
        return new ReceivedWatchlist(shared.Name, shared.List, shared.Clearings.Count, entries, shared.Header.Loss.Format);
    }

    private static byte[] AsList(SharedWatchlist shared) => JsonSerializer.SerializeToUtf8Bytes(new Lists.Shared.SharedList(Lists.Shared.SharedListReader.Form, shared.Header.Unit, shared.List,
        shared.Header.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), [.. shared.Entries.Select(entry => new Lists.Shared.SharedListEntry(entry.Key, entry.Instruction, entry.Expires, [.. entry.Values.Select(value => new Lists.Shared.SharedListValue(value.Property, value.Text))]))]), Lists.Shared.SharedListReader.Json);
}
