using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Exchange.Lists;
using Plumbline.Exchange.Receiving;
using Plumbline.Register;
using Plumbline.Safeguards;

namespace Plumbline.Acceptance.Lists;

/// <summary>Words for importing lists at a desk.</summary>
internal static class ListDesk
{
    public static string RejectsFolder(this Desk desk) => Path.Combine(desk.Home.Folder, "rejects");

    /// <summary>Imports files in one command; one answer a file or version.</summary>
    public static async Task<IReadOnlyList<ReceivedFiles>> Import(this Desk desk, Visitor visitor, IReadOnlyList<ListFile> files, bool acceptLosses = false)
    {
        var lists = new ImportList(desk.Gate, new Labels(desk.Home.Store), TimeProvider.System, desk.RejectsFolder());
        var results = new List<ReceivedFiles>();
        await foreach (var result in new ReceiveFiles(lists, new ReceiveDocument(desk.Receive)).Run(visitor, files, new ReportFields(), acceptLosses ? "looked at" : null, TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }

    public static async Task<Outcome<ReceivedContent>> ImportOne(this Desk desk, Visitor visitor, ListFile file, bool acceptLosses = false) =>
        Assert.Single(await desk.Import(visitor, [file], acceptLosses)).Outcome;

    public static ImportedList List(Outcome<ReceivedContent> outcome)
    {
        var list = Assert.IsType<ReceivedContent.List>(Desk.Done(outcome)).Import;
        Assert.Equal(list.Entries, list.Added + list.Changed + list.Unchanged + list.Rejected);
        return list;
    }

    /// <summary>The counts that tell a version's story.</summary>
    public static (long Added, long Changed, long Unchanged, long Rejected, long Withdrawn) Story(ImportedList list) => (list.Added, list.Changed, list.Unchanged, list.Rejected, list.Withdrawn);

    public static async Task<IReadOnlyList<T>> Ask<T>(this Home home, string sql)
    {
        await using var db = await home.Store.Open(TestContext.Current.CancellationToken);
        return Dapper.SqlMapper.AsList(await Dapper.SqlMapper.QueryAsync<T>(db, sql));
    }
}
