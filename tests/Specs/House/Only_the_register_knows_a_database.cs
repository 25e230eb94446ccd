using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Plumbline.Specs.House;

public sealed partial class Only_the_register_knows_a_database
{
    // What a value's meaning needs, and nothing else.
    private static readonly string[] PackagesOfCore = ["libphonenumber-csharp", "YamlDotNet", "NodaTime"];

    [Fact]
    public void No_other_project_takes_a_database_package() =>
        Breaches.None(Repository.Under("src", ".csproj").SelectMany(Packages), "A package that only another room may take:");

    [Fact]
    public void No_other_file_uses_one_that_came_along() =>
        Breaches.None(Repository.Under("src", ".cs", ".razor").SelectMany(Uses), "A database is used outside of the register (accounts aside):");

    [Fact]
    public void Core_takes_a_package_only_for_the_meaning_of_a_value() =>
        Breaches.None(PackagesOf(Repository.Under("src/Core", ".csproj").Single()).Except(PackagesOfCore), "A package in Core:");

    [Fact]
    public void Only_the_hosts_know_the_web() =>
        Breaches.None(Repository.Under("src", ".cs", ".csproj").Where(file => Rooms.Of(file.Path) is not ("Web" or "Cli"))
            .SelectMany(file => file.Find(TheWeb(), file.Code)), "The web is known below the hosts:");

    [Theory]
    [InlineData("src/Safeguards/A.cs", "using Dapper;")]
    [InlineData("src/Cli/A.cs", "var c = new Npgsql.NpgsqlConnection();")]
    [InlineData("src/Web/Pages/A.razor", "@using Microsoft.EntityFrameworkCore")]
    [InlineData("src/Exchange/A.cs", "using System.Data.Common;")]
    public void A_use_would_be_seen(string path, string text) => Assert.NotEmpty(Uses(SourceFile.Example(path, text)));

    [Theory]
    [InlineData("src/Safeguards/Safeguards.csproj", "Dapper")]
    [InlineData("src/Web/Web.csproj", "Lucene.Net")]
    [InlineData("src/Register/Register.csproj", "Microsoft.EntityFrameworkCore.Sqlite")]
    public void A_package_would_be_seen(string path, string package) => Assert.NotEmpty(Packages(
        SourceFile.Example(path, $"""<Project><ItemGroup><PackageReference Include="{package}" /></ItemGroup></Project>""")));

    private static IEnumerable<string> Packages(SourceFile project)
    {
        var room = Rooms.Of(project.Path);
        return PackagesOf(project)
            .Where(package => (StorePackage().IsMatch(package) && room != "Register") || (AccountPackage().IsMatch(package) && room != "Web"))
            .Select(package => $"{project.Path}: {package}");
    }

    private static IEnumerable<string> PackagesOf(SourceFile project) =>
        XDocument.Parse(project.Text).Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!);

    private static IEnumerable<string> Uses(SourceFile file) =>
        file.Path.StartsWith("src/Register/", StringComparison.Ordinal) ? file.Find(Accounts(), file.Code)
        : file.Path.StartsWith("src/Web/Accounts/", StringComparison.Ordinal) ? file.Find(Store(), file.Code)
        : file.Find(Store(), file.Code).Concat(file.Find(Accounts(), file.Code)).Concat(file.Find(Driver(), file.Code));

    [GeneratedRegex(@"^(Dapper|dbup-|Npgsql$|Microsoft\.Data\.Sqlite|Lucene\.|DuckDB)")]
    private static partial Regex StorePackage();

    [GeneratedRegex(@"EntityFrameworkCore")]
    private static partial Regex AccountPackage();

    [GeneratedRegex(@"(?<![\w.])(Dapper|DbUp|Npgsql|Lucene\.Net|DuckDB)\b(?=[.;\s])")]
    private static partial Regex Store();

    [GeneratedRegex(@"(?<![\w.])(System\.Data|Microsoft\.Data)\b")]
    private static partial Regex Driver();

    [GeneratedRegex(@"\bEntityFrameworkCore\b")]
    private static partial Regex Accounts();

    [GeneratedRegex(@"\bMicrosoft\.AspNetCore\b")]
    private static partial Regex TheWeb();
}
