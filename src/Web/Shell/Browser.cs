using Microsoft.JSInterop;

namespace Plumbline.Web.Shell;

/// <summary>The few things that only the browser can do; one module, loaded once a tab.</summary>
public sealed class Browser(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    private Task<IJSObjectReference> Module => module ??= js.InvokeAsync<IJSObjectReference>("import", "/_content/Plumbline.Web/ui/app.js").AsTask();

    public async ValueTask Call(string name, params object?[] arguments) => await (await Module).InvokeVoidAsync(name, arguments);

    public async ValueTask<T> Ask<T>(string name, params object?[] arguments) => await (await Module).InvokeAsync<T>(name, arguments);

    /// <summary>Text of this tab that survives a reload and nothing more; null if absent.</summary>
    public ValueTask<string?> Recall(string key) => Ask<string?>("recall", key);

    public ValueTask Keep(string key, string? value) => Call("keep", key, value);

    public ValueTask Copy(string text) => Call("copy", text);

    public async ValueTask DisposeAsync()
    {
        if (module is not { IsCompletedSuccessfully: true }) return;
        try
        {
            await (await module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone and its module with it.
        }
    }
}
