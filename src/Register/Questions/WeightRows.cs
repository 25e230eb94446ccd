namespace Plumbline.Register.Questions;

/// <summary>A version of what each kind of evidence says.</summary>
/// <param name="Weights">JSON, as the engine wrote it.</param>
public sealed record WeightRow(long Key, string Engine, long Pairs, string Weights, string LearnedBy, long LearnedAt);

/// <summary>Which weights were learned, over what this reader may see?</summary>
public sealed class WeightRows(Reader reader)
{
    /// <summary>The versions, newest first.</summary>
    public Task<IReadOnlyList<WeightRow>> All(CancellationToken ct) => reader.Ask<WeightRow>($"""
        select w.key, w.engine, w.pairs, w.weights, o.name as LearnedBy, w.learned_at as LearnedAt from identity_weights w join officer o on o.key = w.learned_by
        where {reader.Sees("w.current_label")} order by w.key desc limit 20
        """, null, ct);
}
