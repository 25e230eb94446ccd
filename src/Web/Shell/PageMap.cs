using MudBlazor;

namespace Plumbline.Web.Shell;

/// <summary>The intelligence cycle, in its order; a page lives under the stage where its work is done.</summary>
public enum Stage { Today, Direct, Collect, Evaluate, Collate, Analyse, Disseminate, Review, Oversight, Setup }

/// <summary>A page in the navigation.</summary>
/// <param name="Id">Stable; roles allow pages by it, captions are <c>pages.ID</c>.</param>
/// <param name="Href">Its path, beginning with a slash; pages below it belong to it.</param>
/// <param name="Icon">Inner part of an SVG of 24 by 24.</param>
/// <param name="Go">The letter after <c>g</c>, as a physical key of the English layout; null for none.</param>
public sealed record PageEntry(string Id, Stage Stage, string Href, string Icon, char? Go = null);

/// <summary>Every page of the navigation: to add one, write its component, its line here and its caption in three languages.</summary>
public static class PageMap
{
    public static IReadOnlyList<PageEntry> All { get; } =
    [
        new("today", Stage.Today, "/", Icons.Material.Outlined.WbSunny, 'T'),
        new("requirements", Stage.Direct, "/direct", Icons.Material.Outlined.Explore, 'D'),
        new("receive", Stage.Collect, "/collect", Icons.Material.Outlined.Inbox, 'C'),
        new("note", Stage.Collect, "/collect/note", Icons.Material.Outlined.EditNote, 'N'),
        new("grading", Stage.Evaluate, "/evaluate", Icons.Material.Outlined.Grading, 'E'),
        new("confirm", Stage.Evaluate, "/evaluate/confirm", Icons.Material.Outlined.DoneAll, 'F'),
        new("find", Stage.Collate, "/collate", Icons.Material.Outlined.Hub, 'L'),
        new("waiting", Stage.Collate, "/collate/waiting", Icons.Material.Outlined.HourglassEmpty, 'W'),
        new("analyse", Stage.Analyse, "/analyse", Icons.Material.Outlined.Insights, 'A'),
        new("disseminate", Stage.Disseminate, "/disseminate", Icons.Material.Outlined.Outbox, 'S'),
        new("review", Stage.Review, "/review", Icons.Material.Outlined.RateReview, 'R'),
        new("oversight", Stage.Oversight, "/oversight", Icons.Material.Outlined.Visibility, 'O'),
        new("officers", Stage.Setup, "/setup/officers", Icons.Material.Outlined.Badge, 'U'),
    ];

    /// <summary>The page that a path belongs to: the longest entry that it begins with; null outside the navigation.</summary>
    public static PageEntry? Of(string path) => All
        .Where(page => page.Href == "/" ? path == "/" : path == page.Href || path.StartsWith(page.Href + "/", StringComparison.Ordinal))
        .MaxBy(page => page.Href.Length);
}
