using System.Globalization;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Search;

namespace Plumbline.Intelligence;

/// <summary>Turns the filters of a question into what the index understands, or says which of them is not allowed.</summary>
public sealed class FindFilter(Labels labels)
{
    /// <summary>The filter for a reader. A filter on labels only ever narrows what the reader sees.</summary>
    public async Task<Outcome<SearchFilter>> Of(Reader reader, FindQuestion question, CancellationToken ct)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in question.Types)
        {
            var subtypes = FindEntities.Subtypes(type);
            if (subtypes.Count == 0) return new Refusal("find.type-unknown", $"There is no type \"{type}\".");
            types.UnionWith(subtypes);
        }
        var properties = new HashSet<int>();
        foreach (var name in question.Properties)
        {
            if (Schema.Builtin.Property(name) is not { } property) return new Refusal("find.property-unknown", $"There is no property \"{name}\".");
            if (!property.Selector) return new Refusal("find.not-selector", $"Nobody is selected by {property.Label.En.ToLowerInvariant()}: it shows on a person's page, and only there.");
            properties.Add(property.Id);
        }
        if (question.Handling.FirstOrDefault(code => !LabelCodes.Handling.Contains(code)) is { } unknown)
            return new Refusal("find.handling-unknown", $"There is no handling code \"{unknown}\": {string.Join(", ", LabelCodes.Handling)}.");
        return new SearchFilter(await Visible(reader, question.Handling, ct))
        {
            Types = types.Count == 0 ? null : types,
            Properties = properties.Count == 0 ? null : properties,
            Grades = question.Grades.Count == 0 ? null : question.Grades.Select(grade => grade.Code).ToHashSet(),
            From = question.From?.DayNumber,
            To = question.To?.DayNumber,
        };
    }

    private async Task<LabelSet> Visible(Reader reader, IReadOnlyList<string> handling, CancellationToken ct)
    {
        if (handling.Count == 0) return new LabelSet(reader.VisibleLabels);
        var all = await labels.All(ct);
        return new LabelSet(reader.VisibleLabels.Where(key => all.TryGetValue(key, out var label) && handling.All(code => Carries(label, code))));
    }

    private static bool Carries(Label label, string code) =>
        code == "H0" ? label is { H1: false, H2: false } && label.H3.Count == 0 : label.ShortCode.Split('·').Contains(code);
}

/// <summary>A question in words, for the audit log.</summary>
internal static class AskedWords
{
    public static string Asked(this FindQuestion question)
    {
        List<string> words = [question.Text];
        if (question.Kind != FindKind.Both) words.Add($"kind={question.Kind}");
        if (question.Types.Count > 0) words.Add($"type={string.Join(',', question.Types)}");
        if (question.Properties.Count > 0) words.Add($"property={string.Join(',', question.Properties)}");
        if (question.From is { } from) words.Add($"from={from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (question.To is { } to) words.Add($"to={to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (question.Grades.Count > 0) words.Add($"grade={string.Join(',', question.Grades.Select(grade => $"{grade.Scheme.Text()} {grade}"))}");
        if (question.Handling.Count > 0) words.Add($"handling={string.Join(',', question.Handling)}");
        return string.Join(" · ", words);
    }
}
