using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Specs;
using static Plumbline.Acceptance.Lists.FictionalLists;
using static Plumbline.Acceptance.Lists.ListDesk;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Lists;

public sealed class Importing_several_lists(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Keeps_lists_of_one_authority_apart(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var results = await desk.Import(officer,
        [
            Ofac("sdn_2026-01-01.csv", "sdn", 1, 2), Ofac("cons_prim_2026-01-01.csv", "sdn", 1, 3), Ofac("alt_2026-01-01.csv", "alt", 1), Ofac("cons_alt_2026-01-01.csv", "alt", 3),
        ]);
        Assert.Equal(["OFAC Consolidated (non-SDN)", "OFAC SDN"], results.Select(result => List(result.Outcome).List).Order());
        Assert.All(results, result => Assert.Equal((2, 0, 0, 0, 0), Story(List(result.Outcome))));
        // The same number is two entries: one list never withdraws or changes what another says.
        Assert.Equal(4, Assert.Single(await desk.Home.Ask<long>("select count(*) from list_entry")));
        Assert.Equal(2, Assert.Single(await desk.Home.Ask<long>("select count(*) from list_entry where entry_key = 'ofac-1'")));
    }

    [Fact]
    public async Task Refuses_parts_without_the_list_that_they_belong_to()
    {
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        Refused("list.main-missing", await desk.ImportOne(officer, Ofac("alt.csv", "alt", 1)));
        Refused("list.main-missing", await desk.ImportOne(officer, Ofac("add.csv", "add", 1)));
        Refused("list.parts-unclear", Assert.Single(await desk.Import(officer, [Ofac("sdn.csv", "sdn", 1), Ofac("cons_alt.csv", "alt", 1)])).Outcome);
        Assert.Equal(0, Assert.Single(await desk.Home.Ask<long>("select count(*) from item")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Takes_in_every_genuine_list(string engine)
    {
        ListFile[] files = [.. Directory.GetFiles(SharedData.Need("data/lists"), "*.gz").Order(StringComparer.Ordinal).Select(ListFile.At)];
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var lists = (await desk.Import(officer, files)).Select(result => List(result.Outcome)).ToDictionary(list => list.List, StringComparer.Ordinal);

        Assert.All(lists.Values, list => Assert.Equal((list.Entries, 0, 0, 0, 0), Story(list)));
        Assert.Equal(
            [("EU Financial Sanctions", 7), ("OFAC Consolidated (non-SDN)", 375), ("OFAC SDN", 8_976), ("UK HMT Consolidated", 2_114), ("UN Consolidated", 445), ("US Consolidated Screening List", 14_160)],
            lists.Values.Select(list => (list.List, list.Entries)).Order());
        Assert.Equal(lists.Values.Sum(list => list.Statements), Assert.Single(await desk.Home.Ask<long>("select count(*) from statement")));
        Assert.Equal(lists.Values.Sum(list => list.Entries), Assert.Single(await desk.Home.Ask<long>("select count(*) from item where kind = 'listing'")));
    }

    [Fact]
    public async Task Takes_in_or_refuses_with_reason_every_sample_of_a_list()
    {
        ListFile[] files = [.. Directory.GetFiles(SharedData.Need("data/exchange/sanctions"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ListFile.At)];
        await using var desk = await Open("sqlite", postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var results = await desk.Import(officer, files);

        Assert.Equal(files.Select(file => file.Name).Order(), results.SelectMany(result => result.Files).Order());
        var lists = results.Select(result => result.Outcome).Select(Done).OfType<ReceivedContent.List>().Select(content => content.Import).ToArray();
        Assert.Equal(["OFAC Consolidated (non-SDN)", "OFAC SDN", "UN Consolidated"], lists.Select(list => list.List).Order());
        Assert.All(lists, list => Assert.Equal(list.Entries, list.Added + list.Rejected));
    }
}
