namespace Plumbline.Core;

/// <summary>Handling codes of other schemes as labels.</summary>
public static class HandlingConversion
{
    /// <summary>The label of a 5x5x5 handling code: 1 is P for law enforcement; 4 and 5 are C with A1 and S2, for the originator only.</summary>
    /// <param name="code">1 to 5.</param>
    /// <param name="originator">Audience code of the originating agency.</param>
    /// <returns>Refused with <c>handling.needs-person</c> for 2 and 3 (non-prosecuting parties, foreign agencies: conditions that a person
    /// must set), with <c>handling.unknown</c> for another code, and with what <see cref="Label.Create"/> refuses.</returns>
    public static Outcome<Label> From5x5x5(int code, string originator) => code switch
    {
        1 => Label.Create(new LabelDraft { Originators = [originator], Audience = [LabelCodes.LawEnforcement] }),
        2 or 3 => new Refusal("handling.needs-person", $"5x5x5 handling code {code} has conditions that a person must set as a label."),
        4 or 5 => Label.Create(new LabelDraft
        {
            Originators = [originator],
            Audience = [originator],
            Handling = Handling.SharingWithConditions,
            Action = HandlingAction.NoDirectAction,
            Sanitisation = Sanitisation.ConsultOriginator,
            OnwardConsent = true,
        }),
        _ => new Refusal("handling.unknown", $"5x5x5 has the handling codes 1 to 5, not {code}."),
    };
}
