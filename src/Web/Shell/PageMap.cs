using MudBlazor;
using Plumbline.Safeguards;

namespace Plumbline.Web.Shell;

/// <summary>The intelligence cycle, in its order; a page lives under the stage where its work is done.</summary>
public enum Stage { Today, Direct, Collect, Evaluate, Collate, Analyse, Disseminate, Review, Oversight, Setup }

/// <summary>A page in the navigation.</summary>
/// <param name="Id">Stable; roles allow pages by it, captions are <c>pages.ID</c>.</param>
/// <param name="Href">Its path, beginning with a slash; pages below it belong to it.</param>
/// <param name="Icon">Inner part of an SVG of 24 by 24.</param>
/// <param name="Action">The gate's action without which the page is not shown; null for everyone.</param>
/// <param name="Go">The letter after <c>g</c>, as a physical key of the English layout; null for none.</param>
public sealed record PageEntry(string Id, Stage Stage, string Href, string Icon, string? Action, char? Go = null);

/// <summary>Every page of the navigation: to add one, write its component, its line here and its caption in three languages.</summary>
public static class PageMap
{
    public static IReadOnlyList<PageEntry> All { get; } =
    [
        new("today", Stage.Today, "/", Icons.Material.Outlined.WbSunny, null, 'T'),
        new("receive", Stage.Collect, "/collect", Icons.Material.Outlined.Inbox, Actions.ReceiveReport, 'C'),
        new("note", Stage.Collect, "/collect/note", Icons.Material.Outlined.EditNote, Actions.WriteNote, 'N'),
        new("sources", Stage.Collect, "/collect/sources", Icons.Material.Outlined.Key, Actions.AssignSource, 'R'),
        new("grading", Stage.Evaluate, "/evaluate", Icons.Material.Outlined.Grading, Actions.ProposeGrade, 'E'),
        new("confirm", Stage.Evaluate, "/evaluate/confirm", Icons.Material.Outlined.DoneAll, Actions.ConfirmGrade, 'F'),
        new("find", Stage.Collate, "/collate", Icons.Material.Outlined.Hub, Actions.Search, 'L'),
        new("waiting", Stage.Collate, "/collate/waiting", Icons.Material.Outlined.HourglassEmpty, Actions.AcceptMark, 'W'),
        new("charts", Stage.Collate, "/collate/charts", Icons.Material.Outlined.Share, Actions.ReadChart, 'H'),
        new("screening", Stage.Collate, "/collate/screening", Icons.Material.Outlined.PersonSearch, Actions.Screen, 'P'),
        new("candidates", Stage.Collate, "/collate/candidates", Icons.Material.Outlined.Compare, Actions.ReadCandidates, 'M'),
        new("watchlists", Stage.Collate, "/collate/watchlists", Icons.Material.Outlined.PlaylistAddCheck, Actions.ReadWatchlists, 'B'),
        new("identity", Stage.Collate, "/collate/identity", Icons.Material.Outlined.JoinInner, Actions.ReadIdentities, 'I'),
        new("letters", Stage.Collate, "/collate/letters", Icons.Material.Outlined.MarkEmailRead, Actions.VerifyClearing),
        new("sharing", Stage.Collate, "/collate/sharing", Icons.Material.Outlined.Handshake, Actions.ExportWatchlist),
        new("oversight", Stage.Oversight, "/oversight", Icons.Material.Outlined.Visibility, Actions.ReadAudit, 'O'),
        new("concerns", Stage.Oversight, "/oversight/concerns", Icons.Material.Outlined.Feedback, Actions.ReadConcerns),
        new("officers", Stage.Setup, "/setup/officers", Icons.Material.Outlined.Badge, Actions.ReadOfficers, 'U'),
        new("cases", Stage.Setup, "/setup/cases", Icons.Material.Outlined.Work, Actions.OpenCase, 'S'),
        new("log", Stage.Setup, "/setup/log", Icons.Material.Outlined.Verified, Actions.LodgeCheckpoint, 'K'),
    ];

    /// <summary>The page that a path belongs to: the longest entry that it begins with; null outside the navigation.</summary>
    public static PageEntry? Of(string path) => All
        .Where(page => page.Href == "/" ? path == "/" : path == page.Href || path.StartsWith(page.Href + "/", StringComparison.Ordinal))
        .MaxBy(page => page.Href.Length);
}
