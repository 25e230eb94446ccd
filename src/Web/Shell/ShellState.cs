using Plumbline.Web.Accounts;

namespace Plumbline.Web.Shell;

/// <summary>What one tab knows: officer, purpose, handling of the page, its keys. Pages inject it.</summary>
public sealed class ShellState
{
    private readonly List<PageKey> keys = [];
    private object? shown;

    public event Action? Changed;

    /// <summary>Set before any page is shown.</summary>
    public SignedIn Me { get; private set; } = null!;

    public ShellView View { get; private set; } = new("", new HashSet<string>(), null, []);

    /// <summary>The purpose that every read and write of this tab carries; null until one is stated.</summary>
    public PurposeView? Purpose => View.Purpose;

    /// <summary>The highest label on the page; null where nothing labelled is shown.</summary>
    public HandlingView? Handling { get; private set; }

    /// <summary>Keys of the page that is shown.</summary>
    public IReadOnlyList<PageKey> Keys => keys;

    public bool Allows(string page) => View.AllowedPages.Contains(page);

    public void Begin(SignedIn me, ShellView view) => Set(() => (Me, View) = (me, view));

    /// <summary>After a purpose was stated or chosen.</summary>
    public void Take(PurposeView purpose) => Set(() => View = View with
    {
        Purpose = purpose,
        Recent = [purpose, .. View.Recent.Where(other => other.Key != purpose.Key).Take(4)],
    });

    /// <summary>A page states its highest label whenever that changes.</summary>
    public void Show(object page, HandlingView? handling)
    {
        var changed = handling != Handling;
        shown = page;
        if (changed) Set(() => Handling = handling);
    }

    /// <summary>A page goes; what the next one has stated already stays.</summary>
    internal void Leave(object page)
    {
        if (shown == page) Show(page, null);
    }

    internal void Add(PageKey key) => Set(() => keys.Add(key));

    internal void Remove(PageKey key) => Set(() => keys.Remove(key));

    private void Set(Action change)
    {
        change();
        Changed?.Invoke();
    }
}

/// <summary>A key of a page: pressed outside text boxes it runs the action.</summary>
/// <param name="Code">Physical key as the browser names it: <c>KeyY</c>, <c>Digit1</c>, <c>Enter</c>, <c>ArrowDown</c>; with <c>Shift+</c> before it.</param>
/// <param name="Shown">As printed on the key of an English keyboard.</param>
/// <param name="Caption">What it does, already in the reader's language.</param>
public sealed record PageKey(string Code, string Shown, string Caption, Func<Task> Run);
