using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards.Sources;

/// <summary>A source to enter.</summary>
/// <param name="Kind">One of <see cref="SourceKinds"/>.</param>
/// <param name="LegalBasis">Code of the policy: on what law the unit may use it.</param>
public sealed record NewSource(string Kind, string LegalBasis)
{
    /// <summary>Reference number; null takes the next free one.</summary>
    public string? Reference { get; init; }

    /// <summary>Who it is, for the keeper alone; null where nobody is known.</summary>
    public string? Identity { get; init; }
}

/// <summary>Enters a source under a reference number. Its identity is sealed before it is written, and the log tells only number and kind.</summary>
public sealed class AddSource(Gate gate, SourceSeal seal, TimeProvider clock)
{
    private const int LongestReference = 40;
    private const int LongestIdentity = 2000;

    /// <summary>Enters it.</summary>
    /// <returns>The reference.</returns>
    public async Task<Outcome<string>> Run(Visitor visitor, NewSource source, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.AddSource, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var (asked, identity) = (Given(source.Reference), Given(source.Identity));
        if ((WhyNot(source.Kind, asked, identity) ?? StateSourceBasis.WhyNot(gate.Policy, source.LegalBasis)) is { } why) return await gate.Refuse(reader, Actions.AddSource, why, ct);
        return await gate.Perform(reader, Actions.AddSource, async writer =>
        {
            var records = new SourceRecords(writer, clock.Micros());
            var reference = asked ?? await records.Next(ct);
            var key = await records.Add(reference, source.Kind, identity is null ? null : seal.Close(reference, identity), visitor.Officer, ct);
            if (key is not { } made) return new Written<string>(new Refusal("source.reference-taken", $"Another source has the reference {reference}."));
            await records.Basis(made, source.LegalBasis, "", visitor.Officer, ct);
            return new Written<string>(reference, $"source:{made}", 1, $"{reference} {source.Kind} {source.LegalBasis}");
        }, ct);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal? WhyNot(string kind, string? reference, string? identity) =>
        !SourceKinds.All.Contains(kind) ? new("source.kind", $"A source is one of: {string.Join(", ", SourceKinds.All)}.")
        : reference is not null && !IsNumber(reference) ? new("source.reference", "A reference has a figure and no spaces, such as S-116: never a name.")
        : identity?.Length > LongestIdentity ? new("source.identity-length", $"An identity has {LongestIdentity:N0} characters at most.")
        : null;

    // Every officer sees the reference: what has a figure and no space is hardly a name.
    private static bool IsNumber(string reference) => reference.Length <= LongestReference && reference.Any(char.IsDigit)
        && reference.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '.');
}
