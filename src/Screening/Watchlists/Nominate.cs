using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Screening.Watchlists;

/// <summary>A nomination to enter: whom, for which own list, on which items, and the four questions of every intrusive measure.</summary>
/// <param name="Conduct">What the person did or prepares; never who the person is.</param>
/// <param name="Until">The day after which the entry ends by itself, at most twelve months from now.</param>
public sealed record NominationForm(long Watchlist, long Person, IReadOnlyCollection<long> Items, string Conduct, string Proportionate, string Lawful, string Accountable, string Necessary, string Instruction, string Until);

/// <summary>Puts a person of the register on an own list, under the standard: one officer nominates, another approves, and a day ends it.</summary>
public sealed class Nominate(Gate gate, Labels labels, Home home, TimeProvider clock)
{
    /// <summary>The longest time for which anybody stands on an own list.</summary>
    private const int LongestMonths = 12;

    internal static Refusal NoSuch { get; } = new("nomination.unknown", "There is no such nomination.");

    private static Refusal Moved { get; } = new("nomination.moved", "It stands elsewhere by now: a colleague was faster. Open it again.");

    private static Refusal DayWhy { get; } = new("nomination.until", "State the day on which it ends, within twelve months, such as 2027-05-31: nobody stays on a list because nobody looked.");

    /// <summary>Nominates.</summary>
    public async Task<Outcome<long>> Propose(Visitor visitor, NominationForm form, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.Nominate, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var list = (await new WatchlistRows(reader).All(clock.Today(), ct)).FirstOrDefault(row => row.Key == form.Watchlist);
        var basis = await NominationBasis.Of(reader, form.Person, form.Items, home.Ids, ct);
        Refusal? why = list is null ? KeepWatchlists.NoSuch
            : !list.IsOwn || list.State == "retired" ? new("nomination.not-own", "People are nominated for lists of the unit's own that are not out of use; an imported list is its publisher's.")
            : basis is null ? new("person.unknown", "There is no such person.")
            : Day(form.Until) is null ? DayWhy
            : form.Conduct.Trim().Length is < 20 or > 1000 ? new("nomination.conduct", "Say in 20 to 1,000 characters what the person did or prepares. Family, belief, origin, protest and journalism are no conduct.")
            : new[] { form.Proportionate, form.Lawful, form.Accountable, form.Necessary }.Any(text => text.Trim().Length is < 10 or > 400) ? new("nomination.plan", "Answer the four questions, each in 10 to 400 characters: proportionate, lawful, accountable, necessary.")
            : form.Instruction.Trim().Length is < 10 or > 400 ? new("watchlist.instruction", "Say in 10 to 400 characters what an officer does who meets somebody of it.")
            : basis.WhyNot(clock.Today());
        if (why is not null) return await gate.Refuse(reader, Actions.Nominate, why, ct);
        return await gate.Perform(reader, Actions.Nominate, async writer =>
        {
            // It is under the label of all that it rests on, and of the case in which it was made.
            var own = reader.Standing.Case is { } working && Label.Create(new LabelDraft { Cases = [working] }) is Outcome<Label>.Done { Value: var inCase } ? inCase : Label.None;
            var label = await labels.Intern(writer, Label.Combine([own, await labels.Union(basis!.Items.Select(item => item.CurrentLabel), ct)]), ct);
            var made = await new NominationRecords(writer, clock.Micros()).Add(new NewNomination(list!.Key, list.List, form.Person, form.Conduct.Trim(), form.Proportionate.Trim(), form.Lawful.Trim(), form.Accountable.Trim(), form.Necessary.Trim(),
                form.Instruction.Trim(), Day(form.Until)!.Value, label), form.Items, key => home.Ids.Show(PublicKind.Nomination, key), form.Conduct.Trim(), visitor.Officer, ct);
            return made is { } key ? new Written<long>(key, $"nomination:{key},entity:{form.Person}", 1, $"{list.Name}, until {form.Until.Trim()}: {form.Conduct.Trim()}")
                : new Written<long>(new Refusal("nomination.there", "The person stands on this list already, or waits for a second officer."));
        }, ct);
    }

    /// <summary>Approves a nomination or its renewal; another officer than the one who asked for it.</summary>
    public Task<Outcome<long>> Approve(Visitor visitor, long nomination, string reason, CancellationToken ct) => Change(visitor, Actions.ApproveNomination, nomination, reason, needsReason: false, ["proposed", "renewing"],
        async (row, basis, steps) => await Own(steps, visitor, ct) ?? (row.ProposedDay <= clock.Today() ? DayWhy : basis is null ? NoSuch : basis.WhyNot(clock.Today())),
        (row, records, from) => records.Move(row.Key, from, "approved", "approved", reason.Trim(), row.ProposedDay, null, visitor.Officer, ct), ct);

    /// <summary>Declines a nomination, or its renewal, which then ends on its day.</summary>
    public Task<Outcome<long>> Decline(Visitor visitor, long nomination, string reason, CancellationToken ct) => Change(visitor, Actions.ApproveNomination, nomination, reason, needsReason: true, ["proposed", "renewing"],
        (_, _, steps) => Own(steps, visitor, ct),
        (row, records, from) => records.Move(row.Key, from, from == "proposed" ? "declined" : "approved", "declined", reason.Trim(), null, null, visitor.Officer, ct), ct);

    /// <summary>Asks for another term; the standard must be met anew, and another officer approves it.</summary>
    public Task<Outcome<long>> Renew(Visitor visitor, long nomination, string until, string reason, CancellationToken ct) => Change(visitor, Actions.Nominate, nomination, reason, needsReason: true, ["approved"],
        (_, basis, _) => Task.FromResult(Day(until) is null ? DayWhy : basis is null ? NoSuch : basis.WhyNot(clock.Today())),
        (row, records, from) => records.Move(row.Key, from, "renewing", "renewed", reason.Trim(), null, Day(until), visitor.Officer, ct), ct);

    /// <summary>Takes an entry off its list at once, or a nomination back; its history stays.</summary>
    public Task<Outcome<long>> Remove(Visitor visitor, long nomination, string reason, CancellationToken ct) => Change(visitor, Actions.Nominate, nomination, reason, needsReason: true, ["proposed", "approved", "renewing"],
        (_, _, _) => Task.FromResult<Refusal?>(null),
        (row, records, from) => records.Move(row.Key, from, "removed", "removed", reason.Trim(), null, null, visitor.Officer, ct), ct);

    private async Task<Outcome<long>> Change(Visitor visitor, string action, long nomination, string reason, bool needsReason, string[] from,
        Func<NominationRow, NominationBasis?, IReadOnlyList<NominationStep>, Task<Refusal?>> whyNot, Func<NominationRow, NominationRecords, string, Task<bool>> move, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, action, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new NominationRows(reader);
        if (await rows.Of(nomination, ct) is not { } row) return await gate.Refuse(reader, action, NoSuch, ct);
        var basis = await NominationBasis.Of(reader, row.Person, [.. (await rows.Items([nomination], ct)).Select(one => one.Item)], home.Ids, ct);
        var why = !from.Contains(row.State) ? Moved
            : reason.Trim().Length > 400 || (needsReason && reason.Trim().Length < 5) ? new Refusal("nomination.needs-reason", "Say why, in 5 to 400 characters: it stays with the entry's history.")
            : await whyNot(row, basis, await rows.Steps([nomination], ct));
        if (why is not null) return await gate.Refuse(reader, action, why, ct);
        return await gate.Perform(reader, action, async writer => await move(row, new NominationRecords(writer, clock.Micros()), row.State)
            ? new Written<long>(nomination, $"nomination:{nomination},entity:{row.Person}", 1, $"{row.WatchlistName} {row.EntryKey}: {reason.Trim()}") : new Written<long>(Moved), ct);
    }

    private async Task<Refusal?> Own(IReadOnlyList<NominationStep> steps, Visitor visitor, CancellationToken ct) =>
        steps.LastOrDefault()?.GivenBy == visitor.Officer && !await gate.IsPersonal(ct) ? new Refusal("nomination.own", "You asked for this: another officer decides.") : null;

    private long? Day(string text) => PartialDate.TryParse(text, out var date) && date.IsDay && date.Earliest is var day && day > clock.Today() && day <= DateOnly.FromDayNumber(clock.Today()).AddMonths(LongestMonths).DayNumber ? day : null;
}

/// <summary>What a nomination rests on, as far as a reader sees it.</summary>
/// <param name="About">Keys of the items that say something of the person.</param>
internal sealed record NominationBasis(PersonAsked Person, IReadOnlyList<ItemRow> Items, IReadOnlySet<long> About, bool IsChild)
{
    /// <summary>What falls short of the standard; null when it is met.</summary>
    public Refusal? WhyNot(long today) => NominationStandard.WhyNot(Items, About, Person, IsChild, today);

    /// <summary>Gathers it; null where the reader knows of no such person.</summary>
    public static async Task<NominationBasis?> Of(Reader reader, long person, IReadOnlyCollection<long> items, PublicIds ids, CancellationToken ct) => (await Of(reader, [(person, items)], ids, ct))[0];

    /// <summary>Gathers it for many in as many questions as for one; in their order, null where the reader knows of no such person.</summary>
    public static async Task<IReadOnlyList<NominationBasis?>> Of(Reader reader, IReadOnlyList<(long Person, IReadOnlyCollection<long> Items)> nominated, PublicIds ids, CancellationToken ct)
    {
        long[] persons = [.. nominated.Select(one => one.Person).Distinct()];
        // Who is listed is the whole person: so are the identity that is asked for, and the age.
        var known = (await new WholePersons(reader, ids).Of(persons, ct)).ToDictionary(one => one.Entity);
        var there = (await new EntityRows(reader).Existing(persons, waiting: false, ct)).Where(row => row.Type == "person").Select(row => row.Key).ToHashSet();
        var rows = (await new ItemRows(reader).Of([.. nominated.SelectMany(one => one.Items).Distinct()], ct)).ToDictionary(row => row.Key);
        var said = (await new StatementRows(reader).From([.. rows.Keys], ct)).Where(row => row.IsLive).ToLookup(row => row.Item);
        var joined = await new IdentityRows(reader).Of(persons, ct);
        // A child in one record is a child in all that are joined with it.
        var children = (await new PersonRows(reader).Categories([.. persons.Concat(joined.Values.SelectMany(one => one.Records)).Distinct()], ct)).GroupBy(row => row.Person).Where(own => own.Last().Child == 1).Select(own => own.Key).ToHashSet();
        return [.. nominated.Select(one => known.TryGetValue(one.Person, out var person) && there.Contains(one.Person) ? Made(person, one.Items) : null)];

        NominationBasis Made(RegisteredPerson person, IReadOnlyCollection<long> items)
        {
            ItemRow[] seen = [.. items.Distinct().Where(rows.ContainsKey).Order().Select(item => rows[item])];
            var about = seen.Select(row => row.Key).Where(item => said[item].Any(row => row.Entity == person.Entity || row.Target == person.Entity)).ToHashSet();
            return new NominationBasis(person.Asked, seen, about, (joined.GetValueOrDefault(person.Entity)?.Records ?? [person.Entity]).Any(children.Contains));
        }
    }
}
