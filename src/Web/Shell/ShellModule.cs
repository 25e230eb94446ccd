using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Plumbline.Web.Shell;

internal static class ShellModule
{
    /// <summary>The frame's own services; called after the host's, which may bring the real source.</summary>
    public static void AddShell(this IServiceCollection services)
    {
        services.AddSingleton(Captions.Shared);
        services.AddScoped<ShellState>();
        services.AddScoped<Browser>();
        services.TryAddScoped<IShellSource, UnwiredShell>();
    }
}
