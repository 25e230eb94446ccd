namespace Plumbline.Register.Questions;

/// <summary>What a person is in a case, from a day on; the latest one holds.</summary>
public sealed record CategoryRow(long Key, long Person, long CaseKey, string Category, long Child, string Grounds, long? ConductItem, long GivenBy, long GivenAt);

/// <summary>What a court or another authority decided about a person.</summary>
public sealed record LegalOutcomeRow(long Key, long Person, long? CaseKey, string Outcome, string? Court, string DateText, long Item, long RecordedBy, long RecordedAt, long CurrentLabel);

/// <summary>What are these persons in the case worked in, and what was decided about them?</summary>
public sealed class PersonRows(Reader reader)
{
    /// <summary>Categories in the case that the reader works in, oldest first; none without a case: what a person is elsewhere is that case's matter.</summary>
    /// <remarks>Grounds that rest on an item which the reader may not see are left blank, and the item is not named.</remarks>
    public async Task<IReadOnlyList<CategoryRow>> Categories(IReadOnlyCollection<long> persons, CancellationToken ct)
    {
        var rows = await reader.Ask<CategoryFound>($"""
            select c.key, c.person, c.case_key as CaseKey, c.category, c.child, c.grounds, c.conduct_item as ConductItem, c.given_by as GivenBy, c.given_at as GivenAt, i.key as SeenItem
            from category c left join item i on i.key = c.conduct_item and {reader.Sees("i.current_label")}
            where {reader.OneOf("c.person", "keys")} and c.case_key = @working order by c.person, c.key
            """, new { keys = reader.Keys(persons), working = reader.Standing.Case ?? 0 }, ct);
        return [.. rows.Select(row => new CategoryRow(row.Key, row.Person, row.CaseKey, row.Category, row.Child, row.ConductItem == row.SeenItem ? row.Grounds : "", row.SeenItem, row.GivenBy, row.GivenAt))];
    }

    /// <summary>Legal outcomes whose item the reader sees, in whichever case they were recorded: an acquittal must reach everyone who reads of the accusation.</summary>
    public Task<IReadOnlyList<LegalOutcomeRow>> Outcomes(IReadOnlyCollection<long> persons, CancellationToken ct) => reader.Ask<LegalOutcomeRow>($"""
        select o.key, o.person, o.case_key as CaseKey, o.outcome, o.court, o.date_text as DateText, o.item, o.recorded_by as RecordedBy, o.recorded_at as RecordedAt, i.current_label as CurrentLabel
        from legal_outcome o join item i on i.key = o.item
        where {reader.OneOf("o.person", "keys")} and {reader.Sees("i.current_label")} order by o.person, o.key
        """, new { keys = reader.Keys(persons) }, ct);

    private sealed record CategoryFound(long Key, long Person, long CaseKey, string Category, long Child, string Grounds, long? ConductItem, long GivenBy, long GivenAt, long? SeenItem);
}
