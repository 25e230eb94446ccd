using Plumbline.Register;

namespace Plumbline.Acceptance.Lists;

/// <summary>All that an import left in a register, without times: what two imports must have in common to be the same.</summary>
internal static class RegisterContent
{
    // Keys by rank: a server leaves gaps where a transaction was rolled back.
    private static readonly string[] Questions =
    [
        """
        select list || '|' || entry_key || '|' || dense_rank() over (order by entity) || '|' || dense_rank() over (order by item) || '|' || hash || '|' || (select i.sha256 from import_record i where i.key = seen)
        from list_entry order by list, entry_key
        """,
        """
        select dense_rank() over (order by report) || '|' || number || '|' || text || '|' || entry_key || '|' || entry_hash || '|' || coalesce(withdrawn_why, '') from item order by key
        """,
        "select type from entity order by key",
        """
        select dense_rank() over (order by entity) || '|' || dense_rank() over (order by item) || '|' || property || '|' || value_text || '|' || value_key || '|' || coalesce(original, '') || '|' || coalesce(withdrawn_why, '')
        from statement order by key
        """,
        "select sha256 || '|' || version || '|' || chunks || '|' || state || '|' || added || '|' || changed || '|' || unchanged || '|' || withdrawn || '|' || statements from import_record order by key",
        "select sha256 || '|' || length from file order by key",
    ];

    public static async Task<IReadOnlyList<string>> Of(Home home)
    {
        var all = new List<string>();
        foreach (var question in Questions) all.AddRange(await home.Ask<string>(question));
        return all;
    }
}
