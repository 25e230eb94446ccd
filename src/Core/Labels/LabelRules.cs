namespace Plumbline.Core;

/// <summary>What makes the fields of a label a label.</summary>
internal static class LabelRules
{
    private const int LongestText = 4000;

    public static Refusal? Broken(LabelDraft fields)
    {
        if (!Known(fields)) return new Refusal("label.unknown-code", "A handling, action, sanitisation, TLP or condition code of the label does not exist.");
        var conditions = (fields.Action is null ? 0 : 1) + (fields.Sanitisation is null ? 0 : 1);
        if (fields.Handling == Handling.SharingWithConditions && conditions < 2)
            return new Refusal("label.needs-conditions", "Handling C needs an action code (A1–A3) and a sanitisation code (S1, S2).");
        if (fields.Handling == Handling.SharingPermitted && conditions > 0)
            return new Refusal("label.has-conditions", "Handling P takes no action and no sanitisation code; choose C to set conditions.");
        if (fields.Classification is < 0 or > 99) return new Refusal("label.out-of-range", "A classification level lies between 0 and 99.");
        if (fields.Cases.Any(key => key <= 0)) return new Refusal("label.out-of-range", "A case key is a positive number.");
        if (Texts(fields).Any(text => string.IsNullOrWhiteSpace(text) || text.Length > LongestText || !TextNormalisation.IsClean(text)))
            return new Refusal("label.unclean", $"A text of the label is blank, longer than {LongestText} characters, or has a NUL or half a character in it.");
        return null;
    }

    private static bool Known(LabelDraft fields) =>
        Enum.IsDefined(fields.Handling)
        && (fields.Action is not { } action || Enum.IsDefined(action))
        && (fields.Sanitisation is not { } sanitisation || Enum.IsDefined(sanitisation))
        && (fields.Tlp is not { } tlp || Enum.IsDefined(tlp))
        && (int)fields.Conditions is >= 0 and <= 15;

    private static IEnumerable<string> Texts(LabelDraft fields) =>
        [.. fields.Originators, .. fields.H3, .. fields.Audience ?? [], .. fields.Purposes ?? [], .. fields.Caveats];
}
