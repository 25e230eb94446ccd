using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>A kind of identity document that a country issues.</summary>
public sealed class DocumentKind
{
    private readonly Regex number;

    internal DocumentKind(string pattern) => number = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Country and kind, such as <c>iq.national_card</c>; stands in front of a number.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required Caption Label { get; init; }

    /// <summary>What its number looks like, in a sentence.</summary>
    public required Caption Says { get; init; }

    /// <summary>An invented number of the right form.</summary>
    public required string Example { get; init; }

    /// <summary>Properties of a person or document that it states, besides its number.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Whether persons may be searched by its number. False where the number names a household.</summary>
    public required bool Selector { get; init; }

    /// <summary>Where this comes from.</summary>
    public required PackSource Source { get; init; }

    /// <summary>Whether a number in capitals and digits, without signs, is one of this kind.</summary>
    public bool Fits(string number) => this.number.IsMatch(number);

    internal static DocumentKind Read(string country, string name, YamlMap map)
    {
        var kind = new DocumentKind(map.Text("number"))
        {
            Code = $"{country.ToLowerInvariant()}.{name}",
            Label = map.Caption("label"),
            Says = map.Caption("says"),
            Example = map.Text("example"),
            States = map.Texts("states"),
            Selector = map.Flag("selector", otherwise: true),
            Source = PackSource.Read(map),
        };
        if (!kind.Fits(kind.Example)) map.Fault($"The example \"{kind.Example}\" does not fit its own pattern.");
        map.RefuseOthers();
        return kind;
    }
}
