using System.Globalization;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Plumbline.Cli.Demo;

/// <summary>The sample case as its script tells it; the head of <c>data/samples/case.yaml</c> says how to read it.</summary>
internal sealed class SampleCase
{
    public string Now { get; init; } = "";

    public List<SampleOfficer> Officers { get; init; } = [];

    public List<SampleFile> Cases { get; init; } = [];

    public List<SampleSource> Sources { get; init; } = [];

    public List<SampleOrigin> Origins { get; init; } = [];

    public Dictionary<string, SampleEntity> Entities { get; init; } = [];

    public List<SampleList> Lists { get; init; } = [];

    public List<SampleReport> Reports { get; init; } = [];

    public List<SampleNote> QuickNotes { get; init; } = [];

    public List<SampleJudgement> Judgements { get; init; } = [];

    public List<SamplePerson> People { get; init; } = [];

    public List<SampleOutcome> Outcomes { get; init; } = [];

    public List<SampleSearch> Searches { get; init; } = [];

    public Dictionary<string, SampleTask> Today { get; init; } = [];

    public List<SampleSight> LookAt { get; init; } = [];

    /// <summary>Reads the script in a folder.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is of a later format.</exception>
    public static SampleCase Read(string folder)
    {
        var file = Path.Combine(folder, "case.yaml");
        if (!File.Exists(file)) throw new InvalidDataException("The sample case is not beside the program: build it again.");
        using var reader = File.OpenText(file);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<SampleCase>(reader);
    }

    /// <summary>A moment of the story.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

internal sealed class SampleOfficer
{
    public string Login { get; init; } = "";

    public string Role { get; init; } = "";

    public string Language { get; init; } = "en";

    public Dictionary<string, string> Name { get; init; } = [];
}

internal sealed class SampleFile
{
    public string Id { get; init; } = "";

    public Dictionary<string, string> Title { get; init; } = [];

    public string Opened { get; init; } = "";

    public string Owner { get; init; } = "";

    public List<string> Members { get; init; } = [];

    public string LegalBasis { get; init; } = "";

    public string Purpose { get; init; } = "";
}

internal sealed class SampleSource
{
    public string Ref { get; init; } = "";

    public string Kind { get; init; } = "";
}

internal sealed class SampleOrigin
{
    public string Ref { get; init; } = "";

    public string Note { get; init; } = "";
}

internal sealed class SampleEntity
{
    public string Type { get; init; } = "";

    public Dictionary<string, string> Caption { get; init; } = [];
}

internal sealed class SampleList
{
    public string File { get; init; } = "";

    public string Received { get; init; } = "";

    public string By { get; init; } = "";

    public bool AcceptLosses { get; init; }
}

internal sealed class SampleJudgement
{
    /// <summary>An entity by its name in the script, or <c>list:</c> and the key of an entry.</summary>
    public string Left { get; init; } = "";

    public string Right { get; init; } = "";

    public string Verdict { get; init; } = "";

    public string By { get; init; } = "";

    public string At { get; init; } = "";

    public List<string> Items { get; init; } = [];

    public string Reason { get; init; } = "";

    public string? ReasonAr { get; init; }
}

internal sealed class SamplePerson
{
    public string Entity { get; init; } = "";

    public string Case { get; init; } = "";

    public string? Purpose { get; init; }

    public string Category { get; init; } = "";

    public bool Child { get; init; }

    public string From { get; init; } = "";

    public string By { get; init; } = "";

    public List<string> Conduct { get; init; } = [];

    public string Grounds { get; init; } = "";

    public string? GroundsAr { get; init; }
}

internal sealed class SampleOutcome
{
    public string Entity { get; init; } = "";

    public string Case { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Date { get; init; } = "";

    public Dictionary<string, string> Court { get; init; } = [];

    public string Item { get; init; } = "";

    public string By { get; init; } = "";
}

internal sealed class SampleSearch
{
    public string Id { get; init; } = "";

    public string By { get; init; } = "";

    public string At { get; init; } = "";

    public string Case { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Text { get; init; } = "";
}

internal sealed class SampleTask
{
    public string Officer { get; init; } = "";

    public string Do { get; init; } = "";

    public List<string> Refs { get; init; } = [];

    public string? Entity { get; init; }

    /// <summary>A file beside the script, for a task that is done outside the pages.</summary>
    public string? File { get; init; }

    public string? Property { get; init; }

    public string? Value { get; init; }

    public Dictionary<string, string> Text { get; init; } = [];
}

internal sealed class SampleSight
{
    public string Where { get; init; } = "";

    public Dictionary<string, string> Text { get; init; } = [];
}
