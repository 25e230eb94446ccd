using Microsoft.AspNetCore.Components;

namespace Plumbline.Web.Parts;

/// <summary>A column of a <see cref="DataTable{TRow}"/>.</summary>
/// <param name="Id">Stable: saved views and the column chooser remember it.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Text">The cell as text: filtered, sorted by and copied.</param>
public sealed record DataColumn<TRow>(string Id, string Title, Func<TRow, string?> Text)
{
    /// <summary>How the cell is shown; its text if null.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>What it is sorted by; its text if null.</summary>
    public Func<TRow, IComparable?>? Order { get; init; }

    public bool Filter { get; init; } = true;

    /// <summary>Not shown until chosen.</summary>
    public bool Hidden { get; init; }

    /// <summary>Figures: aligned at their end, of one width.</summary>
    public bool Number { get; init; }

    /// <summary>As CSS states it, such as <c>12rem</c> or <c>2fr</c>.</summary>
    public string Width { get; init; } = "minmax(6rem, 1fr)";
}
