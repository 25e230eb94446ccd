using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>A nomination with what it rests on and what was done about it.</summary>
/// <param name="Person">What the register says of the person, as far as the reader sees it; null where it is hidden by now.</param>
/// <param name="State">The row's state, or <c>expired</c>.</param>
/// <param name="Short">What falls short of the standard today; null when it is met.</param>
public sealed record NominationView(NominationRow Row, Label Label, PersonAsked? Person, string State, IReadOnlyList<ItemRow> Items, IReadOnlyList<NominationStep> Steps, Refusal? Short);

/// <summary>Shows own entries, those that ended included: what stood on a list stays to be answered for.</summary>
public sealed class ViewNominations(Gate gate, Labels labels, Home home, TimeProvider clock)
{
    /// <summary>How many are shown; the page says so where there are as many.</summary>
    public const int Most = 200;

    /// <summary>All that the reader sees; what waits for a second officer first.</summary>
    public async Task<Outcome<IReadOnlyList<NominationView>>> All(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadWatchlists, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new NominationRows(reader);
        var found = await rows.All(Most, ct);
        long[] keys = [.. found.Select(row => row.Key)];
        var (items, steps) = ((await rows.Items(keys, ct)).ToLookup(one => one.Nomination, one => one.Item), (await rows.Steps(keys, ct)).ToLookup(step => step.Nomination));
        var bases = await NominationBasis.Of(reader, [.. found.Select(row => (row.Person, (IReadOnlyCollection<long>)[.. items[row.Key]]))], home.Ids, ct);
        List<NominationView> views = [];
        foreach (var (row, basis) in found.Zip(bases))
        {
            var isExpired = row.State is "approved" or "renewing" && !row.IsInForce(clock.Today());
            var falls = row.State is "declined" or "removed" ? null : basis is null ? Nominate.NoSuch : basis.WhyNot(clock.Today());
            views.Add(new NominationView(row, await labels.Of(row.CurrentLabel, ct), basis?.Person, isExpired && row.State == "approved" ? "expired" : row.State, basis?.Items ?? [], [.. steps[row.Key]], falls));
        }
        await gate.Record(reader, Actions.ReadWatchlists, string.Join(',', keys.Select(key => $"nomination:{key}")), views.Count, "nominations", ct);
        return new Outcome<IReadOnlyList<NominationView>>.Done(views);
    }
}
