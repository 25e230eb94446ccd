namespace Plumbline.Register.Questions;

/// <summary>How often items of a source were given one grade.</summary>
public sealed record SourceGradeRow
{
    /// <summary>Code of the grade.</summary>
    public long Grade { get; init; }

    /// <summary>Items that the reader sees; no others are counted.</summary>
    public long Items { get; init; }
}

/// <summary>How were earlier items of this source evaluated, as far as this reader may see?</summary>
public sealed class SourceGrades(Reader reader)
{
    /// <summary>Confirmed grades of items with this source reference, the most frequent first.</summary>
    public Task<IReadOnlyList<SourceGradeRow>> Of(string source, CancellationToken ct) => reader.Ask<SourceGradeRow>($"""
        select i.current_grade as Grade, count(*) as Items from item i
        where i.source = @source and i.state = 'graded' and i.current_grade is not null and i.withdrawn_at is null and {reader.Sees("i.current_label")}
        group by i.current_grade order by count(*) desc, i.current_grade
        """, new { source }, ct);
}
