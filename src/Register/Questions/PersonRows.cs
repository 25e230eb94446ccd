namespace Plumbline.Register.Questions;

/// <summary>What a person is in a case, from a day on; the latest one holds.</summary>
public sealed record CategoryRow(long Key, long Person, long CaseKey, string Category, long Child, string Grounds, long? ConductItem, long GivenBy, long GivenAt);

/// <summary>What a court or another authority decided about a person.</summary>
public sealed record LegalOutcomeRow(long Key, long Person, long? CaseKey, string Outcome, string? Court, string DateText, long Item, long RecordedBy, long RecordedAt);

/// <summary>What are these persons in the case worked in, and what was decided about them?</summary>
public sealed class PersonRows(Reader reader)
{
    /// <summary>Categories in the case that the reader works in, oldest first; none without a case: what a person is elsewhere is that case's matter.</summary>
    /// <remarks>Every person in the answer also has a statement that the reader sees; grounds may cite an item that the reader does not.</remarks>
    public Task<IReadOnlyList<CategoryRow>> Categories(IReadOnlyCollection<long> persons, CancellationToken ct) => reader.Ask<CategoryRow>($"""
        select c.key, c.person, c.case_key as CaseKey, c.category, c.child, c.grounds, c.conduct_item as ConductItem, c.given_by as GivenBy, c.given_at as GivenAt
        from category c where {reader.OneOf("c.person", "keys")} and c.case_key = @working order by c.person, c.key
        """, new { keys = reader.Keys(persons), working = reader.Standing.Case ?? 0 }, ct);

    /// <summary>Legal outcomes whose item the reader sees, in whichever case they were recorded: an acquittal must reach everyone who reads of the accusation.</summary>
    public Task<IReadOnlyList<LegalOutcomeRow>> Outcomes(IReadOnlyCollection<long> persons, CancellationToken ct) => reader.Ask<LegalOutcomeRow>($"""
        select o.key, o.person, o.case_key as CaseKey, o.outcome, o.court, o.date_text as DateText, o.item, o.recorded_by as RecordedBy, o.recorded_at as RecordedAt
        from legal_outcome o join item i on i.key = o.item
        where {reader.OneOf("o.person", "keys")} and {reader.Sees("i.current_label")} order by o.person, o.key
        """, new { keys = reader.Keys(persons) }, ct);
}
