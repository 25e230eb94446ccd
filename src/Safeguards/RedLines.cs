using System.Reflection;

namespace Plumbline.Safeguards;

/// <summary>What no policy pack may loosen. A pack says what roles may do; these lines say what they may never do, whoever writes the pack.</summary>
public static class RedLines
{
    private const int LongestWithoutCase = 72;

    // Who runs the machine reads nothing on it; who watches changes nothing that is watched.
    private static readonly Dictionary<string, string[]> AtMost = new(StringComparer.Ordinal)
    {
        ["administrator"] =
        [
            Actions.CreateAccount, Actions.ResetAccount, Actions.LockAccount, Actions.ReadOfficers, Actions.VerifyAudit, Actions.LodgeCheckpoint,
            Actions.Backup, Actions.Restore, Actions.Rebuild, Actions.Doctor, Actions.StatePurpose,
        ],
        ["oversight"] =
        [
            Actions.ReadAudit, Actions.ReviewAct, Actions.VerifyAudit, Actions.ReadConcerns, Actions.ReadOfficers, Actions.ConfirmRole, Actions.RestoreContent,
            Actions.ClearCustody, Actions.ReadItem, Actions.ReadReport, Actions.ReadEntity, Actions.Search, Actions.Check, Actions.StatePurpose,
            Actions.ReadWatchlists, Actions.ReadTallies, Actions.VerifyClearing,
        ],
    };

    private static readonly Dictionary<string, string> Only = new(StringComparer.Ordinal)
    {
        [Actions.ReadAudit] = "oversight",
        [Actions.ReviewAct] = "oversight",
        [Actions.ReadConcerns] = "oversight",
        [Actions.CreateAccount] = "administrator",
        [Actions.ResetAccount] = "administrator",
        [Actions.LockAccount] = "administrator",
        [Actions.ReadSources] = "source_keeper",
        [Actions.AddSource] = "source_keeper",
        [Actions.AssignSource] = "source_keeper",
        [Actions.RevealSource] = "source_keeper",
        [Actions.GrantRole] = "supervisor",
    };

    private static readonly HashSet<string> Known = typeof(Actions).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

    /// <summary>The lines that a pack crosses, in sentences; empty for one that only tightens.</summary>
    public static IEnumerable<string> CrossedBy(Policy policy)
    {
        foreach (var unknown in policy.Actions.Where(action => !Known.Contains(action)))
            yield return $"The action {unknown} is unknown.";
        foreach (var (role, may) in AtMost)
            foreach (var action in policy.Actions.Where(action => policy.Allows([role], action) && !may.Contains(action)))
                yield return $"The role {role} may never have {action}.";
        foreach (var (action, owner) in Only)
            foreach (var role in policy.WhoMay(action).Where(role => role != owner))
                yield return $"{action} belongs to {owner} alone, not to {role}.";
        foreach (var role in AtMost.Keys.Where(role => !policy.Alone.Contains(role)))
            yield return $"The role {role} is held alone.";
        if (policy.Against(["source_keeper"], "analyst") is null)
            yield return "Source keeper and analyst are kept apart.";
        foreach (var kind in policy.Purposes.Where(kind => kind.Code is "enquiry" or "threat_to_life" && kind.Hours is < 1 or > LongestWithoutCase))
            yield return $"The purpose {kind.Code} holds 1 to {LongestWithoutCase} hours.";
    }
}
