using Plumbline.Acceptance.Lists;
using Plumbline.Screening.Watchlists;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Screening;

/// <summary>A person of the register is asked by every name, of all records that people judged to be the same; a clearing silences all of them.</summary>
public sealed class Screening_a_person_by_all_names(ThrowawayPostgres postgres)
{
    private const string Listed = "Wissam Nizar Fouad";
    private const string Own = "Marwolt Vantreker Quenlis Toravel";

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_shortest_alias_and_another_script_are_asked_by_too(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("A man of several names.", "letter-1");
        var latin = await desk.Person(item, Own, ("alias", Listed), ("birth_date", "1987-03-02"));
        var arabic = await desk.Person(item, "Harvast Dolmeren Istovan Pelk", ("weak_alias", "وسام نزار فؤاد"));
        Assert.Equal((2, 0), Done(await desk.Again.Run(desk.First, list, null, default)) is var done ? (done.People, done.None) : default);
        var rows = Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows;
        Assert.Equal([latin, arabic], rows.Select(row => row.Subject!.Value).Distinct().Order());
        var met = rows.Where(row => row.Subject == latin).Select(row => KeptForm.Read<SuggestionReasons>(row.Reasons)).First();
        Assert.Equal(Listed, met.Asked);
        var asked = KeptForm.Read<PersonAsked>(rows.First(row => row.Subject == latin).Asked);
        Assert.Equal((Own, Listed), (asked.Name, Assert.Single(asked.OtherNames)));
    }

    /// <summary>So many are asked about in one question.</summary>
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task One_of_twenty_aliases_makes_one_hit_under_that_alias(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("A man of twenty names.", "letter-1");
        string[] first = ["Marwolt", "Marvolt", "Merwolt", "Marwold"], last = ["Toravel", "Torawel", "Torravel", "Toravell", "Thoravel"];
        await desk.Person(item, Own, [.. (from one in first from other in last select ("alias", $"{one} Quenlis {other}")), ("alias", Listed), ("birth_date", "1987-03-02")]);
        var run = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal((1, 1), (run.People, run.Candidates + run.Incomplete));
        var row = Assert.Single(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        Assert.Equal(Listed, KeptForm.Read<SuggestionReasons>(row.Reasons).Asked);
        Assert.Equal(22, KeptForm.Read<PersonAsked>(row.Asked).AllNames().Count());
        // At the desk as well.
        var desked = await desk.Run(new PersonAsked("P1", Own) { OtherNames = [.. from one in first from other in last select $"{one} Quenlis {other}", Listed] });
        Assert.Equal((1, 1), (desked.People, desked.Candidates + desked.Incomplete));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Joined_records_are_one_person_and_apart_again_two(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("Two papers on one man.", "letter-1");
        var (first, second) = (await desk.Person(item, Own), await desk.Person(item, Listed, ("sex", "male"), ("birth_date", "1994-05-12")));
        Done(await desk.Again.Run(desk.First, list, null, default));
        var alone = Assert.Single(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        Assert.Equal(second, alone.Subject);
        var judgement = await desk.Same(first, second, item);
        Assert.Equal(list, Assert.Single(await desk.Again.Due(default)).Watchlist);
        // One person, met already under one of the records: nobody is asked twice, and what waits is marked.
        var again = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal((1, 1, 1), (again.People, again.None, again.Changed));
        Done(await desk.Compare.Run(desk.First, alone.Key, default));
        Assert.Contains(Own, Done(await desk.View.Show(desk.First, alone.Key, default)).Asked.AllNames());
        Done(await desk.Judging.Withdraw(await desk.Officer("zhyan", "analyst", "grader"), judgement, "Another man answered.", default));
        Assert.Equal(2, Done(await desk.Again.Run(desk.First, list, null, default)).People);
        Assert.Single(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        Done(await desk.Compare.Run(desk.First, alone.Key, default));
        Assert.DoesNotContain(Own, Done(await desk.View.Show(desk.First, alone.Key, default)).Asked.AllNames());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Records_joined_before_make_one_hit_with_the_names_of_all(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        var item = await desk.Item("Two papers on one man.", "letter-1");
        var (first, second) = (await desk.Person(item, Own, ("alias", Listed)), await desk.Person(item, Listed, ("sex", "male")));
        await desk.Same(first, second, item);
        var run = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal((1, 1), (run.People, run.Candidates + run.Incomplete));
        var row = Assert.Single(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        Assert.Equal(first, row.Subject);
        Assert.Equal([Own, Listed], KeptForm.Read<PersonAsked>(row.Asked).AllNames());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_was_cleared_by_a_document_is_silent_under_each_name_and_record(string engine)
    {
        await using var desk = await ScreeningDesk.Open(engine, postgres);
        var list = await desk.InUse();
        await desk.Run(ScreeningDesk.Namesake);
        var candidate = await desk.OnlyOne();
        Done(await desk.Settle.Propose(desk.First, candidate, "different", "Another birth date.", default));
        Done(await desk.Settle.Confirm(desk.Second, candidate, "", default));
        var letter = Done(await desk.Clear.Issue(desk.Second, candidate, 24, default));
        var item = await desk.Item("Two papers on one man.", "letter-1");
        var (first, second) = (await desk.Person(item, Own, ("alias", Listed)), await desk.Person(item, Listed, ("passport", ScreeningDesk.Namesake.Documents[0])));
        await desk.Same(first, second, item);
        var run = Done(await desk.Again.Run(desk.First, list, null, default));
        Assert.Equal((1, 0, 0), (run.People, run.None, run.Candidates + run.Incomplete));
        Assert.Equal([1], await desk.Desk.Home.Ask<long>("select cleared from screening_run where cleared > 0"));
        Assert.Empty(Done(await desk.View.Queue(desk.First, "open", 10, default)).Rows);
        // Taken back, the next change brings the person up.
        Done(await desk.Clear.Withdraw(desk.Second, letter.Code, "The document was lost.", default));
        await desk.Say(item, second, "birth_date", "1987-03-02");
        Assert.Equal(1, Done(await desk.Again.Run(desk.First, list, null, default)) is var next ? next.Candidates + next.Incomplete : 0);
    }
}
