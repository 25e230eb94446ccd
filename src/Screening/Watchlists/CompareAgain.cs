using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>Compares a candidate again whose entry, or whose person, is no longer what it was: an officer does so, and it stands in the queue anew. What stood there before is kept.</summary>
public sealed class CompareAgain(Gate gate, Labels labels, LoadLists lists, Home home, TimeProvider clock)
{
    /// <summary>Compares it as the entry and the person are now.</summary>
    public async Task<Outcome<long>> Run(Visitor visitor, long candidate, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ProposeCandidate, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new CandidateRows(reader).Of(candidate, ct) is not { } row) return await gate.Refuse(reader, Actions.ProposeCandidate, ViewCandidates.NoSuch, ct);
        if (row.SinceThen is not ("changed" or "person")) return await gate.Refuse(reader, Actions.ProposeCandidate, new("candidate.unchanged", "Neither the entry nor the person has changed since: there is nothing to compare again."), ct);
        if (row.HeldBy is { } holder && holder != visitor.Officer && row.HeldUntil > clock.Micros()) return await gate.Refuse(reader, Actions.ProposeCandidate, SettleCandidate.Held, ct);
        var person = row.Subject is { } subject ? (await new WholePersons(reader, home.Ids).Of([subject], ct)).FirstOrDefault() : null;
        var asked = person?.Asked ?? KeptForm.Read<PersonAsked>(row.Asked);
        var list = await lists.Of(reader, row.List, ct);
        if (list.Find(row.EntryKey) is not { } entry || PreparedNames.Of(asked) is not Outcome<IReadOnlyList<PreparedName>>.Done { Value: var names } || new SuggestEntries(list, Screener.DefaultThreshold).Against(names, asked.Particulars(), entry) is not { } found)
            return await gate.Refuse(reader, Actions.ProposeCandidate, new("candidate.delisted", "The entry is not on the list any more, as far as you may see: say what you found of it as it was."), ct);
        var next = new NewCandidate(row.RowNumber, row.Watchlist, row.EntryKey, row.Entity, KeptForm.Write(asked), KeptForm.Write(found.Reasons), (long)MathF.Round(found.Score * 1000), KeptForm.Word(found.Verdict), row.Script);
        var reason = $"{row.Verdict} {row.Score} → {next.Verdict} {next.Score}";
        return await gate.Perform(reader, Actions.ProposeCandidate, async writer =>
        {
            // What is told of it now may be held more strictly than what was told before.
            var label = await labels.Intern(writer, await labels.Union([row.CurrentLabel, .. person?.Labels ?? [], .. list.LabelsOf(row.EntryKey)], ct), ct);
            var replaced = KeptForm.Write(new { row.Asked, row.Reasons, row.Score, row.Verdict, row.Engine, row.ComparedAt });
            if (!await new CandidateRecords(writer, clock.Micros()).CompareAgain(row, next with { Label = label }, NameMatcher.Version, replaced, reason, visitor.Officer, ct)) return new Written<long>(SettleCandidate.Moved);
            // It is told apart anew: the number that it made is taken back.
            if (row.State == "settled") await SettleCandidate.Count(new WatchlistRecords(writer, clock.Micros()), row, row.Outcome!, -1, ct);
            return new Written<long>(candidate, $"candidate:{candidate},entity:{row.Entity}", 1, $"compared again: {reason}");
        }, ct);
    }
}
