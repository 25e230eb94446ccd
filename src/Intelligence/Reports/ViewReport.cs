using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>A report with the items that one reader may see.</summary>
public sealed record ReportView(ReportRow Report, Label Label, IReadOnlyList<ItemRow> Items, ReportFileRow File)
{
    /// <summary>All items that the reader may see; <see cref="Items"/> may be fewer.</summary>
    public required long Total { get; init; }

    /// <summary>Labels of the items, by their key.</summary>
    public required IReadOnlyDictionary<long, Label> Labels { get; init; }

    /// <summary>How the items came by their grades, oldest first.</summary>
    public required IReadOnlyList<GradingRow> Gradings { get; init; }

    /// <summary>What its import did, for a list; null for anything else.</summary>
    public required ImportRow? Import { get; init; }

    /// <summary>References of the origins, by key.</summary>
    public required IReadOnlyDictionary<long, string> Origins { get; init; }
}

/// <summary>Reports, newest first.</summary>
/// <param name="Total">All that the reader may see; the list may be shorter.</param>
public sealed record ReceivedReports(long Total, IReadOnlyList<ReportRow> Reports);

/// <summary>Shows reports: one whole, those received last, or the file itself. Each look is an act.</summary>
public sealed class ViewReport(Gate gate, Labels labels)
{
    /// <summary>One report; hidden and absent are the same refusal.</summary>
    public Task<Outcome<ReportView>> Run(Visitor visitor, long key, CancellationToken ct) => Run(visitor, key, int.MaxValue, ct);

    /// <summary>One report with its first items: a list has thousands.</summary>
    public async Task<Outcome<ReportView>> Run(Visitor visitor, long key, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        if (await new ReportRows(reader).Of([key], ct) is not [var report] || await new ReportFile(reader).Of(key, ct) is not [var file])
            return await gate.Refuse(reader, Actions.ReadReport, new("report.unknown", "There is no such report."), ct);
        var asked = new ItemRows(reader);
        var items = await asked.InReport(key, most, ct);
        var shown = new Dictionary<long, Label>();
        foreach (var item in items) shown[item.CurrentLabel] = await labels.Of(item.CurrentLabel, ct);
        var view = new ReportView(report, await labels.Of(report.CurrentLabel, ct), items, file)
        {
            Labels = shown,
            Total = items.Count < most ? items.Count : await asked.CountInReport(key, ct),
            Import = report.Kind == "list" ? (await new ImportRows(reader).Of(key, ct)).FirstOrDefault() : null,
            Gradings = await new GradingRows(reader).Of([.. items.Select(item => item.Key)], ct),
            Origins = (await new OriginRows(reader).Of([.. items.Select(item => item.Origin).OfType<long>().Distinct()], ct)).ToDictionary(origin => origin.Key, origin => origin.Reference),
        };
        await gate.Record(reader, Actions.ReadReport, $"report:{key}", items.Count, "", ct);
        return view;
    }

    /// <summary>The reports received last, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<ReportRow>>> Lately(Visitor visitor, int most, CancellationToken ct) =>
        (await Lately(visitor, long.MaxValue, most, ct)).Then(found => new Outcome<IReadOnlyList<ReportRow>>.Done(found.Reports));

    /// <summary>The same from where another look ended.</summary>
    /// <param name="before">Key of the last report shown; <see cref="long.MaxValue"/> from the newest.</param>
    public async Task<Outcome<ReceivedReports>> Lately(Visitor visitor, long before, int most, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var rows = new ReportRows(reader);
        var reports = await rows.Lately(before, most, ct);
        var total = before == long.MaxValue && reports.Count < most ? reports.Count : await rows.Count(ct);
        await gate.Record(reader, Actions.ReadReport, string.Join(',', reports.Select(report => $"report:{report.Key}")), reports.Count, "received lately", ct);
        return new ReceivedReports(total, reports);
    }

    /// <summary>Gives the file as it came in. The act is recorded before the first byte leaves.</summary>
    /// <param name="begin">Told the file before its bytes; where they go.</param>
    public async Task<Outcome<ReportFileRow>> Take(Visitor visitor, long key, Func<ReportFileRow, Stream> begin, CancellationToken ct)
    {
        var admitted = await gate.Admit(visitor, Actions.ReadReport, ct);
        if (admitted is not Outcome<Reader>.Done { Value: var reader }) return admitted.Why;
        await using var opened = reader;
        var question = new ReportFile(reader);
        if (await question.Of(key, ct) is not [var file])
            return await gate.Refuse(reader, Actions.ReadReport, new("report.unknown", "There is no such report."), ct);
        await gate.Record(reader, Actions.ReadReport, $"report:{key}", 1, "the file taken out", ct);
        var to = begin(file);
        for (var n = 0L; n < file.Chunks; n++)
            foreach (var bytes in await question.Chunk(key, n, ct)) await to.WriteAsync(bytes, ct);
        return file;
    }
}
