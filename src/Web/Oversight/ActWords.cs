using Plumbline.Register.Questions;

namespace Plumbline.Web.Oversight;

/// <summary>Acts in the reader's language.</summary>
internal static class ActWords
{
    /// <summary>An action; its code where it has no words yet.</summary>
    public static string Action(Captions t, string action)
    {
        var key = $"oversight.action-{action.Replace('.', '-')}";
        return t.Has(key) ? t[key] : action;
    }

    /// <summary>What came of it: done, or the refusal's sentence.</summary>
    public static string Outcome(Captions t, string outcome) => outcome == "done" ? t["oversight.done"]
        : t.Has($"refusal.{outcome}") ? t[$"refusal.{outcome}"] : t.Say("oversight.refused", ("code", outcome));

    /// <summary>Who did it; the home itself before there was anybody.</summary>
    public static string Officer(ActLine act) => act.Name ?? "–";
}
