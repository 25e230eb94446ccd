using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Web.Shell;

/// <summary>Who a page acts for: the signed-in officer with the purpose of this tab. Pages pass it to every use case.</summary>
public sealed class AtWork(ShellState shell, PublicIds ids, Gate gate)
{
    /// <summary>The officer at the gate; without a stated purpose the gate says so.</summary>
    public Visitor Visitor => new(shell.Me.OfficerKey,
        shell.Purpose is { } purpose && ids.TryRead(purpose.Key, out var kind, out var key) && kind == PublicKind.Purpose ? key : null, "web");

    /// <summary>Whether the officer's roles include an action, so that a page offers only what can be done; the gate decides again when it is done.</summary>
    public async Task<bool> May(string action) => gate.Policy.Allows(await gate.Rights.Roles(shell.Me.OfficerKey, CancellationToken.None), action);
}
