namespace Plumbline.Register.Records;

/// <summary>A category about to be given.</summary>
public sealed record NewCategory(long Person, long CaseKey, string Category, bool Child, string Grounds, long? ConductItem);

/// <summary>A legal outcome about to be recorded.</summary>
public sealed record NewLegalOutcome(long Person, long? CaseKey, string Outcome, string? Court, string DateText, long Item);

/// <summary>Writes what persons are in a case and what was decided about them; appended, never changed.</summary>
/// <param name="now">UTC microseconds.</param>
/// <param name="by">Key of the officer.</param>
public sealed class PersonRecords(Writer writer, long now, long by)
{
    /// <summary>Gives a category; the one before stays as history.</summary>
    public async Task<long> Give(NewCategory category, CancellationToken ct)
    {
        var key = await writer.TakeKeys("category", 1, ct);
        await writer.Execute("""
            insert into category (key, person, case_key, category, child, grounds, conduct_item, given_by, given_at)
            values (@key, @Person, @CaseKey, @Category, @child, @Grounds, @ConductItem, @by, @now)
            """, new { key, category.Person, category.CaseKey, category.Category, child = category.Child ? 1L : 0L, category.Grounds, category.ConductItem, by, now }, ct);
        return key;
    }

    /// <summary>Records a legal outcome.</summary>
    public async Task<long> Record(NewLegalOutcome outcome, CancellationToken ct)
    {
        var key = await writer.TakeKeys("legal_outcome", 1, ct);
        await writer.Execute("""
            insert into legal_outcome (key, person, case_key, outcome, court, date_text, item, recorded_by, recorded_at)
            values (@key, @Person, @CaseKey, @Outcome, @Court, @DateText, @Item, @by, @now)
            """, new { key, outcome.Person, outcome.CaseKey, outcome.Outcome, outcome.Court, outcome.DateText, outcome.Item, by, now }, ct);
        return key;
    }

    /// <summary>Lifts the custody bar of an item.</summary>
    public Task<int> Clear(long item, CancellationToken ct) =>
        writer.Execute("update item set custody_cleared_by = @by, custody_cleared_at = @now where key = @item and custody_cleared_by is null", new { item, by, now }, ct);
}
