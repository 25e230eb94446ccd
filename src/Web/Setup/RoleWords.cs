namespace Plumbline.Web.Setup;

/// <summary>Roles in the reader's language.</summary>
internal static class RoleWords
{
    /// <summary>One role.</summary>
    public static string Of(Captions t, string role) => t.Has($"setup.role-{role}") ? t[$"setup.role-{role}"] : role;

    /// <summary>Roles joined by commas, as the register keeps them; a dash for none.</summary>
    public static string All(Captions t, string roles) =>
        roles.Length == 0 ? "–" : string.Join(t["setup.comma"], roles.Split(',').Select(role => Of(t, role)));
}
