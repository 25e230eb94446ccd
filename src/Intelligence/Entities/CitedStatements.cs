using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>Statements with their items, labels and officers; two questions however many there are.</summary>
public sealed class CitedStatements(Reader reader, Labels labels)
{
    /// <summary>The views, in the order of the rows. A row whose item may not be seen, or whose property the schema no longer knows, is left out.</summary>
    public async Task<(IReadOnlyList<CitedStatement> Statements, IReadOnlyDictionary<long, CitedItem> Items)> Of(IReadOnlyCollection<StatementRow> rows, CancellationToken ct)
    {
        var items = (await new CitedItems(reader).Of([.. rows.Select(row => row.Item).Distinct()], ct)).ToDictionary(item => item.Key);
        var officers = await new OfficerNames(reader).Of([.. rows.SelectMany(Hands).Distinct()], ct);
        var views = new List<CitedStatement>(rows.Count);
        foreach (var row in rows)
        {
            if (!items.TryGetValue(row.Item, out var item) || PropertyOf(row) is not { } property) continue;
            var name = PersonName.TryDecode(row.ValueParts, out var parts) ? parts : null;
            views.Add(new CitedStatement(row, property, item, await labels.Of(row.CurrentLabel, ct), row.CurrentGrade is { } grade ? Grade.FromCode(grade) : null, name,
                new StatementOfficers(Who(row.RecordedBy), Who(row.AcceptedBy), Who(row.WithdrawnBy))));
        }
        return (views, items);

        OfficerName? Who(long? key) => key is { } known ? officers.GetValueOrDefault(known) : null;
    }

    // As the entity's own type sees it, with its choice of what is featured; else as it was declared.
    private static Property? PropertyOf(StatementRow row) =>
        Schema.Builtin.TryProperty((int)row.Property, out var declared) ? Schema.Builtin.Find(row.Type)?.Find(declared.Name) ?? declared : null;

    private static IEnumerable<long> Hands(StatementRow row)
    {
        yield return row.RecordedBy;
        if (row.AcceptedBy is { } accepted) yield return accepted;
        if (row.WithdrawnBy is { } withdrawn) yield return withdrawn;
    }
}
