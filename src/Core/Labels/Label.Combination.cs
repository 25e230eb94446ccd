namespace Plumbline.Core;

public sealed partial record Label
{
    /// <summary>The union of two labels' restrictions: what a reader of both must respect.</summary>
    /// <returns>The loosest label that is at least as strict as each. Commutative, associative, idempotent.</returns>
    public Label Combine(Label other)
    {
        if (ReferenceEquals(this, other)) return this;
        return new Label(new LabelDraft
        {
            Originators = Originators.Union(other.Originators),
            Handling = other.Handling == Handling.SharingWithConditions ? other.Handling : Handling,
            Action = Least(Action, other.Action),
            Sanitisation = Most(Sanitisation, other.Sanitisation),
            H1 = H1 || other.H1,
            H2 = H2 || other.H2,
            H3 = H3.Union(other.H3),
            Classification = Math.Max(Classification, other.Classification),
            Tlp = Most(Tlp, other.Tlp),
            Audience = Common(Audience, other.Audience),
            Cases = Cases.Union(other.Cases),
            Purposes = Common(Purposes, other.Purposes),
            Conditions = Conditions | other.Conditions,
            OnwardConsent = OnwardConsent || other.OnwardConsent,
            ReviewOn = Least(ReviewOn, other.ReviewOn),
            Caveats = Caveats.Union(other.Caveats),
            ExistenceSensitive = ExistenceSensitive || other.ExistenceSensitive,
        });
    }

    /// <summary>Whether whatever this label permits the other permits too, field by field.</summary>
    /// <remarks>A partial order: of two labels neither need be at least as strict as the other.</remarks>
    public bool IsAtLeastAsStrictAs(Label other) =>
        Originators.IsSupersetOf(other.Originators)
        && (Handling == Handling.SharingWithConditions || other.Handling == Handling.SharingPermitted)
        && (other.Action is null || Action <= other.Action)
        && (other.Sanitisation is null || Sanitisation >= other.Sanitisation)
        && (H1 || !other.H1)
        && (H2 || !other.H2)
        && H3.IsSupersetOf(other.H3)
        && Classification >= other.Classification
        && (other.Tlp is null || Tlp >= other.Tlp)
        && (other.Audience is null || Audience?.IsSubsetOf(other.Audience) == true)
        && Cases.IsSupersetOf(other.Cases)
        && (other.Purposes is null || Purposes?.IsSubsetOf(other.Purposes) == true)
        && (Conditions & other.Conditions) == other.Conditions
        && (OnwardConsent || !other.OnwardConsent)
        && (other.ReviewOn is null || ReviewOn <= other.ReviewOn)
        && Caveats.IsSupersetOf(other.Caveats)
        && (ExistenceSensitive || !other.ExistenceSensitive);

    /// <summary>Whether this label is stricter than the other: at least as strict, and not the same.</summary>
    public bool Restricts(Label other) => !Equals(other) && IsAtLeastAsStrictAs(other);

    /// <summary>The union of many labels' restrictions; <see cref="None"/> when there is none.</summary>
    public static Label Combine(params IEnumerable<Label> labels) => labels.Aggregate(None, (sum, label) => sum.Combine(label));

    private static T? Least<T>(T? one, T? two) where T : struct =>
        one is not { } a ? two : two is not { } b ? one : Comparer<T>.Default.Compare(a, b) <= 0 ? a : b;

    private static T? Most<T>(T? one, T? two) where T : struct =>
        one is not { } a ? two : two is not { } b ? one : Comparer<T>.Default.Compare(a, b) >= 0 ? a : b;

    private static TextSet? Common(TextSet? one, TextSet? two) =>
        one is null ? two : two is null ? one : one.Intersect(two);
}
