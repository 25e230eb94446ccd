using static Plumbline.Acceptance.Lists.FictionalLists;
using static Plumbline.Acceptance.Lists.ListDesk;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Lists;

public sealed class Importing_a_newer_version(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Sees_the_unchanged_supersedes_the_changed_and_withdraws_what_vanished(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var first = List(await desk.ImportOne(officer, Un("2026-01-01", Enumerable.Range(1, 40))));
        Assert.Equal((40, 0, 0, 0, 0), Story(first));
        Assert.Equal(40, first.Entities);

        var second = List(await desk.ImportOne(officer, Un("2026-02-01", Enumerable.Range(2, 40), person => person == 7 ? "Seen at the mill." : "")));
        Assert.Equal((1, 1, 38, 0, 1), Story(second));
        Assert.True(second.Complete);

        Assert.Equal(["delisted", "superseded"], await desk.Home.Ask<string>("select withdrawn_why from item where withdrawn_why is not null order by 1"));
        // The changed entry is the same entity; old and new statements stand side by side, the old ones struck.
        var seven = Assert.Single(await desk.Home.Ask<long>("select distinct s.entity from statement s join item i on i.key = s.item where i.entry_key = 'un-TLi.0007'"));
        Assert.Contains("Seen at the mill.", await desk.Home.Ask<string>($"select value_text from statement where entity = {seven} and withdrawn_at is null"));
        Assert.NotEmpty(await desk.Home.Ask<string>($"select value_text from statement where entity = {seven} and withdrawn_why = 'superseded'"));
        Assert.Equal(0, Assert.Single(await desk.Home.Ask<long>("select count(*) from statement s join item i on i.key = s.item where i.entry_key = 'un-TLi.0001' and s.withdrawn_at is null")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Makes_listings_that_carry_no_grade(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var list = List(await desk.ImportOne(officer, Un("2026-01-01", [1])));
        var (kind, state, grade) = Assert.Single(await desk.Home.Ask<(string, string, long?)>("select kind, state, current_grade from item"));
        Assert.Equal(("listing", "listing", null), (kind, state, grade));
        Assert.Equal(("list", "UN Consolidated", "2026-01-01T00:00:00Z"), Assert.Single(await desk.Home.Ask<(string, string, string)>("select kind, list, list_version from report")));
        Assert.Equal(list.Statements, Assert.Single(await desk.Home.Ask<long>("select count(*) from statement where current_grade is null")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Refuses_what_is_held_older_or_undated(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var list = Un("2026-02-01", Enumerable.Range(1, 5));
        List(await desk.ImportOne(officer, list));
        var before = await desk.Home.Ask<long>("select count(*) from item");
        Refused("list.held", await desk.ImportOne(officer, list));
        Refused("list.older", await desk.ImportOne(officer, Un("2026-01-31", Enumerable.Range(1, 5))));
        Assert.Equal(before, await desk.Home.Ask<long>("select count(*) from item"));

        List(await desk.ImportOne(officer, Ofac("sdn_2026-02-01.csv", "sdn", 1, 2)));
        Refused("list.undated", await desk.ImportOne(officer, Ofac("sdn.csv", "sdn", 1, 2, 3)));
        Assert.Equal("2026-03-01", List(await desk.ImportOne(officer, Ofac("sdn.csv", "sdn", 1, 2, 3) with { Date = new DateOnly(2026, 3, 1) })).Version);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Needs_a_person_of_the_right_role_to_accept_that_it_lost_one_in_ten(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var working = await desk.Case("2026-014");
        var grader = await desk.Officer("grader", ["grader"], working);
        var supervisor = await desk.Officer("supervisor", ["supervisor"], working);
        List(await desk.ImportOne(grader, Un("2026-01-01", Enumerable.Range(1, 40))));
        var shorter = Un("2026-02-01", Enumerable.Range(5, 36));

        Refused("list.losses", await desk.ImportOne(grader, shorter));
        Refused("role.missing", await desk.ImportOne(grader, shorter, acceptLosses: true));
        Refused("list.losses", await desk.ImportOne(supervisor, shorter));
        Assert.Equal((0, 0, 36, 0, 4), Story(List(await desk.ImportOne(supervisor, shorter, acceptLosses: true))));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Withdraws_nothing_when_the_file_is_not_whole_and_everything_when_it_comes_whole(string engine)
    {
        await using var desk = await Open(engine, postgres);
        var officer = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        List(await desk.ImportOne(officer, Un("2026-01-01", Enumerable.Range(1, 40))));
        var whole = UnText("2026-02-01", Enumerable.Range(2, 40));

        var cut = List(await desk.ImportOne(officer, Text("un.xml", whole[..(whole.Length / 2)])));
        Assert.False(cut.Complete);
        Assert.Equal("truncated", cut.Fault!.Code);
        Assert.Equal(0, cut.Withdrawn);
        var told = await File.ReadAllTextAsync(cut.RejectsFile!, TestContext.Current.CancellationToken);
        Assert.Contains($"un.xml\t{cut.Fault.Line}\t", told, StringComparison.Ordinal);

        var rest = List(await desk.ImportOne(officer, Text("un.xml", whole)));
        Assert.Equal((1, 0, 39, 0, 1), Story(rest));
    }

    private static Exchange.Lists.ListFile Text(string name, string text) => Exchange.Lists.ListFile.Of(name, System.Text.Encoding.UTF8.GetBytes(text));
}
