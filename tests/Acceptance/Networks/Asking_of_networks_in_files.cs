using System.Globalization;
using System.Text.Json;
using Plumbline.Acceptance.Support;
using Plumbline.Specs;

namespace Plumbline.Acceptance.Networks;

/// <summary>The commands of networks as someone at a terminal runs them, against what is known of the networks.</summary>
public sealed class Asking_of_networks_in_files : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    [Fact]
    public async Task Communities_of_the_karate_club_are_the_best_known()
    {
        var (rows, errors) = await Table("communities", Data("karate"), "--runs", "10");
        Assert.Equal(34, rows.Count);
        Assert.Equal(4, rows.Select(row => row["community"]).Distinct().Count());
        Assert.Contains("modularity 0.41978", errors, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.InRange(Number(row["stability"]), 0, 1));
    }

    [Fact]
    public async Task Key_players_of_the_karate_club_are_those_of_the_reference()
    {
        foreach (var known in File.ReadLines(SharedData.Need("data/networks/karate/ref_keyplayer.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[1] == "2"))
        {
            var (rows, _) = await Table("keyplayers", Data("karate"), "--aim", known[0], "--size", known[1]);
            Assert.Equal(Number(known[2]), Number(rows[0]["best_value"]), 1e-9);
        }
    }

    [Fact]
    public async Task Dismantling_spares_who_is_forbidden()
    {
        var (rows, _) = await Table("dismantle", Data("karate"), "--strategy", "HDA");
        Assert.Equal("34", rows[0]["first_ten_ids"].Split(' ')[0]);
        var (spared, _) = await Table("dismantle", Data("karate"), "--strategy", "HDA", "--forbid", "34");
        Assert.DoesNotContain("34", spared[0]["first_ten_ids"].Split(' '));
    }

    [Fact]
    public async Task Paths_join_two_or_say_that_none_does()
    {
        await File.WriteAllTextAsync(Named("ties.csv"), "source,target,prob\na,b,0.9\nb,c,0.9\na,c,0.5\nx,y,1\n");
        var (rows, _) = await Table("paths", Named("ties.csv"), "--from", "a", "--to", "c", "--k", "2", "--prob", "prob");
        Assert.Equal(["a c", "a b c"], rows.Where(row => row["kind"] == "shortest").Select(row => row["path"]));
        Assert.Equal("a b c", rows.Single(row => row["kind"] == "strongest_product")["path"]);
        await Refused("network.apart", "paths", Named("ties.csv"), "--from", "a", "--to", "x");
        await Refused("network.vertex", "paths", Named("ties.csv"), "--from", "a", "--to", "nobody");
    }

    [Fact]
    public async Task Uncertain_ties_give_the_exact_expectations_of_the_reference()
    {
        var of = SharedData.Need("data/networks/911_prior_contacts/edges_prob.csv");
        var (rows, errors) = await Table("uncertain", of, "--prob", "prob");
        var reference = Rows(await File.ReadAllTextAsync(SharedData.Need("data/networks/911_prior_contacts/ref_uncertain_nodes.csv"))).ToDictionary(row => row["id"]);
        Assert.Contains("every one of 16384 worlds", errors, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(Number(reference[row["id"]]["E_betweenness"]), Number(row["E_betweenness"]), 1e-6));
    }

    [Theory]
    [InlineData("stress")]
    [InlineData("force")]
    [InlineData("hierarchy")]
    [InlineData("circle")]
    [InlineData("concentric")]
    [InlineData("grid")]
    public async Task Layouts_place_everybody_and_the_same_each_time(string method)
    {
        var once = await Table("layout", Data("dolphins"), "--method", method, "--seed", "7");
        var again = await Table("layout", Data("dolphins"), "--method", method, "--seed", "7", "--threads", "1");
        Assert.Equal(62, once.Rows.Count);
        Assert.Equal(once.Rows.Select(row => (row["id"], row["x"], row["y"])), again.Rows.Select(row => (row["id"], row["x"], row["y"])));
    }

    [Fact]
    public async Task A_layout_keeps_who_is_pinned_and_puts_times_in_order()
    {
        await File.WriteAllTextAsync(Named("ties.csv"), "source,target\na,b\nb,c\nc,d\n");
        await File.WriteAllTextAsync(Named("before.csv"), "id,x,y,pinned\na,12.5,-3,1\nb,80,40,0\n");
        var (rows, _) = await Table("layout", Named("ties.csv"), "--before", Named("before.csv"));
        Assert.Equal(("12.5", "-3"), (rows[0]["x"], rows[0]["y"]));
        await File.WriteAllTextAsync(Named("when.csv"), "id,value\na,3\nb,1\nc,2\nd,4\n");
        (rows, _) = await Table("layout", Named("ties.csv"), "--method", "time", "--values", Named("when.csv"));
        Assert.Equal(["b", "c", "a", "d"], rows.OrderBy(row => Number(row["x"])).Select(row => row["id"]));
        await Refused("network.values", "layout", Named("ties.csv"), "--method", "time");
        await Refused("network.method", "layout", Named("ties.csv"), "--method", "pretty");
        await Refused("file.none", "layout", Named("ties.csv"), "--before", Named("none.csv"));
    }

    [Fact]
    public async Task Approximate_betweenness_says_its_error_and_keeps_it()
    {
        var (rows, errors) = await Table("measure", Data("karate"), "--measures", "betweenness,betweenness_approx,betweenness_low,betweenness_high", "--error", "0.02", "--confidence", "0.95");
        Assert.All(rows, row => Assert.InRange(Number(row["betweenness"]), Number(row["betweenness_low"]) - 1e-9, Number(row["betweenness_high"]) + 1e-9));
        Assert.Contains("with confidence 0.95 no value is off by more than 0.02 of all pairs", errors, StringComparison.Ordinal);
        await Refused("network.error", "measure", Data("karate"), "--error", "2");
    }

    [Fact]
    public async Task Two_modes_are_projected_and_large_occasions_named()
    {
        var (rows, _) = await Table("project", Data("paul_revere_2mode"));
        Assert.Equal(10_221, rows.Count);
        await File.WriteAllTextAsync(Named("meetings.csv"), "source,target\na,m1\nb,m1\na,m2\nb,m2\nc,m2\n");
        (rows, var errors) = await Table("project", Named("meetings.csv"), "--most", "2");
        Assert.Equal(("a", "b", "1", "1"), (rows.Single()["source"], rows[0]["target"], rows[0]["shared"], rows[0]["weight"]));
        Assert.Contains(": m2.", errors, StringComparison.Ordinal);
        await Refused("projection.modes", "project", Data("karate"));
    }

    [Fact]
    public async Task Contacts_missing_ties_brokers_blocks_and_the_test_of_a_ranking_answer()
    {
        await File.WriteAllTextAsync(Named("calls.csv"), "source,target,at\na,b,1\nb,c,2\nc,a,3\n");
        var (rows, _) = await Table("motifs", Named("calls.csv"), "--time", "at", "--within", "5");
        Assert.Equal(36, rows.Count);
        Assert.Equal("ab bc ca", rows.Single(row => row["count"] == "1")["pattern"]);

        (rows, var errors) = await Table("missing", Data("dolphins"), "--most", "5");
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.InRange(Number(row["auc"]), 0.6, 1));
        Assert.Contains("0.5 is worth nothing", errors, StringComparison.Ordinal);

        (rows, errors) = await Table("brokers", Data("montreal_gangs"), "--groups", SharedData.Need("data/networks/montreal_gangs/nodes.csv"), "--column", "Allegiances");
        var known = Rows(await File.ReadAllTextAsync(SharedData.Need("data/networks/montreal_gangs/ref_brokerage.csv"))).ToDictionary(row => row["id"]);
        Assert.All(rows, row => Assert.Equal(known[row["id"]]["total"], row["total"]));
        Assert.Contains("assortativity by group", errors, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Named("two.csv"), "source,target\na,b\nb,c\nc,a\nc,d\n");
        (rows, _) = await Table("blocks", Named("two.csv"));
        Assert.Equal(["a", "b", "c"], rows.Where(row => row["block"] == "1").Select(row => row["id"]));
        Assert.All(rows, row => Assert.Equal(row["id"] == "c" ? "1" : "0", row["cut"]));
        (rows, _) = await Table("blocks", Named("two.csv"), "--bridges");
        Assert.Equal(("c", "d"), (rows.Single()["source"], rows[0]["target"]));

        (rows, errors) = await Table("survive", Data("karate"), "--missing", "0.2", "--draws", "100");
        Assert.Equal(34, rows.Count);
        Assert.Contains("the first stays first in", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_are_answered_in_JSON()
    {
        var (exit, output, errors) = await TheProgram.RunIn(folder, TestContext.Current.CancellationToken, "network", "layout", Data("karate"), "--json");
        Assert.True(exit == 0, errors);
        using var json = JsonDocument.Parse(output);
        Assert.Contains("\"x\"", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Data(string network) => SharedData.Need($"data/networks/{network}/edges.csv");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Named(string name) => Path.Combine(folder, name);

    private async Task<(List<Dictionary<string, string>> Rows, string Errors)> Table(params string[] words)
    {
        var (exit, output, errors) = await TheProgram.RunIn(folder, TestContext.Current.CancellationToken, ["network", .. words]);
        Assert.True(exit == 0, $"{string.Join(' ', words)}\n{output}{errors}");
        return (Rows(output), errors);
    }

    private async Task Refused(string code, params string[] words)
    {
        var (exit, output, errors) = await TheProgram.RunIn(folder, TestContext.Current.CancellationToken, ["network", .. words, "--json"]);
        Assert.Equal(1, exit);
        Assert.Contains(code, output + errors, StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Rows(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heads = lines[0].Split(',');
        return [.. lines[1..].Select(line => heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
