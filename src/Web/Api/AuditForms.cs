using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Questions;
using Plumbline.Safeguards;

namespace Plumbline.Web.Api;

/// <summary>An act, as oversight reads it.</summary>
/// <param name="Role">The officer's roles at the time, comma-separated.</param>
/// <param name="Objects">Ids of what was read or changed; where a kind has no id outside, the kind.</param>
/// <param name="Outcome"><c>done</c>, or the code of a refusal.</param>
/// <param name="Leaf">Its place in the tree; null within the second before it has one.</param>
/// <param name="Verdict"><c>in-order</c> or <c>concern</c> once reviewed.</param>
public sealed record ActAnswer(string Id, DateTimeOffset At, string? Login, string? Name, string Role, string Channel, string? OnInstructionOf, string? Purpose, string? PurposeReason, string? Case,
    string Action, IReadOnlyList<string> Objects, long Count, string Outcome, long? Leaf, string? Verdict, string? Note)
{
    internal static ActAnswer Of(ActLine act, PublicIds ids) => new(ids.Show(PublicKind.Act, act.Key), Clock.FromMicros(act.At), act.Login, act.Name, act.Role, act.Channel, act.OnInstructionOf, act.Purpose, act.Reason, act.Case,
        act.Action, Oversight.ActObjects.Of(act.Objects, ids), act.Count, act.Outcome, act.Leaf, act.Verdict, act.Note);
}

/// <summary>A part of the log.</summary>
/// <param name="Acts">Newest first.</param>
/// <param name="Next">Pass it as <c>after</c> for the next part; null at the end.</param>
public sealed record ActsAnswer(IReadOnlyList<ActAnswer> Acts, string? Next);

/// <summary>An act with what was kept beside it.</summary>
/// <param name="Content">Search text, reasons, hashes; null when it was erased.</param>
public sealed record ActWithContent(ActAnswer Act, string? Content)
{
    internal static ActWithContent Of(ActView view, PublicIds ids) => new(ActAnswer.Of(view.Act, ids), view.Content);
}

/// <summary>What oversight thinks of an act.</summary>
/// <param name="Concern">It needs following up; then the note says why.</param>
public sealed record ReviewForm(bool Concern, [property: StringLength(2000)] string Note = "");

/// <summary>How far the log has come.</summary>
/// <param name="Leaves">Acts in the tree.</param>
/// <param name="Waiting">Acts that have no place yet.</param>
/// <param name="LodgedSize">Acts under the newest checkpoint; null before the first.</param>
public sealed record LogHeadAnswer(long Leaves, long Waiting, long? LodgedSize, DateTimeOffset? LodgedAt)
{
    internal static LogHeadAnswer Of(LogHead head) => new(head.Leaves, head.Waiting, head.LodgedSize, head.LodgedAt is { } at ? Clock.FromMicros(at) : null);
}

/// <summary>What verifying the whole log found.</summary>
/// <param name="Holds">Nothing is wrong.</param>
/// <param name="Root">Recomputed from the acts, in hexadecimal.</param>
/// <param name="Faults">In sentences.</param>
public sealed record VerificationAnswer(bool Holds, long Leaves, string Root, IReadOnlyList<string> Faults)
{
    internal static VerificationAnswer Of(AuditFinding found) => new(found.Faults.Count == 0, found.Leaves, Convert.ToHexStringLower(found.Root), found.Faults);
}

/// <summary>A signed checkpoint of the log.</summary>
/// <param name="Text">C2SP tlog-checkpoint; give it to someone outside, so that whoever holds the key cannot rewrite history.</param>
public sealed record CheckpointAnswer(long Size, string Text);
