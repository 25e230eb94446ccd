using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Exchange.Receiving;

/// <summary>Gives the records of a list that could not be read, with line, field and reason.</summary>
/// <param name="rejects">The folder that reject files are kept in.</param>
public sealed class TakeRejects(Gate gate, string rejects)
{
    /// <summary>Whether something of a list could not be read.</summary>
    public bool Has(ImportRow import) => File.Exists(RejectFile.PathOf(rejects, import.Sha256));

    /// <summary>The reject file of a list, by the key of its report. The act is recorded before the first byte leaves.</summary>
    /// <param name="begin">Told the name and the length in bytes; where they go.</param>
    public async Task<Outcome<string>> Run(Visitor visitor, long report, Func<string, long, Stream> begin, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ImportRows(reader).Of(report, ct) is not [var import])
            return await gate.Refuse(reader, Actions.ReadReport, new("report.unknown", "There is no such report."), ct);
        var path = RejectFile.PathOf(rejects, import.Sha256);
        if (!File.Exists(path)) return await gate.Refuse(reader, Actions.ReadReport, new("list.no-rejects", "Every record of this list was read."), ct);
        await gate.Record(reader, Actions.ReadReport, $"report:{report}", import.Rejected, "the rejected records taken out", ct);
        var name = Path.GetFileName(path);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        await file.CopyToAsync(begin(name, file.Length), ct);
        return name;
    }
}
