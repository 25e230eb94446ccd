using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>What was made of a file, or of the files of one version of a list.</summary>
/// <param name="Files">Names, without folder.</param>
public sealed record ReceivedFiles(IReadOnlyList<string> Files, Outcome<ReceivedContent> Outcome);

/// <summary>What a file was taken in as.</summary>
public abstract record ReceivedContent
{
    private ReceivedContent() { }

    /// <summary>A version of a list.</summary>
    public sealed record List(ImportedList Import) : ReceivedContent;

    /// <summary>A report, or an attachment that is kept whole.</summary>
    public sealed record Document(ReceivedDocument Report) : ReceivedContent;
}

/// <summary>Takes in any files: known lists go in entry by entry, everything else is a report or an attachment. One bad file stops no other.</summary>
public sealed class ReceiveFiles(ImportList lists, ReceiveDocument documents)
{
    private const long MostDocumentBytes = 64L << 20;

    /// <summary>Takes in files; what each became is given as soon as it is in.</summary>
    /// <param name="fields">What holds for the reports among them.</param>
    /// <param name="lossesAccepted">Why a person who looked at the losses of lists accepts them; null when nobody did.</param>
    public async IAsyncEnumerable<ReceivedFiles> Run(Visitor visitor, IReadOnlyList<ListFile> files, ReportFields fields, string? lossesAccepted,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var sorted in ListFormats.Sort(files, ListSurvey.Limits))
        {
            var outcome = sorted.Set is Outcome<ListSet>.Done { Value: var set } ? await List(visitor, set, lossesAccepted, ct)
                : sorted.Set.Why.Code == "list.unknown-format" ? await Document(visitor, sorted.Files[0], fields, sorted.Set.Why, ct)
                : sorted.Set.Why;
            yield return new ReceivedFiles([.. sorted.Files.Select(file => file.Name)], outcome);
        }
    }

    private async Task<Outcome<ReceivedContent>> List(Visitor visitor, ListSet set, string? lossesAccepted, CancellationToken ct)
    {
        if (TooLarge(set.Files.Select(file => file.File), ReceivedList.MostBytes) is { } why) return why;
        return (await lists.Run(visitor, ReceivedList.Of(set), lossesAccepted, ct)).Then<ReceivedContent>(done => new ReceivedContent.List(done));
    }

    private async Task<Outcome<ReceivedContent>> Document(Visitor visitor, ListFile file, ReportFields fields, Refusal noList, CancellationToken ct)
    {
        if (TooLarge([file], MostDocumentBytes) is { } why) return why;
        using var stream = file.Open();
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, ct);
        return (await documents.Run(visitor, file.Name, bytes, fields, ct)).Then<ReceivedContent>(done => new ReceivedContent.Document(LooksLikeAList(done, file.Name) ? done with { Notes = [.. done.Notes, noList.Code == "list.unknown-format" ? ReaderNote.Of("document.no-list", ("known", ListFormats.Known)) : ReaderNote.Of("document.bad-list", ("why", noList.Detail))] } : done));
    }

    // A list in a form that nobody reads yet must not go by as just another attachment.
    private static bool LooksLikeAList(ReceivedDocument document, string name) =>
        document.Format == "attachment" && (name.Contains(".xml", StringComparison.OrdinalIgnoreCase) || name.Contains(".csv", StringComparison.OrdinalIgnoreCase) || name.Contains(".json", StringComparison.OrdinalIgnoreCase));

    // Asked before a byte is read: memory stays bounded whatever is given.
    private static Refusal? TooLarge(IEnumerable<ListFile> files, long most)
    {
        foreach (var file in files)
        {
            using var stream = file.Open();
            if (stream.Length > most) return new Refusal("file.too-large", $"{file.Name} has {stream.Length:N0} bytes; at most {most:N0} are taken in. Give it packed (gzip), or in parts.");
        }
        return null;
    }
}
