namespace Plumbline.Register.Questions;

/// <summary>A source with its identity as it lies in the register: sealed.</summary>
public sealed record SealedSource
{
    /// <summary>Key of the source.</summary>
    public long Key { get; init; }

    /// <summary>Reference number.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Null when no identity was entered.</summary>
    public byte[]? Secret { get; init; }
}

/// <summary>What is sealed behind a reference? Sources carry no label: who may ask is the gate's.</summary>
public sealed class SourceSecrets(Reader reader)
{
    /// <summary>The source of a reference; null when there is none.</summary>
    public async Task<SealedSource?> Of(string reference, CancellationToken ct) => (await reader.Ask<SealedSource>(
        "select s.key, s.reference, s.secret from source s where s.reference = @reference", new { reference }, ct)).FirstOrDefault();
}
