using Plumbline.Core;
using Plumbline.Register.Search;

namespace Plumbline.Cli;

/// <summary>The search index of a home for one command, brought up to the log.</summary>
internal static class SearchAccess
{
    /// <summary>Does work that searches.</summary>
    public static async Task<int> WithSearch(this Desk desk, bool json, Func<SearchIndex, Task<int>> work, CancellationToken ct)
    {
        var opened = SearchIndex.Open(Path.Combine(desk.Home.Folder, "index"));
        if (opened is not Outcome<SearchIndex>.Done { Value: var index }) return Answer.Decline(json, opened.Why);
        using var held = index;
        await desk.Sequencer.Run(ct);
        await new SearchFeed(desk.Home.Store, index).Run(durable: true, ct);
        return await work(index);
    }
}
