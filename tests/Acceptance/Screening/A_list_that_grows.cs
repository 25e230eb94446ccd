using Plumbline.Acceptance.Lists;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Acceptance.Screening;

/// <summary>A list is kept ready: what is added is found at once, what is taken back or hidden suggests nobody any more, and what it says is what it says when it is read anew.</summary>
public sealed class A_list_that_grows(ThrowawayPostgres postgres)
{
    [Theory]
    [InlineData("sqlite", 1), InlineData("sqlite", 2), InlineData("sqlite", 3), InlineData("sqlite", 4)]
    [InlineData("postgres", 1), InlineData("postgres", 2), InlineData("postgres", 5)]
    public async Task Whatever_happens_to_it_it_is_as_one_read_anew(string engine, int seed)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var random = new Random(seed);
        var made = new GrowingList(desk, random);
        using var kept = new LoadLists(desk.Home, TimeProvider.System);
        await made.Add(30);
        var (whole, looks) = (0, 0);
        for (var n = 0; n < 60; n++)
        {
            var done = n == 0 ? "made" : await made.Step();
            foreach (var all in (bool[])[true, false])
            {
                // One sees everything, the other nothing of the cases; either may look now and then only.
                if (random.Next(3) == 0) continue;
                await using var reader = await Reader(desk, all);
                using var anew = new LoadLists(desk.Home, TimeProvider.System);
                desk.Home.Store.Asked = sql => whole += IsWhole(sql) ? 1 : 0;
                var now = await kept.Of(reader, GrowingList.Name, default);
                (desk.Home.Store.Asked, looks) = (null, looks + 1);
                var fresh = await anew.Of(reader, GrowingList.Name, default);
                Assert.Equal(Told(fresh), Told(now));
                for (var asked = 0; asked < 8; asked++)
                {
                    var person = new PersonAsked("1", asked % 2 == 0 ? made.AnyName() : fresh.Names[random.Next(fresh.Names.Count)].Name.Text) { Documents = asked % 4 == 1 ? [made.AnyNumber()] : [] };
                    Assert.True(Suggested(fresh, person).SequenceEqual(Suggested(now, person)), $"{done}, {person.Name}:\n{string.Join('\n', Suggested(fresh, person))}\n---\n{string.Join('\n', Suggested(now, person))}");
                }
            }
        }
        // Reading a page asks where it ends, and once more at the end of the list.
        Assert.InRange(whole / 2, 1, looks / 2);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_piled_up_is_read_into_the_list_behind_those_who_ask(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var made = new GrowingList(desk, new Random(7));
        using var kept = new LoadLists(desk.Home, TimeProvider.System);
        await made.Add(10);
        await using var reader = await Reader(desk, all: true);
        await kept.Of(reader, GrowingList.Name, default);
        var whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Home.Store.Asked = sql => { if (IsWhole(sql)) whole.TrySetResult(); };
        await made.Add(800);
        await using var readers = await Reader(desk, all: true);
        Assert.Equal(810, (await kept.Of(readers, GrowingList.Name, default)).Entries.Count);
        await whole.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        desk.Home.Store.Asked = null;
        // Meanwhile and afterwards it grows on, asked by several at once.
        for (var n = 0; n < 5; n++)
        {
            await made.Add(1);
            var seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                await using var own = await Reader(desk, all: true);
                return (await kept.Of(own, GrowingList.Name, default)).Entries.Count;
            }));
            Assert.All(seen, count => Assert.Equal(811 + n, count));
        }
        using var anew = new LoadLists(desk.Home, TimeProvider.System);
        Assert.Equal(Told(await anew.Of(readers, GrowingList.Name, default)), Told(await kept.Of(readers, GrowingList.Name, default)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_added_is_read_alone(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var made = new GrowingList(desk, new Random(7));
        using var kept = new LoadLists(desk.Home, TimeProvider.System);
        await made.Add(30);
        await using (var reader = await Reader(desk, all: true)) await kept.Of(reader, GrowingList.Name, default);
        for (var n = 1; n <= 5; n++)
        {
            await made.Add(2);
            List<string> asked = [];
            desk.Home.Store.Asked = asked.Add;
            await using var reader = await Reader(desk, all: true);
            Assert.Equal(30 + 2 * n, (await kept.Of(reader, GrowingList.Name, default)).Entries.Count);
            // What was touched, which labels there are, and what is said of the two.
            Assert.Equal(3, asked.Count);
            Assert.DoesNotContain(asked, IsWhole);
            asked.Clear();
            await kept.Of(reader, GrowingList.Name, default);
            Assert.Single(asked);
            desk.Home.Store.Asked = null;
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_label_that_became_stricter_is_told_also_to_who_sees_both(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var entry = (await desk.Desk.Home.Ask<(string List, string Key, long Item)>("select list, entry_key, item from list_entry order by entry_key limit 1"))[0];
        using var kept = new LoadLists(desk.Desk.Home, TimeProvider.System);
        var (labels, secret) = (new Labels(desk.Desk.Home.Store), GrowingList.InCase(1));
        long strict;
        await using (var writer = await Writer.Begin(desk.Desk.Home.Store, default))
        {
            strict = await labels.Intern(writer, secret, default);
            await writer.Commit(default);
        }
        await using var reader = await Reader(desk.Desk, all: true);
        Assert.DoesNotContain(strict, (await kept.Of(reader, entry.List, default)).LabelsOf(entry.Key));
        await using (var writer = await Writer.Begin(desk.Desk.Home.Store, default))
        {
            await new GradingRecords(writer, labels, 1).Restrict(entry.Item, secret, 1, "Held more strictly.", default);
            await writer.Commit(default);
        }
        // The same labels are seen as before, and what a candidate tells of the entry is held by them.
        Assert.Equal([strict], (await kept.Of(reader, entry.List, default)).LabelsOf(entry.Key));
    }

    [Fact]
    public async Task What_a_server_wrote_while_another_transaction_was_open_is_found_when_that_ends()
    {
        await using var desk = await Desk.Open("postgres", postgres);
        var made = new GrowingList(desk, new Random(7));
        using var kept = new LoadLists(desk.Home, TimeProvider.System);
        await made.Add(10);
        await using var reader = await Reader(desk, all: true);
        var entity = (await kept.Of(reader, GrowingList.Name, default)).Entries[0].Entity;
        await using var slow = await Writer.Begin(desk.Home.Store, default);
        await new StatementRecords(slow, 1, 1).Keep([new NewStatement(entity, GrowingList.Property("alias"), "Slowly Written Zandar", "slow", 5, reader.VisibleLabels.First())], default);
        await made.Add(1);
        Assert.Equal(11, (await kept.Of(reader, GrowingList.Name, default)).Entries.Count);
        await made.Add(1);
        Assert.DoesNotContain((await kept.Of(reader, GrowingList.Name, default)).Names, one => one.Name.Text == "Slowly Written Zandar");
        await slow.Commit(default);
        Assert.Contains((await kept.Of(reader, GrowingList.Name, default)).Names, one => one.Name.Text == "Slowly Written Zandar");
    }

    // Only who reads a list from its beginning asks how far a page goes.
    private static bool IsWhole(string sql) => sql.Contains("max(entry_key)", StringComparison.Ordinal);

    private static async Task<Reader> Reader(Desk desk, bool all) =>
        new(desk.Home.Store, new Standing(1, ["analyst"], "cli", 1), [.. (await new Labels(desk.Home.Store).All(default)).Where(label => all || !label.Value.ToString().Contains("case", StringComparison.OrdinalIgnoreCase)).Select(label => label.Key)]);

    // Entries by key, each with its names, its labels and what else is said.
    private static IEnumerable<string> Told(ListedNames list)
    {
        var names = list.Names.Select((name, place) => (name.Entity, Text: $"{name.Name.Text}{(list.IsWeak(place) ? " (weak)" : "")}")).ToLookup(one => one.Entity, one => one.Text);
        return list.Entries.Select((entry, n) => list.Of(n) is var known
            ? $"{entry.Key} {entry.Entity}: {string.Join('|', names[n].Order(StringComparer.Ordinal))}; {string.Join(',', list.LabelsOf(entry.Key).Order())}; {string.Join(',', known.Births)} {known.Mother?.Text} {string.Join(',', known.Documents)}" : "").Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Suggested(ListedNames list, PersonAsked person) => Assert.IsType<Outcome<PreparedName>.Done>(NameMatcher.Preparer.Prepare(person.Name)) is var name
        ? new SuggestEntries(list, Screener.DefaultThreshold).For(name.Value, person.Particulars()).Select(one => $"{list.Entries[one.Entry].Key} {one.Verdict} {one.Score:F4}").Order(StringComparer.Ordinal) : [];
}
