using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Charts;

/// <summary>What says so: an item of the register, or a note that becomes one. Nothing is drawn that no item tells.</summary>
public sealed class ItemChoice
{
    /// <summary>Public id of an item; empty where a note is written.</summary>
    public string Id { get; set; } = "";

    /// <summary>Whether a note of one's own is what says so.</summary>
    public bool IsNote { get; set; }

    /// <summary>The note.</summary>
    public string Note { get; set; } = "";

    /// <summary>How the note must be handled.</summary>
    public Label Label { get; set; } = Label.None;

    /// <summary>Key of the item; the note is kept first, once.</summary>
    public async Task<Outcome<long>> Key(AtWork work, WriteNote notes, PublicIds ids, CancellationToken ct)
    {
        // What is no id is asked for all the same: hidden, absent and mistyped are one refusal.
        if (!IsNote) return ids.TryRead(Id.Trim(), out var kind, out var known) && kind == PublicKind.Item ? known : -1L;
        var kept = await notes.Run(work.Visitor, Note, Label, ct);
        if (kept is not Outcome<ReceivedAs>.Done { Value: var received }) return kept.Why;
        // What comes after may be refused: the note is an item now, and is not written twice.
        (IsNote, Id) = (false, ids.Show(PublicKind.Item, received.Items[0]));
        return received.Items[0];
    }
}
