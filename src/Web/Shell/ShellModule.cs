using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Web.Shell;

internal static class ShellModule
{
    /// <summary>The frame's own services.</summary>
    public static void AddShell(this IServiceCollection services)
    {
        services.AddSingleton(Captions.Shared);
        services.AddScoped<ShellState>();
        services.AddScoped<Browser>();
        services.AddScoped<AtWork>();
        services.AddSingleton<IShellSource, RegisterShell>();
    }
}
