using Plumbline.Acceptance.Lists;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Matching;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Identity;

/// <summary>The machine says which records could be one; people judge; nothing of it is kept on anybody.</summary>
public sealed class Reviewing_who_is_who(ThrowawayPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Records_of_one_man_in_two_scripts_come_together_and_his_brother_does_not(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var latin = await desk.Person("Karim Salih Nouri Haddad", null, ("birth_date", "1988-03-05"));
        var arabic = await desk.Person("كريم صالح نوري حداد", null, ("birth_date", "1988-03-05"));
        await desk.Person("Faris Salih Nouri Haddad", null, ("birth_date", "1991-11-20"));
        await desk.Person("Dara Aziz Rashid", null, ("birth_date", "1988-03-05"));
        var before = await Kept(desk);
        var queue = Done(await desk.Review.Queue(desk.Analyst, "open", 50, default));
        var pair = Assert.Single(queue.Pairs);
        Assert.Equal((latin, arabic, "candidate"), (pair.One.Key, pair.Other.Key, pair.Verdict));
        Assert.Equal((1, 1, 4), (queue.Total, queue.Open, queue.Records));
        var view = Done(await desk.Review.Show(desk.Analyst, latin, arabic, default));
        Assert.False(view.NeedsItem);
        Assert.Contains(view.Reasons.Evidence, one => one is { What: "birth", Level: "agree" });
        // One name in two scripts is one name, in the table as in the reasons.
        Assert.Equal((EvidenceLevel.Agree, EvidenceLevel.Agree), (Level(view, "birth_date"), Level(view, "name")));
        // Looking at suggestions leaves nothing in the register but the look itself.
        Assert.Equal(before, await Kept(desk));

        var judgement = Done(await desk.Judging.Run(desk.Analyst, new(latin, arabic, "same", "Name and birth date agree."), default));
        Assert.Empty(Done(await desk.Review.Queue(desk.Analyst, "open", 50, default)).Pairs);
        Assert.Equal(judgement, Assert.Single(Done(await desk.Review.Queue(desk.Analyst, "judged", 50, default)).Pairs).Judgement!.Key);
        Done(await desk.Judging.Withdraw(desk.Analyst, judgement, "The card was forged.", default));
        Assert.Single(Done(await desk.Review.Queue(desk.Analyst, "open", 50, default)).Pairs);
        Done(await desk.Judging.Run(desk.Analyst, new(latin, arabic, "unsure", "The card was forged."), default));
        var unsure = Done(await desk.Review.Queue(desk.Analyst, "unsure", 50, default));
        Assert.Equal((0, 1, 1), (unsure.Open, unsure.Unsure, unsure.Total));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Each_property_says_what_the_engine_makes_of_it(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var one = await desk.Person("Karim Salih Nouri Haddad", null, ("birth_date", "1988-03-05"), ("mother_name", "Salma Aziz"), ("passport", "ZN7712345"), ("alias", "Abu Faris"), ("sex", "male"), ("nationality", "iq"));
        var spelled = await desk.Person("كريم صالح نوري حداد", null, ("birth_date", "1988"), ("mother_name", "سلمى عزيز"), ("passport", "ZN7712354"), ("alias", "Zarqun the tall"), ("sex", "male"), ("nationality", "sy"));
        var view = Done(await desk.Review.Show(desk.Analyst, one, spelled, default));
        // A year agrees in part with its day, a slip of the pen in a number too; another by-name tells nothing.
        Assert.Equal([EvidenceLevel.Agree, EvidenceLevel.Partly, EvidenceLevel.Agree, EvidenceLevel.Partly, EvidenceLevel.Silent, EvidenceLevel.Agree, EvidenceLevel.Contradict],
            ((string[])["name", "birth_date", "mother_name", "passport", "alias", "sex", "nationality"]).Select(property => Level(view, property)));

        var stranger = await desk.Person("Dara Aziz Rashid", null, ("birth_date", "1990-01-09"), ("alias", "Karim Salih Nouri Haddad"), ("passport", "ZN0000001"));
        view = Done(await desk.Review.Show(desk.Analyst, one, stranger, default));
        // Known there by the name that is an alias here: neither one name nor a contradiction; and people have several documents.
        Assert.Equal((EvidenceLevel.Partly, EvidenceLevel.Contradict, EvidenceLevel.Silent, EvidenceLevel.Silent), (Level(view, "name"), Level(view, "birth_date"), Level(view, "passport"), Level(view, "mother_name")));
        var other = await desk.Person("Faris Omar Latif", null);
        Assert.Equal(EvidenceLevel.Contradict, Level(Done(await desk.Review.Show(desk.Analyst, one, other, default)), "name"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_may_not_be_seen_is_neither_suggested_nor_counted(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        await desk.Person("Karim Salih Nouri Haddad", null, ("birth_date", "1988-03-05"));
        await desk.Person("كريم صالح نوري حداد", IdentityDesk.Secret, ("birth_date", "1988-03-05"));
        Assert.Single(Done(await desk.Review.Queue(desk.Analyst, "open", 50, default)).Pairs);
        var low = Done(await desk.Review.Queue(desk.Low, "open", 50, default));
        Assert.Equal((0, 1, 0), (low.Total, low.Records, low.Compared));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_joined_records_one_pair_waits_and_what_is_kept_apart_waits_no_more(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var (a, b, c) = (await desk.Person("Karim Salih Nouri Haddad", null, ("passport", "ZN7712345")), await desk.Person("كريم صالح نوري حداد", null, ("passport", "ZN7712345")), await desk.Person("Kareem Saleh Nouri Hadad", null, ("passport", "ZN7712345")));
        var queue = Done(await desk.Review.Queue(desk.Analyst, "open", 50, default));
        Assert.Equal(3, queue.Pairs.Count);
        Assert.All(queue.Pairs, pair => Assert.Equal(0, pair.Cluster));
        Done(await desk.Judging.Run(desk.Analyst, new(a, b, "same", "One passport in both."), default));
        Assert.Single(Done(await desk.Review.Queue(desk.Analyst, "open", 50, default)).Pairs);
        Done(await desk.Judging.Run(desk.Analyst, new(b, c, "different", "The passport was stolen."), default));
        Assert.Empty(Done(await desk.Review.Queue(desk.Analyst, "open", 50, default)).Pairs);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_family_s_number_brings_nobody_together(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        // Mother and son, who show one ration card.
        await desk.Person("Salma Karim Aziz Haddad", null, ("national_id", "iq.ration_card:AB12345"));
        await desk.Person("Karim Aziz Rashid Haddad", null, ("national_id", "iq.ration_card:AB12345"));
        Assert.Empty(Done(await desk.Review.Queue(desk.Analyst, "open", 50, default)).Pairs);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_report_estimates_from_the_drawn_pairs_that_people_judged(string engine)
    {
        await using var desk = await IdentityDesk.Open(engine, postgres);
        var supervisor = await desk.Desk.Officer("supervisor", ["supervisor"], await desk.Desk.Case("2026-015"));
        var (a, b) = (await desk.Person("Karim Salih Nouri Haddad", null, ("passport", "ZN7712345")), await desk.Person("كريم صالح نوري حداد", null, ("passport", "ZN7712345")));
        var report = Done(await desk.Weights.Report(desk.Analyst, default));
        Assert.Null(report.Estimate.Precision);
        Assert.Equal(1, report.SampleWaiting);
        var drawn = Assert.Single(Done(await desk.Review.Queue(desk.Analyst, "sample", 50, default)).Pairs);
        Done(await desk.Judging.Run(desk.Analyst, new(drawn.One.Key, drawn.Other.Key, "same", "One passport in both."), default));
        report = Done(await desk.Weights.Report(desk.Analyst, default));
        // Every pair there is was judged: nothing is left to chance.
        Assert.Equal((1, 1, 1), (report.Estimate.Precision!.Value, report.Estimate.Precision.Low, report.Estimate.Precision.High));
        Assert.Equal(0, report.SampleWaiting);
        Assert.EndsWith("/built-in", report.Version, StringComparison.Ordinal);
        Refused("identity.too-few", await desk.Weights.Run(supervisor, default));
        Refused("role.missing", await desk.Weights.Run(desk.Analyst, default));
    }

    [Fact]
    public async Task Weights_are_learned_in_versions_that_only_those_follow_who_may_see_what_they_were_learned_from()
    {
        await using var desk = await IdentityDesk.Open("sqlite", postgres);
        var supervisor = await desk.Desk.Officer("supervisor", ["supervisor"], await desk.Desk.Case("2026-015"));
        string[] given = ["Karim", "Faris", "Dara", "Yusuf", "Anas", "Basim", "Camil", "Hadi", "Iyad", "Jalal"], family = ["Haddad", "Rashid", "Aziz", "Mansur", "Nasir", "Obaidi", "Qasim"];
        for (var n = 0; n < 70; n++)
        {
            var name = $"{given[n % 10]} {given[(n / 10) + 1]} {given[(n * 3) % 10]} {family[n % 7]}";
            for (var twice = 0; twice < 2; twice++)
                await desk.Person(name, n == 0 && twice == 0 ? IdentityDesk.Secret : null, ("birth_date", $"{1960 + (n % 40)}-{(n % 11) + 1:00}-{(n % 27) + 2:00}"), ("passport", $"ZN{7_000_000 + n}"));
        }
        var learned = Done(await desk.Weights.Run(supervisor, default));
        Assert.True(learned.Fields.Single(one => one.What == "birth") is { Learned: true, Agree: > 1, Contradict: < 0 });
        var report = Done(await desk.Weights.Report(supervisor, default));
        Assert.False(report.Version.EndsWith("/built-in", StringComparison.Ordinal));
        Assert.Single(report.Versions);
        Assert.EndsWith("/built-in", Done(await desk.Weights.Report(desk.Low, default)).Version, StringComparison.Ordinal);
        Assert.True(Done(await desk.Review.Queue(supervisor, "open", 200, default)).Total >= 70);
    }

    private static EvidenceLevel Level(PairView view, string property) => view.Rows.Single(row => row.Property.Name == property).Level;

    private static async Task<string> Kept(IdentityDesk desk)
    {
        List<string> counts = [];
        foreach (var table in (await Register.Upkeep.RegisterTables.Columns(desk.Desk.Home.Store, default)).Select(column => column.Split('.')[0]).Distinct().Where(table => !table.StartsWith("act", StringComparison.Ordinal)))
            counts.Add($"{table} {Assert.Single(await desk.Desk.Home.Ask<long>($"select count(*) from \"{table}\""))}");
        return string.Join('\n', counts);
    }
}
