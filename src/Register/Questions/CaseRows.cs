namespace Plumbline.Register.Questions;

/// <summary>A case as papers name it.</summary>
public sealed record CaseRow(long Key, string Reference, string Title);

/// <summary>In which case does this reader work?</summary>
public sealed class CaseRows(Reader reader)
{
    /// <summary>The case of the reader's purpose; null without one.</summary>
    public async Task<CaseRow?> Working(CancellationToken ct) => reader.Standing.Case is not { } key ? null
        : (await reader.Ask<CaseRow>("""select c.key, c.reference, c.title from "case" c where c.key = @key""", new { key }, ct)).FirstOrDefault();
}
