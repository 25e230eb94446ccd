using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Plumbline.Exchange.Export;

namespace Plumbline.Web.Collate;

/// <summary>Holds a file between the gate, which let it out and wrote the act, and the officer's browser, which fetches it once.</summary>
internal sealed class ExportTray(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (long Officer, ExportedFile File, DateTimeOffset Until)> files = new();

    /// <summary>Lays a file down for one officer.</summary>
    /// <returns>The ticket that fetches it, good for one fetch.</returns>
    public string Put(long officer, ExportedFile file)
    {
        foreach (var old in files.Where(pair => pair.Value.Until < clock.GetUtcNow())) files.TryRemove(old);
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        files[ticket] = (officer, file, clock.GetUtcNow() + Kept);
        return ticket;
    }

    /// <summary>Takes the file up; false for another officer's, a used and an old ticket alike.</summary>
    public bool TryTake(long officer, string ticket, [NotNullWhen(true)] out ExportedFile? file)
    {
        file = null;
        if (!files.TryGetValue(ticket, out var held) || held.Officer != officer || !files.TryRemove(ticket, out held) || held.Until < clock.GetUtcNow()) return false;
        file = held.File;
        return true;
    }
}
