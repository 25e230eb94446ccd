using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Exchange.Export;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Exchange.Watchlists;

/// <summary>Gives a watchlist with the clearings against it to a unit that holds the same key. Says what does not travel.</summary>
public sealed partial class ExportWatchlist(Gate gate, Labels labels, Home home, ClearingKey clearing, TimeProvider clock)
{
    /// <summary>Makes the sealed file.</summary>
    /// <param name="share">Name or id of the shared key.</param>
    /// <param name="reason">What it is for; kept in the log.</param>
    public async Task<Outcome<ExportedFile>> Run(Visitor visitor, long watchlist, string share, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ExportWatchlist, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var row = (await new WatchlistRows(reader).All(clock.Today(), ct)).FirstOrDefault(one => one.Key == watchlist);
        var key = clearing.Shared.Key(share);
        Refusal? why = row is null ? new("watchlist.unknown", "There is no such watchlist.")
            : row.State != "active" ? new("watchlist.not-in-use", "Only a watchlist in use is given to another unit.")
            : string.IsNullOrWhiteSpace(reason) ? ExportEntity.NeedsReason
            : key is null ? new("share.none", "There is no such shared key: make one with “watchlist key”, or take in the other unit's.") : null;
        if (why is not null) return await gate.Refuse(reader, Actions.ExportWatchlist, why, ct);
        var id = SharedKeys.IdOf(key!);
        var list = row!.IsOwn ? $"shared:{id}:{Signs().Replace(row.Name.ToLowerInvariant(), "-").Trim('-')}" : row.List;
        var (entries, kept, label) = row.IsOwn ? await Entries(reader, row, ct) : ([], [], Label.None);
        var clearings = (await new ClearedRows(reader).Holding(row.List, clock.Micros(), ct))
            .SelectMany(one => ClearingKey.Under(key!, KeptForm.Read<PersonAsked>(one.Asked), list, one.EntryKey).Select(hash => new SharedClearing(hash, Clock.FromMicros(one.ExpiresAt))))
            // Who was cleared twice is there once, as long as the longer holds.
            .GroupBy(one => one.Hash, StringComparer.Ordinal).Select(same => same.MaxBy(one => one.Expires)!).ToList();
        var header = await new ExportHeaders(gate, home, clock).For(reader, "watchlist", reason, label, new LossNote(ReleaseRules.Count(kept), [.. WatchlistLoss.Of(row.IsOwn).Select(WatchlistLoss.Words)]), ct);
        var bytes = SealedWatchlist.Seal(new SharedWatchlist(header, row.Name, list, row.IsOwn, row.LegalBasis, row.Instruction, entries, clearings), key!, id);
        var file = new ExportedFile($"plumbline-{home.Ids.Show(PublicKind.Watchlist, watchlist)}.shared.json", "application/json", bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), header.Loss);
        await gate.Record(reader, Actions.ExportWatchlist, $"watchlist:{watchlist}", entries.Count + clearings.Count, $"sha256 {file.Sha256}, {entries.Count} entries, {clearings.Count} clearings, key {id}: {reason}", ct);
        return file;
    }

    private async Task<(List<SharedEntry> Entries, List<string> Kept, Label Label)> Entries(Reader reader, WatchlistRow row, CancellationToken ct)
    {
        var today = DateOnly.FromDayNumber(clock.Today());
        List<SharedEntry> entries = [];
        List<string> kept = [];
        List<long> used = [];
        foreach (var one in (await new NominationRows(reader).All(int.MaxValue, ct)).Where(one => one.Watchlist == row.Key && one.IsInForce(clock.Today())))
        {
            List<SharedValue> values = [];
            foreach (var value in (await new RegisterPersons(reader).Values([one.Person], LoadLists.Keys, ct)).Where(value => value.Until is null))
            {
                var rule = ReleaseRules.WhyNot(await labels.Of(value.CurrentLabel, ct), today) ?? (CustodyRule.Bars(value.Custody, value.CustodyLawyer, value.CustodyComplaint, value.CustodyClearedBy) is null ? null : "custody");
                if (rule is not null) kept.Add(rule);
                else
                {
                    values.Add(new SharedValue(LoadLists.Properties[value.Property], value.ValueText));
                    used.Add(value.CurrentLabel);
                }
            }
            // Without its name it would stop everybody or nobody.
            if (values.Any(value => value.Property == "name")) entries.Add(new SharedEntry(one.EntryKey, one.Instruction, DateOnly.FromDayNumber((int)one.ExpiresDay), [.. values.Distinct()]));
        }
        return (entries, kept, await labels.Union(used, ct));
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Signs();
}
