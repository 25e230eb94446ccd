using System.Text.Json.Serialization;
using Plumbline.Core;
using Plumbline.Screening.Matching;

namespace Plumbline.Screening.Watchlists;

/// <summary>A person to screen, as a file or an officer gives them. Lives as long as the screening; kept only with a candidate.</summary>
/// <param name="Id">How the file calls the row.</param>
/// <param name="Name">In the script in which it was given.</param>
public sealed record PersonAsked(string Id, string Name)
{
    /// <summary>Why the row of the file cannot be read; null where it can. Never kept, and nothing that a call says.</summary>
    [JsonIgnore]
    public Refusal? Problem { get; init; }

    /// <summary>Further names of the same person, aliases and other scripts; each is asked by.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Birth dates as written, perhaps partial.</summary>
    public IReadOnlyList<string> Births { get; init; } = [];

    /// <summary>Countries as written.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary>Numbers of documents as written.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Sex as written; empty where unknown.</summary>
    public string Sex { get; init; } = "";

    /// <summary>The mother's name as written; empty where unknown.</summary>
    public string Mother { get; init; } = "";

    /// <summary>Places and countries of birth as written.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>All names, the first one first.</summary>
    public IEnumerable<string> AllNames() => OtherNames.Prepend(Name);

    /// <summary>What is known besides the name, in the form in which it is compared.</summary>
    public Particulars Particulars() => new()
    {
        Births = ReadParticular.Births(Births),
        Nationalities = [.. Nationalities.Select(ReadParticular.Country)],
        Sex = ReadParticular.Sex(Sex),
        Documents = [.. Documents.Select(KnownDocument.Read).OfType<KnownDocument>().Distinct()],
        Places = [.. Places.Select(KnownPlace.Read)],
        Mother = Mother.Length > 0 && NameMatcher.Preparer.Prepare(Mother) is Outcome<PreparedName>.Done { Value: var mother } ? mother : null,
    };
}
