using Plumbline.Core;
using Plumbline.Register.Following;
using Plumbline.Register.Search;

namespace Plumbline.Cli;

/// <summary>The search index for commands that ask it.</summary>
internal static class SearchAccess
{
    /// <summary>Works with the index, caught up with all that is committed; says why where it cannot.</summary>
    public static async Task<int> WithSearch(this Desk desk, bool json, Func<SearchIndex, Task<int>> work, CancellationToken ct)
    {
        var opened = await desk.Projections(ct);
        return opened is Outcome<Projections>.Done { Value: var projections } ? await work(projections.Search) : Answer.Decline(json, opened.Why);
    }
}
