using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Register.Records;

namespace Plumbline.Safeguards.Sources;

/// <summary>The source register as its keeper sees it.</summary>
/// <param name="Sources">By reference.</param>
/// <param name="Unregistered">References that items cite and nobody entered.</param>
/// <param name="Waiting">Items without a reference, the oldest first.</param>
/// <param name="TotalWaiting">How many wait in all.</param>
/// <param name="Next">The next free reference number.</param>
public sealed record SourcesView(IReadOnlyList<SourceRow> Sources, IReadOnlyList<CitedReference> Unregistered, IReadOnlyList<UnsourcedRow> Waiting, long TotalWaiting, string Next);

/// <summary>Shows the source register to its keeper, without anyone's identity and without a word of content; the look is an act.</summary>
public sealed class ListSources(Gate gate, Labels labels)
{
    private const int MostWaiting = 500;

    /// <summary>Everything that the keeper works with.</summary>
    public async Task<Outcome<SourcesView>> Run(Visitor visitor, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadSources, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = await Rows(reader, labels, ct);
        var next = await gate.Look(writer => new SourceRecords(writer, 0).Next(ct), ct);
        var view = new SourcesView(await rows.All(ct), await rows.Unregistered(ct), await rows.Waiting(MostWaiting, ct), await rows.CountWaiting(ct), next);
        await gate.Record(reader, Actions.ReadSources, "", view.Sources.Count, "", ct);
        return view;
    }

    /// <summary>The questions of a keeper, who must know that an item waits though its label hides what it says.</summary>
    internal static async Task<SourceRows> Rows(Reader reader, Labels labels, CancellationToken ct) =>
        new(reader, [.. (await labels.All(ct)).Where(label => !label.Value.ExistenceSensitive).Select(label => label.Key)]);
}
