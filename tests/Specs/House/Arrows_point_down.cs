using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Plumbline.Specs.House;

public sealed partial class Arrows_point_down
{
    [Fact]
    public void Every_project_is_a_room_of_the_house() =>
        Breaches.None(Projects().Select(file => Rooms.Of(file.Path)).Except(Rooms.All), "Not a room of the house; see tests/Specs/House/Rooms.cs:");

    [Fact]
    public void No_project_refers_to_one_beside_or_above_it() =>
        Breaches.None(Projects().SelectMany(References), "A project refers beside or above itself:");

    [Fact]
    public void No_file_names_a_room_beside_or_above_its_own() =>
        Breaches.None(Repository.Under("src", ".cs", ".razor").SelectMany(Names), "A file names a room beside or above its own:");

    [Fact]
    public void Every_project_is_in_the_solution_and_has_its_lock_file()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Plumbline.slnx"));
        var projects = Repository.Files.Where(file => file.Extension == ".csproj").ToList();
        Breaches.None(projects.Where(file => !solution.Contains($"\"{file.Path}\"", StringComparison.Ordinal)).Select(file => file.Path), "Not in Plumbline.slnx:");
        Breaches.None(projects.Where(file => !File.Exists(Path.Combine(Path.GetDirectoryName(file.On)!, "packages.lock.json"))).Select(file => file.Path), "No packages.lock.json:");
    }

    [Theory]
    [InlineData("Register", "Safeguards")]
    [InlineData("Finance", "Travel")]
    [InlineData("Exchange", "Exercises")]
    [InlineData("Core", "Cli")]
    public void A_breach_would_be_seen(string room, string other)
    {
        var project = SourceFile.Example($"src/{room}/{room}.csproj", $"""<Project><ItemGroup><ProjectReference Include="../{other}/{other}.csproj" /></ItemGroup></Project>""");
        Assert.Single(References(project));
        Assert.Single(Names(SourceFile.Example($"src/{room}/A.cs", $"using Plumbline.{other}.Some;")));
        Assert.Empty(Names(SourceFile.Example($"src/{room}/A.cs", $"// Plumbline.{other} must not be known here\nusing Plumbline.{room};")));
    }

    private static IEnumerable<SourceFile> Projects() => Repository.Under("src", ".csproj");

    private static IEnumerable<string> References(SourceFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))
            .Where(other => !Rooms.MayKnow(Rooms.Of(project.Path), other))
            .Select(other => $"{project.Path} → {other}");

    private static IEnumerable<string> Names(SourceFile file) =>
        Room().Matches(file.Code).Select(match => match.Groups[1].Value)
            .Where(other => Rooms.All.Contains(other) && !Rooms.MayKnow(Rooms.Of(file.Path), other))
            .Select(other => $"{file.Path} → {other}");

    [GeneratedRegex(@"\bPlumbline\.(\w+)")]
    private static partial Regex Room();
}
