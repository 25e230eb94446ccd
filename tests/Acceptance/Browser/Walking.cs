using Plumbline.Core;

namespace Plumbline.Acceptance.Browser;

/// <summary>What an officer does at the keyboard, step by step.</summary>
internal static class Walking
{
    /// <summary>Goes to a page by its two keys.</summary>
    public static async Task Jump(Tab tab, string key, string ready)
    {
        await tab.Press("g");
        await tab.Press(key);
        await tab.Page.WaitForSelectorAsync(ready);
    }

    /// <summary>Asks the box; the index follows the register a moment later, so the question is asked again until it knows.</summary>
    public static async Task Ask(Tab tab, string words, string selector)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await tab.Go("/collate");
            await tab.Page.FillAsync("#find", words);
            await tab.Page.PressAsync("#find", "Enter");
            await tab.Page.WaitForSelectorAsync(".found-page, .panel.empty");
            if (await tab.Page.Locator(selector).CountAsync() > 0) return;
            await Task.Delay(250);
        }
        await tab.Page.WaitForSelectorAsync(selector);
    }

    /// <summary>Chooses words of the item by the arrow keys and begins a mark.</summary>
    public static async Task Choose(Tab tab, string chosen)
    {
        var text = await tab.Page.Locator("#item-text[data-walked]").InnerTextAsync();   // hears the arrow keys
        var before = text[..text.IndexOf(chosen, StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var forwards = await tab.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#item-text')).direction") == "rtl" ? "ArrowLeft" : "ArrowRight";
        await tab.Page.FocusAsync("#item-text");
        await tab.Page.EvaluateAsync("document.querySelector('#item-text').dispatchEvent(new PointerEvent('pointerdown'))");
        for (var n = 0; n <= before; n++) await tab.Press(forwards);
        for (var n = 1; n < chosen.Split(' ').Length; n++) await tab.Press($"Shift+{forwards}");
        await tab.Press("n");
        await tab.Page.WaitForSelectorAsync($".selected-words:has-text(\"{chosen}\")");
    }

    /// <summary>Takes a new entity of a type from the picker.</summary>
    public static async Task Take(Tab tab, string type)
    {
        await tab.Page.Locator("[role=option]", new() { HasText = Schema.Builtin.Find(type)!.Label.In(tab.Language) }).Last.ClickAsync();
        await tab.Page.WaitForSelectorAsync(".reading");
    }

    /// <summary>Finds an entity that the register knows, by typing, and takes it by Enter.</summary>
    public static async Task Recall(Tab tab, string name)
    {
        await tab.Page.FillAsync("#entity", name);
        await tab.Page.WaitForSelectorAsync($"[role=option][aria-selected=true]:has-text(\"{name}\")");
        await tab.Page.PressAsync("#entity", "Enter");
        await tab.Page.WaitForSelectorAsync(".reading");
    }

    /// <summary>Saves what is being marked by Enter.</summary>
    public static async Task Saved(Tab tab)
    {
        await tab.Page.WaitForSelectorAsync("#save-mark:focus");
        await tab.Press("Enter");
        await tab.Page.WaitForSelectorAsync(".notice.confirmed[role=status]");
        await tab.Page.WaitForSelectorAsync("#item-text:focus");   // the page is ready for the next key
    }

    /// <summary>Links the first two entities that the item names.</summary>
    public static async Task Join(Tab tab, string type)
    {
        await tab.Press("l");
        foreach (var end in (string[])["#link-from", "#link-to"])
        {
            await tab.Page.WaitForSelectorAsync($"{end}:focus");
            await tab.Page.WaitForSelectorAsync($"{end}-list [role=option][aria-selected=true]");
            await tab.Page.PressAsync(end, "Enter");
        }
        await tab.Page.WaitForSelectorAsync("#link-type:focus");
        var way = Schema.Builtin.Find(type)!;
        var option = tab.Page.Locator("#link-type option", new() { HasText = $"{way.Link!.Label.In(tab.Language)} ({way.Label.In(tab.Language)})" });
        await tab.Page.SelectOptionAsync("#link-type", await option.GetAttributeAsync("value") ?? "");
        await tab.Page.ClickAsync(".mark-form button[type=submit]");
        await tab.Page.WaitForSelectorAsync(".notice.confirmed[role=status]");
    }

    /// <summary>Asks the log for one officer's acts of one kind, and finds them.</summary>
    public static async Task Watch(Tab tab, string login, string act)
    {
        await tab.Page.FillAsync("#by", login);
        await tab.Page.SelectOptionAsync("#what", act);
        var words = await tab.Page.EvalOnSelectorAsync<string>("#what", "select => select.selectedOptions[0].text");
        await tab.Page.ClickAsync("form[role=search] button[type=submit]");
        await tab.Page.WaitForFunctionAsync("""
            ([login, words]) => {
              const rows = [...document.querySelectorAll(".table-row:not(.table-head)")].map(row => [...row.children].map(cell => cell.textContent.trim()));
              return rows.length > 0 && rows.every(row => row[1] === login && row[2] === words);
            }
            """, new[] { login, words });
    }
}
