using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Web.Shell;

/// <summary>Who a page acts for: the signed-in officer with the purpose of this tab. Pages pass it to every use case.</summary>
public sealed class AtWork(ShellState shell, PublicIds ids)
{
    /// <summary>The officer at the gate; without a stated purpose the gate says so.</summary>
    public Visitor Visitor => new(shell.Me.OfficerKey,
        shell.Purpose is { } purpose && ids.TryRead(purpose.Key, out var kind, out var key) && kind == PublicKind.Purpose ? key : null, "web");
}
