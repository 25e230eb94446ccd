namespace Plumbline.Register.Records;

/// <summary>Notes of which entities something came to be said, was taken back, or is seen by others than before: whoever keeps them ready reads these anew, and nothing else.</summary>
/// <remarks>Whatever writes a statement, or who is listed, notes it in the same transaction; a spec looks whether it does.</remarks>
internal sealed class TouchedRecords(Writer writer)
{
    /// <summary>Notes entities by their keys, runs of them as one.</summary>
    public async Task Note(IEnumerable<long> entities, CancellationToken ct)
    {
        var runs = EntityRun.Of(entities);
        if (runs.Count == 0) return;
        var moment = await writer.One<long>($"select {writer.Dialect.WrittenAt()}", null, ct);
        await BulkRows.Insert(writer, "touched", ["moment", "first_entity", "last_entity"], runs.Select(run => new object?[] { moment, run.First, run.Last }), ct);
    }

    /// <summary>Notes the entities of which statements tell.</summary>
    /// <param name="which">The condition on <c>statement</c>.</param>
    /// <param name="args">Its parameters.</param>
    public async Task NoteOf(string which, object args, CancellationToken ct) => await Note(await writer.Query<long>($"select distinct entity from statement where {which}", args, ct), ct);
}
