using System.CommandLine;
using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Cli;

/// <summary>The filters of a search on the command line; search and export share them.</summary>
internal sealed class FindOptions
{
    private readonly Option<string> kind = new("--kind") { Description = "items, entities or both", DefaultValueFactory = _ => "both" };
    private readonly Option<string[]> types = new("--type") { Description = "Type of entity, such as person" };
    private readonly Option<string[]> properties = new("--property") { Description = "Property, such as person.alias" };
    private readonly Option<DateOnly?> from = new("--from") { Description = "Not before this day, 2014-03-05" };
    private readonly Option<DateOnly?> to = new("--to") { Description = "Not after this day" };
    private readonly Option<string[]> grades = new("--grade") { Description = "Scheme and grade, such as 3x5x2:2D" };
    private readonly Option<string[]> handling = new("--handling") { Description = "Handling code of the label, such as C or H1" };
    private readonly Option<int> most = new("--most") { Description = "How many of each", DefaultValueFactory = _ => 20 };

    /// <summary>Adds the options to a command.</summary>
    public FindOptions(Command command)
    {
        foreach (var option in (Option[])[kind, types, properties, from, to, grades, handling, most]) command.Add(option);
    }

    /// <summary>The question that the options ask.</summary>
    public Outcome<FindQuestion> Read(ParseResult parsed, string text)
    {
        if (!Enum.TryParse<FindKind>(parsed.GetValue(kind), ignoreCase: true, out var wanted)) return new Refusal("find.kind-unknown", "Expected items, entities or both.");
        List<Grade> given = [];
        foreach (var written in parsed.GetValue(grades) ?? [])
        {
            if (written.Split(':') is not [var scheme, var code] || !GradingSchemes.TryParse(scheme, out var read) || !Grade.TryParse(read, code, out var grade))
                return new Refusal("grade.unreadable", $"\"{written}\" is no grade: expected such as 3x5x2:2D or 6x6:B2.");
            given.Add(grade);
        }
        return new FindQuestion(text)
        {
            Kind = wanted,
            Types = parsed.GetValue(types) ?? [],
            Properties = parsed.GetValue(properties) ?? [],
            From = parsed.GetValue(from),
            To = parsed.GetValue(to),
            Grades = given,
            Handling = parsed.GetValue(handling) ?? [],
            Most = parsed.GetValue(most),
        };
    }
}
