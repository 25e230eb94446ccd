using Plumbline.Core;
using Plumbline.Register.Following;

namespace Plumbline.Cli;

/// <summary>Work that searches waits until the index has caught up with the log.</summary>
internal static class SearchAccess
{
    /// <summary>Does the work once the index is current; refuses when it cannot be.</summary>
    public static async Task<int> WithSearch(this Desk desk, bool json, Func<Task<int>> work, CancellationToken ct) =>
        await desk.Projections(ct) is Outcome<Projections>.Refused { Reason: var why } ? Answer.Decline(json, why) : await work();
}
