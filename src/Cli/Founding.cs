using Plumbline.Core;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Plumbline.Cli;

/// <summary>The officers of a unit's founding act: from a file, or asked at the terminal.</summary>
internal static class Founding
{
    /// <summary>Reads <c>officers:</c> with login, name, name_other, unit, clearance, language and roles.</summary>
    public static async Task<Outcome<IReadOnlyList<Founder>>> Read(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists) return new Refusal("founding.no-file", $"There is no file {file.Name}.");
        try
        {
            var read = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
                .Deserialize<FoundingFile?>(await File.ReadAllTextAsync(file.FullName, ct));
            return new Outcome<IReadOnlyList<Founder>>.Done([.. (read?.Officers ?? []).Select(line => line.Founder())]);
        }
        catch (YamlException fault)
        {
            return new Refusal("founding.unreadable", $"{file.Name}, line {fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}");
        }
    }

    /// <summary>Asks for officers until an empty login.</summary>
    public static IReadOnlyList<Founder> Ask()
    {
        Console.Error.WriteLine("The officers of the founding act; without them nobody can grant a role. An empty login ends the list.");
        Console.Error.WriteLine($"Roles: {string.Join(", ", Policy.Default.Roles)}. Two who can confirm and one of oversight are a good beginning.");
        var founders = new List<Founder>();
        while (Terminal.Ask("Login: ") is { Length: > 0 } login)
            founders.Add(new Founder(
                new NewOfficer(login, Terminal.Ask("Name: ") is { Length: > 0 } name ? name : login),
                (Terminal.Ask("Roles, with commas: ") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return founders;
    }

    private sealed class FoundingFile
    {
        public List<FoundingLine> Officers { get; init; } = [];
    }

    private sealed class FoundingLine
    {
        public string Login { get; init; } = "";

        public string Name { get; init; } = "";

        public string? NameOther { get; init; }

        public string Unit { get; init; } = "";

        public long Clearance { get; init; }

        public string Language { get; init; } = "en";

        public List<string> Roles { get; init; } = [];

        public Founder Founder() => new(new NewOfficer(Login, Name) { NameOther = NameOther, Unit = Unit, Clearance = Clearance, Language = Language }, Roles);
    }
}
