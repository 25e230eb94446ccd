using System.Text.RegularExpressions;

namespace Plumbline.Specs.House;

public sealed partial class Engines_are_pure
{
    /// <summary>Where engines live: data in, result and reasons out. A new engine is one line here.</summary>
    private static readonly string[] Engines =
    [
        "src/Core/",
        "src/Register/Audit/Tree/",
        "src/Screening/Matching/",
        "src/Screening/Resolution/",
        "src/Networks/Chance/",
        "src/Networks/Communities/",
        "src/Networks/Disruption/",
        "src/Networks/Files/",
        "src/Networks/Graphs/",
        "src/Networks/KeyPlayers/",
        "src/Networks/Layouts/",
        "src/Networks/Measures/",
        "src/Networks/Motifs/",
        "src/Networks/Paths/",
        "src/Networks/Snapshots/",
        "src/Networks/Prediction/",
        "src/Networks/TwoModes/",
        "src/Networks/Uncertainty/",
        "src/Finance/Typologies/",
        "src/Finance/Tracing/",
        "src/Travel/Messages/",
        "src/Assessment/Hypotheses/",
        "src/Exercises/Worlds/",
    ];

    [Fact]
    public void They_know_no_database_no_container_no_clock_and_no_environment() =>
        Breaches.None(Engines.SelectMany(Files).SelectMany(file => file.Find(Outside(), file.Code)), "An engine looks outside:");

    [Fact]
    public void Each_that_is_listed_is_there_once_its_room_is_furnished() =>
        Breaches.None(Engines.Where(engine => Repository.Under($"src/{Rooms.Of(engine)}", ".cs").Any() && !Files(engine).Any()), "Listed, but no such file:");

    [Theory]
    [InlineData("using System.Data;")]
    [InlineData("DbConnection db")]
    [InlineData("class A(TimeProvider clock)")]
    [InlineData("Environment.GetEnvironmentVariable(\"X\")")]
    [InlineData("File.ReadAllText(path)")]
    [InlineData("using Microsoft.Extensions.Options;")]
    public void A_look_outside_would_be_seen(string text) => Assert.Single(SourceFile.Example("src/Core/A.cs", text).Find(Outside()));

    private static IEnumerable<SourceFile> Files(string engine)
    {
        var pattern = new Regex("^" + Regex.Escape(engine).Replace(@"\*", "[^/]*", StringComparison.Ordinal));
        return Repository.Code.Where(file => pattern.IsMatch(file.Path));
    }

    [GeneratedRegex("""
        \b(System\.Data|Dapper|Npgsql|Microsoft\.Data\b|Db(Connection|Command|Transaction)|EntityFrameworkCore
        |IService(Provider|Collection)|Microsoft\.Extensions\.(DependencyInjection|Options|Configuration|Hosting)|IOptions
        |TimeProvider|Stopwatch|Date(Time|TimeOffset)\.(Now|UtcNow|Today)|Task\.Delay|Thread\.Sleep
        |Environment\.(GetEnv|Tick|Machine|User|Current)|Random\.Shared|Guid\.NewGuid
        |(File|Directory)\.(Open|Read|Write|Create|Delete|Exists|Enumerate|Move)|HttpClient|Console\.)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Outside();
}
