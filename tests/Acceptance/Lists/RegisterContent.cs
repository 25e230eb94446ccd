using Plumbline.Register;

namespace Plumbline.Acceptance.Lists;

/// <summary>All that an import left in a register, without times: what two imports must have in common to be the same.</summary>
internal static class RegisterContent
{
    private static readonly string[] Questions =
    [
        "select list || '|' || entry_key || '|' || entity || '|' || item || '|' || hash || '|' || seen from list_entry order by list, entry_key",
        "select key || '|' || report || '|' || number || '|' || text || '|' || entry_key || '|' || entry_hash || '|' || coalesce(withdrawn_why, '') from item order by key",
        "select key || '|' || type from entity order by key",
        "select key || '|' || entity || '|' || property || '|' || value_text || '|' || value_key || '|' || coalesce(original, '') || '|' || item || '|' || coalesce(withdrawn_why, '') from statement order by key",
        "select key || '|' || sha256 || '|' || version || '|' || report || '|' || chunks || '|' || state || '|' || added || '|' || changed || '|' || unchanged || '|' || withdrawn || '|' || statements from import_record order by key",
        "select sha256 || '|' || length from file order by key",
    ];

    public static async Task<IReadOnlyList<string>> Of(Home home)
    {
        var all = new List<string>();
        foreach (var question in Questions) all.AddRange(await home.Ask<string>(question));
        return all;
    }
}
