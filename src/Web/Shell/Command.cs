using MudBlazor;

namespace Plumbline.Web.Shell;

/// <summary>An action that the palette offers by name, in three languages at once.</summary>
/// <param name="Id">Its caption is <c>commands.ID</c>; for a page, <c>pages.ID</c>.</param>
/// <param name="Href">Where it leads; null if <paramref name="Act"/> says what the frame does.</param>
/// <param name="Act">What the frame does itself: <c>search</c>, <c>keys</c>, <c>print</c>, <c>theme</c>, <c>sign-out</c>, <c>language-ar</c> …</param>
/// <param name="Page">Offered only if this page is allowed; null for everyone.</param>
/// <param name="Keys">What to press instead, as shown.</param>
public sealed record Command(string Id, string Icon, string? Href = null, string? Act = null, string? Page = null, string? Keys = null)
{
    public string CaptionKey => Page == Id ? $"pages.{Id}" : $"commands.{Id}";
}

/// <summary>Every command, explicitly: pages of the map first, then what the frame does; domains add theirs here.</summary>
public static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        .. PageMap.All.Select(page => new Command(page.Id, page.Icon, page.Href, Page: page.Id, Keys: page.Go is { } key ? $"g {char.ToLowerInvariant(key)}" : null)),
        new("search", Icons.Material.Outlined.Search, Act: "search", Keys: "/"),
        new("check", Icons.Material.Outlined.FactCheck, Act: "check", Keys: "c"),
        new("purpose", Icons.Material.Outlined.Gavel, Act: "purpose", Keys: "p"),
        new("keys", Icons.Material.Outlined.Keyboard, Act: "keys", Keys: "?"),
        new("print", Icons.Material.Outlined.Print, Act: "print"),
        new("english", Icons.Material.Outlined.Translate, Act: "look en"),
        new("arabic", Icons.Material.Outlined.Translate, Act: "look ar"),
        new("kurdish", Icons.Material.Outlined.Translate, Act: "look ckb"),
        new("light", Icons.Material.Outlined.LightMode, Act: "look light"),
        new("dark", Icons.Material.Outlined.DarkMode, Act: "look dark"),
        new("concern", Icons.Material.Outlined.Feedback, Href: "/concern"),
        new("password", Icons.Material.Outlined.Password, Href: "/account/password"),
        new("authenticator", Icons.Material.Outlined.PhonelinkLock, Href: "/account/authenticator"),
        new("sign-out", Icons.Material.Outlined.Logout, Act: "sign-out"),
    ];

    /// <summary>What fits the typed text in any of the three languages; a word's beginning before its middle.</summary>
    public static IEnumerable<Command> Find(string text, IReadOnlySet<string> allowed)
    {
        var offered = All.Where(command => command.Page is null || allowed.Contains(command.Page));
        var sought = Plain(text);
        return sought.Length == 0
            ? offered
            : offered
                .Select(command => (command, rank: Language.All.Min(language => Rank(Plain(Captions.Find(language, command.CaptionKey) ?? ""), sought))))
                .Where(found => found.rank < 3)
                .OrderBy(found => found.rank)
                .Select(found => found.command);
    }

    private static int Rank(string name, string sought) =>
        name.StartsWith(sought, StringComparison.Ordinal) ? 0
        : name.Contains(' ' + sought, StringComparison.Ordinal) ? 1
        : name.Contains(sought, StringComparison.Ordinal) ? 2
        : 3;

    // The hamza and the two forms of ya and kaf are typed in either way.
    private static string Plain(string text) => string.Concat(text.Trim().ToLowerInvariant().Select(c => c switch
    {
        'أ' or 'إ' or 'آ' => 'ا',
        'ى' or 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        _ => c,
    }));
}
