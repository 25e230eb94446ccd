using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>A clearing just made: what the letter says. The code is told once; the register keeps only its hash.</summary>
/// <param name="Person">As the person gave the name.</param>
/// <param name="Watchlist">The list of the entry; which entry it is, the letter does not say.</param>
public sealed record ClearanceLetter(string Code, string Person, IReadOnlyList<string> Births, IReadOnlyList<string> Documents, string Watchlist, DateTimeOffset Issued, DateTimeOffset Expires);

/// <summary>What a code stands for, without whom.</summary>
public sealed record ClearanceCheck(bool Holds, string Watchlist, DateTimeOffset Issued, DateTimeOffset Expires);

/// <summary>Clears a namesake whom two officers found different, so that the same stop does not come again; and answers whoever is shown a letter.</summary>
/// <remarks>Kept are keyed hashes of what tells the person apart, bound to one entry: nobody can list who was cleared, and nobody is found by it who does not come with the same particulars.</remarks>
public sealed class ClearNamesake(Gate gate, ClearingKey clearing, TimeProvider clock)
{
    private const int LongestMonths = 36;

    /// <summary>Clears the person of a candidate.</summary>
    /// <param name="months">How long it holds, 1 to 36; the letter is renewed by clearing again.</param>
    public async Task<Outcome<ClearanceLetter>> Issue(Visitor visitor, long candidate, int months, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ClearNamesake, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new CandidateRows(reader).Of(candidate, ct) is not { } row) return await gate.Refuse(reader, Actions.ClearNamesake, ViewCandidates.NoSuch, ct);
        var person = KeptForm.Read<PersonAsked>(row.Asked);
        var hashes = clearing.Of(person, row.List, row.EntryKey);
        Refusal? why = months is < 1 or > LongestMonths ? new("namesake.months", $"A clearing holds 1 to {LongestMonths} months.")
            : row is not { State: "settled", Outcome: "different" } ? new("namesake.not-different", "Two officers must have found that this is another person.")
            : hashes.Count == 0 ? new("namesake.needs-discriminator", "Nothing tells the person apart: screen again with a document's number or the full birth date. 1 January and 1 July do not count.") : null;
        if (why is not null) return await gate.Refuse(reader, Actions.ClearNamesake, why, ct);
        var (code, codeHash) = clearing.NewCode();
        var issued = clock.GetUtcNow();
        var expires = issued.AddMonths(months);
        return await gate.Perform(reader, Actions.ClearNamesake, async writer =>
        {
            var key = await new CandidateRecords(writer, clock.Micros()).Clear(candidate, row.List, row.EntryKey, codeHash, hashes, expires.ToMicros(), visitor.Officer, ct);
            return new Written<ClearanceLetter>(new ClearanceLetter(code, person.Name, person.Births, person.Documents, row.WatchlistName, issued, expires), $"cleared:{key},candidate:{candidate}", 1, $"{months} months");
        }, ct);
    }

    /// <summary>Whether a letter's code holds; says nothing of whom it clears.</summary>
    public async Task<Outcome<ClearanceCheck>> Verify(Visitor visitor, string code, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.VerifyClearing, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ClearedRows(reader).Coded(clearing.OfCode(code), ct) is not { } row) return await gate.Refuse(reader, Actions.VerifyClearing, NoSuch, ct);
        await gate.Record(reader, Actions.VerifyClearing, $"cleared:{row.Key}", 1, "", ct);
        return new ClearanceCheck(row.HoldsAt(clock.Micros()), row.List, Clock.FromMicros(row.IssuedAt), Clock.FromMicros(row.ExpiresAt));
    }

    /// <summary>Takes a clearing back, by the letter's code.</summary>
    public async Task<Outcome<long>> Withdraw(Visitor visitor, string code, string reason, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ClearNamesake, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var row = await new ClearedRows(reader).Coded(clearing.OfCode(code), ct);
        var why = row is null ? NoSuch : reason.Trim().Length is < 5 or > 400 ? new Refusal("namesake.needs-reason", "Say why, in 5 to 400 characters.") : null;
        if (why is not null) return await gate.Refuse(reader, Actions.ClearNamesake, why, ct);
        return await gate.Perform(reader, Actions.ClearNamesake, async writer => await new CandidateRecords(writer, clock.Micros()).Withdraw(row!.Key, reason.Trim(), visitor.Officer, ct)
            ? new Written<long>(row.Key, $"cleared:{row.Key}", 1, reason.Trim()) : new Written<long>(NoSuch), ct);
    }

    private static Refusal NoSuch { get; } = new("namesake.unknown", "There is no letter with this code: it was mistyped, or it is none of ours.");
}
