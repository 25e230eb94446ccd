using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Acceptance.Screening;

/// <summary>A list at a desk that is added to, corrected and cut at random: of invented people, whose names have parts in common. Some of it is held in a case of its own.</summary>
internal sealed class GrowingList(Desk desk, Random random)
{
    public const string Name = "Made up";

    private static readonly long Named = Property("name"), Alias = Property("alias"), Weak = Property("weak_alias"), Birth = Property("birth_date"), Passport = Property("passport"), Mother = Property("mother_name");
    // So many that few names have a part in common: of many that are alike, those that came later are looked at more closely than in an index of all.
    private static readonly string[] Given = ["Torvek", "Marwolt", "Zoltar", "Harvast", "Wissam", "Nizar", "Ferhat", "Quenlis", "Badrun", "Elmarik", "Jovhat", "Sirwan", "Ulmaz", "Pertev", "Gulzad", "Domrik", "تورفك", "ويسام", "نزار", "فرهاد", "بدران", "سيروان", "گولزاد", "ئازاد"];
    private static readonly string[] Family = ["Quandisson", "Dolmeren", "Vantreker", "Istovan", "Fouad", "Pelkin", "Rojtab", "Demircan", "Haverlund", "Murzakov", "Bertillo", "Yagnoub", "Zandari", "Okhrav", "Tesmenir", "دولمرين", "فؤاد", "زنداري", "قمحاوي", "مورزاكوف"];

    private readonly Labels labels = new(desk.Home.Store);
    private readonly Dictionary<string, HeldEntry> entries = [];
    private readonly List<(long Statement, long Entity, long Item)> said = [];
    private long item = 1_000, cases = 100;

    public static long Property(string name) => Schema.Builtin.Find("person")!.Find(name)!.Id;

    public string AnyName() => $"{Any(Given)} {Any(Given)} {Any(Family)}";

    public string AnyNumber() => $"ZN77123{random.Next(20)}";

    /// <summary>Does something to the list; says what.</summary>
    public async Task<string> Step()
    {
        switch (random.Next(10))
        {
            case < 4: return await Add(1 + random.Next(3));
            case 4 or 5: return await Say(random.Next(3) == 0);
            case 6: return await Write(Withdraw);
            case 7: return await Write(Restrict);
            case 8: return await Write(Supersede);
            default: return await Write(Delist);
        }
    }

    /// <summary>New entries.</summary>
    public Task<string> Add(int count) => Write(async writer =>
    {
        var first = await Statements(writer).Entities([.. Enumerable.Repeat("person", count)], default);
        for (var n = 0; n < count; n++)
        {
            // Keys in no order, as authorities give them.
            var entry = new HeldEntry($"made-{random.Next(1_000_000):D6}-{first + n}", first + n, ++item, "", 1);
            entries[entry.EntryKey] = entry;
            await Keep(writer, entry.Entity, entry.Item, waiting: false, [Value(Named), .. Enumerable.Range(0, random.Next(4)).Select(_ => Value())]);
            await new ListRecords(writer, 1).Hold(Name, [entry], default);
        }
        return $"{count} added";
    });

    private Task<string> Say(bool waits) => Write(async writer =>
    {
        var keys = await Keep(writer, Any(entries.Values).Entity, ++item, waits, [Value()]);
        return waits ? $"{keys} waits" : $"{keys} said";
    });

    private async Task<string> Withdraw(Writer writer)
    {
        var one = Any(said);
        // What waits is accepted, anything else taken back.
        if (await Statements(writer).Accept([one.Statement], default) > 0) return $"{one} accepted";
        await Statements(writer).Withdraw([one.Statement], "wrong", default);
        return $"{one} withdrawn";
    }

    private async Task<string> Restrict(Writer writer)
    {
        // Now and then a case that there was not before.
        var label = random.Next(3) switch { 0 => InCase(++cases), 1 => InCase(100), _ => Label.Create(new LabelDraft { Cases = [7] }) is Outcome<Label>.Done { Value: var open } ? open : Label.None };
        var one = Any(said);
        await new GradingRecords(writer, labels, 1).Restrict(one.Item, label, 1, "Held more strictly.", default);
        return $"{one} restricted to {label}";
    }

    private async Task<string> Supersede(Writer writer)
    {
        var held = Any(entries.Values);
        var values = await writer.Query<(long Property, string Text)>("select property, value_text from statement where item = @Item and withdrawn_at is null and waiting = 0 order by key", new { held.Item }, default);
        await new ListRecords(writer, 1).Withdraw(Name, [held], "superseded", 1, default);
        var next = held with { Item = ++item };
        entries[held.EntryKey] = next;
        // Often it says the same and something more, now and then something less.
        var some = random.Next(3) == 0 ? values.Skip(1) : values;
        await Keep(writer, held.Entity, next.Item, waiting: false, [.. some.Select(value => (value.Property, value.Text)), Value()]);
        await new ListRecords(writer, 1).Hold(Name, [next], default);
        return $"{held.EntryKey} superseded";
    }

    private async Task<string> Delist(Writer writer)
    {
        var held = Any(entries.Values);
        if (entries.Count > 5) entries.Remove(held.EntryKey);
        await new ListRecords(writer, 1).Withdraw(Name, [held], entries.ContainsKey(held.EntryKey) ? "superseded" : "delisted", 1, default);
        return $"{held.EntryKey} left";
    }

    private async Task<long> Keep(Writer writer, long entity, long of, bool waiting, IReadOnlyList<(long Property, string Text)> values)
    {
        var label = await labels.Intern(writer, random.Next(5) == 0 ? InCase(100) : Label.None, default);
        var first = await Statements(writer).Keep([.. values.Select(value => new NewStatement(entity, value.Property, value.Text, value.Text, of, label) { Waiting = waiting ? 1 : 0 })], default);
        for (var n = 0; n < values.Count; n++) said.Add((first + n, entity, of));
        return first;
    }

    private (long, string) Value() => Value(Any([Named, Alias, Alias, Weak, Birth, Passport, Mother]));

    private (long, string) Value(long property) => (property, property == Birth ? $"19{60 + random.Next(20)}-03-12" : property == Passport ? AnyNumber() : AnyName());

    private async Task<string> Write(Func<Writer, Task<string>> work)
    {
        await using var writer = await Writer.Begin(desk.Home.Store, default);
        var done = await work(writer);
        await writer.Commit(default);
        return done;
    }

    public static Label InCase(long number) => Label.Create(new LabelDraft { Cases = [number] }) is Outcome<Label>.Done { Value: var label } ? label : throw new InvalidOperationException();

    private static StatementRecords Statements(Writer writer) => new(writer, 1, 1);

    private T Any<T>(IReadOnlyCollection<T> all) => all.ElementAt(random.Next(all.Count));
}
