using System.ComponentModel.DataAnnotations;
using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Web.Api;

/// <summary>A label as programs read it.</summary>
/// <param name="Text">Canonical, such as <c>handling=C/A1/S2;h2</c>; without its cases.</param>
/// <param name="Codes">The handling codes in short, such as <c>C·A1·S2·H2</c>.</param>
/// <param name="Cases">Ids of the cases that a reader must all work in.</param>
public sealed record LabelAnswer(string Text, string Codes, IReadOnlyList<string> Cases)
{
    internal static LabelAnswer Of(Label label, PublicIds ids) => new(
        label.Cases.Count == 0 ? label.ToString() : ((Outcome<Label>.Done)Label.Create(label.ToDraft() with { Cases = [] })).Value.ToString(),
        label.ShortCode, [.. label.Cases.Select(key => ids.Show(PublicKind.Case, key))]);
}

/// <summary>A label as programs give it.</summary>
/// <param name="Text">Canonical, such as <c>handling=C/A1/S2;h2</c>; without cases.</param>
/// <param name="Cases">Ids of the cases that a reader must all work in; you are a member of each.</param>
public sealed record LabelForm([property: Required, StringLength(2000)] string Text, IReadOnlyList<string>? Cases = null)
{
    private static readonly Refusal Unreadable = new("label.unreadable", "Expected a label such as handling=C/A1/S2;h2, with its cases apart, by their ids.");

    /// <summary>The label that a form says, or why it is none.</summary>
    internal static async Task<Outcome<Label>> Read(LabelForm form, Visitor visitor, Gate gate, PublicIds ids, CancellationToken ct)
    {
        if (!Label.TryParse(form.Text, out var label) || label.Cases.Count > 0) return Unreadable;
        if (form.Cases is not { Count: > 0 } named) return label;
        long[] cases = [.. named.Select(id => ids.Key(PublicKind.Case, id)).Distinct()];
        // A case that nobody knows would hide the report from everyone for ever.
        return cases.Except(await gate.Rights.Cases(visitor.Officer, ct)).Any()
            ? new Refusal("label.case-unknown", "You are a member of no such case.")
            : Label.Create(label.ToDraft() with { Cases = [.. cases] });
    }
}
