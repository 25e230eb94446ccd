using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Core;

/// <summary>Who may know and what for. Immutable; equal labels have equal canonical text, by which the register interns them.</summary>
/// <remarks>Labels are on reports, items, statements and judgements, never on entities. They form a semilattice under
/// <see cref="Combine(Label)"/>, whose bottom is <see cref="None"/>.</remarks>
public sealed partial record Label
{
    private readonly LabelDraft fields;
    private readonly string text;

    private Label(LabelDraft fields)
    {
        this.fields = fields;
        text = LabelText.Write(fields);
    }

    /// <summary>The least restrictive label: sharing permitted, everything else open.</summary>
    public static Label None { get; } = new(new LabelDraft());

    /// <summary>Checks the fields and makes the label.</summary>
    /// <returns>Refused with <c>label.needs-conditions</c> (C without A and S), <c>label.has-conditions</c> (P with them),
    /// <c>label.unclean</c>, <c>label.unknown-code</c> or <c>label.out-of-range</c>.</returns>
    public static Outcome<Label> Create(LabelDraft fields) =>
        LabelRules.Broken(fields) is { } refusal ? refusal : new Label(fields);

    /// <inheritdoc cref="LabelDraft.Originators"/>
    public TextSet Originators => fields.Originators;

    /// <inheritdoc cref="LabelDraft.Handling"/>
    public Handling Handling => fields.Handling;

    /// <inheritdoc cref="LabelDraft.Action"/>
    public HandlingAction? Action => fields.Action;

    /// <inheritdoc cref="LabelDraft.Sanitisation"/>
    public Sanitisation? Sanitisation => fields.Sanitisation;

    /// <inheritdoc cref="LabelDraft.H1"/>
    public bool H1 => fields.H1;

    /// <inheritdoc cref="LabelDraft.H2"/>
    public bool H2 => fields.H2;

    /// <inheritdoc cref="LabelDraft.H3"/>
    public TextSet H3 => fields.H3;

    /// <inheritdoc cref="LabelDraft.Classification"/>
    public int Classification => fields.Classification;

    /// <inheritdoc cref="LabelDraft.Tlp"/>
    public Tlp? Tlp => fields.Tlp;

    /// <inheritdoc cref="LabelDraft.Audience"/>
    public TextSet? Audience => fields.Audience;

    /// <inheritdoc cref="LabelDraft.Cases"/>
    public ImmutableSortedSet<long> Cases => fields.Cases;

    /// <inheritdoc cref="LabelDraft.Purposes"/>
    public TextSet? Purposes => fields.Purposes;

    /// <inheritdoc cref="LabelDraft.Conditions"/>
    public SenderConditions Conditions => fields.Conditions;

    /// <inheritdoc cref="LabelDraft.OnwardConsent"/>
    public bool OnwardConsent => fields.OnwardConsent;

    /// <inheritdoc cref="LabelDraft.ReviewOn"/>
    public DateOnly? ReviewOn => fields.ReviewOn;

    /// <inheritdoc cref="LabelDraft.Caveats"/>
    public TextSet Caveats => fields.Caveats;

    /// <inheritdoc cref="LabelDraft.ExistenceSensitive"/>
    public bool ExistenceSensitive => fields.ExistenceSensitive;

    /// <summary>The handling codes for display: <c>P</c>, <c>C·A1·S2</c>, <c>C·A2·S1·H1·H3</c>.</summary>
    public string ShortCode => string.Join('·', HandlingCodes());

    /// <summary>The fields, to make another label from.</summary>
    public LabelDraft ToDraft() => fields;

    /// <summary>The canonical text: keys in a fixed order, sets in ordinal order, texts escaped.</summary>
    public override string ToString() => text;

    /// <summary>The text as it leaves the register: cases by their public ids, whose keys would tell how many there are.</summary>
    public string Outside(PublicIds ids) => Cases.Count == 0 ? text : LabelText.Write(ToDraft(), key => ids.Show(PublicKind.Case, key));

    /// <summary>Reads a canonical text; the keys may come in any order, each once.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Label? label)
    {
        label = text is not null && LabelText.Read(text) is { } draft && Create(draft) is Outcome<Label>.Done done ? done.Value : null;
        return label is not null;
    }

    /// <summary>Equal when the canonical texts are.</summary>
    public bool Equals(Label? other) => other is not null && text == other.text;

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    private IEnumerable<string> HandlingCodes()
    {
        yield return ((char)Handling).ToString();
        if (Action is { } action) yield return $"A{(int)action}";
        if (Sanitisation is { } sanitisation) yield return $"S{(int)sanitisation}";
        if (H1) yield return "H1";
        if (H2) yield return "H2";
        if (H3.Count > 0) yield return "H3";
    }
}
