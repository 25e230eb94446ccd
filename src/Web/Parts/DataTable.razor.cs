using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Parts;

public sealed partial class DataTable<TRow>
{
    private const float RowHeight = 28;
    private static int made;

    private readonly string id = $"table-{Interlocked.Increment(ref made)}";
    private readonly HashSet<string> hidden = [];
    private readonly Dictionary<string, string> filters = [];
    private readonly HashSet<TRow> chosen = [];
    private Line[] rows = [];
    private DataColumn<TRow>? order;
    private bool descending;
    private int at;
    private IReadOnlyList<TRow>? seen;

    [Inject] private Browser Browser { get; set; } = null!;

    [Parameter, EditorRequired] public IReadOnlyList<TRow> Rows { get; set; } = [];
    [Parameter, EditorRequired] public IReadOnlyList<DataColumn<TRow>> Columns { get; set; } = [];
    /// <summary>What the table is, for those who hear it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>Rows shown without scrolling, at most.</summary>
    [Parameter] public int VisibleRows { get; set; } = 16;
    /// <summary>Actions above the table.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }
    [Parameter] public EventCallback<TRow> OnOpen { get; set; }
    /// <summary>The row that the keyboard or a click is on: for the context panel.</summary>
    [Parameter] public EventCallback<TRow> OnActive { get; set; }
    [Parameter] public EventCallback<IReadOnlyCollection<TRow>> OnChosen { get; set; }

    private IEnumerable<DataColumn<TRow>> Shown => Columns.Where(column => !hidden.Contains(column.Id));

    private string Template => string.Join(' ', Shown.Select(column => column.Width));

    protected override void OnInitialized() => hidden.UnionWith(Columns.Where(column => column.Hidden).Select(column => column.Id));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(seen, Rows)) return;
        seen = Rows;
        chosen.Clear();
        Arrange();
    }

    private void Arrange()
    {
        var left = Rows.Where(row => filters.All(filter => Passes(row, filter.Key, filter.Value)));
        if (order is { } by)
        {
            var key = by.Order ?? (row => by.Text(row));
            left = descending ? left.OrderByDescending(key) : left.OrderBy(key);
        }

        rows = [.. left.Select((row, index) => new Line(index, row))];
        at = Math.Clamp(at, 0, Math.Max(0, rows.Length - 1));
    }

    private bool Passes(TRow row, string column, string sought) =>
        Columns.First(candidate => candidate.Id == column).Text(row)?.Contains(sought, StringComparison.CurrentCultureIgnoreCase) == true;

    private void Narrow(DataColumn<TRow> column, ChangeEventArgs args)
    {
        var text = args.Value?.ToString()?.Trim() ?? "";
        if (text.Length == 0) filters.Remove(column.Id);
        else filters[column.Id] = text;
        at = 0;
        Arrange();
    }

    // Up, down, as it came.
    private void Sort(DataColumn<TRow> column)
    {
        (order, descending) = order != column ? (column, false) : descending ? (null, false) : (column, true);
        Arrange();
    }

    private string Sorted(DataColumn<TRow> column) => order != column ? "none" : descending ? "descending" : "ascending";

    private void Toggle(DataColumn<TRow> column)
    {
        if (!hidden.Remove(column.Id)) hidden.Add(column.Id);
    }

    private async Task Click(Line row, MouseEventArgs args)
    {
        if (args.CtrlKey || args.MetaKey) await Choose(row.Value);
        await Move(row.Index);
    }

    private async Task Key(KeyboardEventArgs args)
    {
        if (rows.Length == 0) return;
        switch (args.Code)
        {
            case "ArrowDown": await Move(at + 1); break;
            case "ArrowUp": await Move(at - 1); break;
            case "PageDown": await Move(at + VisibleRows); break;
            case "PageUp": await Move(at - VisibleRows); break;
            case "Home": await Move(0); break;
            case "End": await Move(rows.Length - 1); break;
            case "Space": await Choose(rows[at].Value); break;
            case "Enter" or "NumpadEnter": await OnOpen.InvokeAsync(rows[at].Value); break;
            case "KeyA" when args.CtrlKey: await ChooseAll(); break;
            case "KeyC" when args.CtrlKey: await Copy(); break;
        }
    }

    private async Task Move(int to)
    {
        at = Math.Clamp(to, 0, rows.Length - 1);
        await Browser.Call("revealRow", id, at, RowHeight);
        await OnActive.InvokeAsync(rows[at].Value);
    }

    private async Task Choose(TRow row)
    {
        if (!chosen.Remove(row)) chosen.Add(row);
        await OnChosen.InvokeAsync(chosen);
    }

    private async Task ChooseAll()
    {
        if (chosen.Count == rows.Length) chosen.Clear();
        else chosen.UnionWith(rows.Select(row => row.Value));
        await OnChosen.InvokeAsync(chosen);
    }

    // The chosen rows, or all that the filters leave: tabulators and lines, as every spreadsheet takes them.
    private async Task Copy()
    {
        var columns = Shown.ToArray();
        var taken = rows.Where(row => chosen.Count == 0 || chosen.Contains(row.Value));
        var lines = taken.Select(row => string.Join('\t', columns.Select(column => (column.Text(row.Value) ?? "").ReplaceLineEndings(" ").Replace('\t', ' '))));
        await Browser.Copy(string.Join('\n', lines.Prepend(string.Join('\t', columns.Select(column => column.Title)))));
    }

    private sealed record Line(int Index, TRow Value);
}
