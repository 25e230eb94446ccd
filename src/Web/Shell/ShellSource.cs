using Plumbline.Core;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Shell;

/// <summary>What the frame needs to know; the host wires it to the register.</summary>
public interface IShellSource
{
    /// <summary>The frame of one tab.</summary>
    /// <param name="purposeKey">The purpose that this tab had before it was loaded again, or null.</param>
    Task<ShellView> Load(SignedIn me, string? purposeKey, CancellationToken ct);

    /// <summary>Takes up one of the recent purposes for this tab, and records that.</summary>
    Task<Outcome<PurposeView>> Choose(SignedIn me, string purposeKey, CancellationToken ct);
}

/// <param name="OfficerName">As colleagues write it.</param>
/// <param name="AllowedPages">Ids of <see cref="PageMap"/>; what is not there is not shown.</param>
/// <param name="Purpose">Null: none stated yet.</param>
/// <param name="Recent">The last five, newest first.</param>
public sealed record ShellView(string OfficerName, IReadOnlySet<string> AllowedPages, PurposeView? Purpose, IReadOnlyList<PurposeView> Recent);

/// <param name="Key">Opaque to the pages; kept in the tab, sent with every call.</param>
/// <param name="Case">Number or short name of the case; null for "no case yet".</param>
/// <param name="Name">The purpose in the reader's language.</param>
public sealed record PurposeView(string Key, string? Case, string Name, string? Reason = null);

/// <summary>The highest label on the page.</summary>
/// <param name="Level">0 (open) to 4 (highest), for the colour; the text carries the meaning.</param>
public sealed record HandlingView(string Text, int Level);
