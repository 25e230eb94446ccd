namespace Plumbline.Register.Questions;

/// <summary>An officer as colleagues see one.</summary>
public sealed record OfficerName(long Key, string Name, string? NameOther);

/// <summary>Who recorded, graded or withdrew this?</summary>
public sealed class OfficerNames(Reader reader)
{
    /// <summary>Names by key.</summary>
    public async Task<IReadOnlyDictionary<long, OfficerName>> Of(IReadOnlyCollection<long> keys, CancellationToken ct) =>
        (await reader.Ask<OfficerName>($"select o.key, o.name, o.name_other as NameOther from officer o where {reader.OneOf("o.key", "keys")} order by o.key",
            new { keys = reader.Keys(keys) }, ct)).ToDictionary(officer => officer.Key);
}
