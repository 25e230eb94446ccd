namespace Plumbline.Register.Questions;

/// <summary>What custody bars an item from: corroboration, nomination, product and release. Pure.</summary>
public static class CustodyRule
{
    /// <summary>Why it is barred; null when it is not.</summary>
    public static string? Bars(string custody, string lawyer, string complaint, long? clearedBy) => (custody, lawyer, complaint) switch
    {
        _ when clearedBy is not null => null,
        ("unknown", _, _) => "custody.unknown",
        ("yes", not "yes", _) => "custody.no-lawyer",
        ("yes", _, not "no") => "custody.complaint",
        _ => null,
    };
}
