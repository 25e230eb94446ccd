using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Web.Accounts;
using Plumbline.Web.Api;
using Plumbline.Web.Collate;
using Plumbline.Web.Collect;
using Plumbline.Web.Screening;
using Plumbline.Web.Shell;

namespace Plumbline.Web.Hosting;

/// <summary>The web face, built from values: the host starts, stops and wires it.</summary>
public static class PlumblineWeb
{
    /// <summary>Builds the application; nothing listens before it is started.</summary>
    /// <param name="options">Checked here: see <see cref="WebHostOptions.Refusal"/>.</param>
    /// <param name="home">Whose register is served.</param>
    /// <param name="projections">The home's projections, which are kept after the register while the pages are served.</param>
    /// <param name="clock">The time of everything that is recorded.</param>
    /// <exception cref="InvalidOperationException">The options are refused.</exception>
    public static WebApplication Build(WebHostOptions options, Home home, Projections projections, TimeProvider clock)
    {
        if (options.Refusal() is { } why) throw new InvalidOperationException(why.Detail);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Files are beside the program, wherever it was started from; the manifest of assets bears the program's name.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "plumbline",
            EnvironmentName = "Production",
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        if (options.LoopbackOnly)
            builder.Configuration.AddInMemoryCollection([new("AllowedHosts", "localhost;127.0.0.1;[::1]")]);
        // Of the build's own folder; a published program has its assets in wwwroot and no such manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A void token is an answer, not an event of the program.
        builder.Logging.AddFilter("Plumbline.Web.Accounts.TokenScheme", LogLevel.Warning);
        // Says at every start that cookie keys are not encrypted: they lie in the home, mode 0600, as the guide explains.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddUseCases(home, clock).AddSingleton(projections).AddSingleton(projections.Search).AddHostedService<KeepingUp>().AddHostedService<ScreeningAgain>();
        Add(builder.Services, options);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Add(IServiceCollection services, WebHostOptions options)
    {
        var keys = Directory.CreateDirectory(Path.Combine(options.Home, "keys"));
        if (!OperatingSystem.IsWindows()) keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var accounts = Path.Combine(options.Home, "accounts.db");
        AccountsModule.Prepare(accounts);
        services.AddSingleton(options);
        services.AddAccounts(accounts).AddSignInManager();
        services.AddDataProtection().PersistKeysToFileSystem(keys).SetApplicationName("plumbline");
        services.AddSessionCookie();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "plumbline.forgery";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddSignInLimit();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<CircuitActivity>());
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<CurrentOfficer>();
        services.AddScoped<Logins>();
        services.AddSingleton<Setup.LoginsDesk>();
        services.AddSingleton<Charts.OpenCharts>();
        services.AddRazorComponents().AddInteractiveServerComponents(circuit => circuit.DetailedErrors = false);
        services.AddMudServices();
        services.AddTransient<MudBlazor.MudLocalizer, MudCaptions>();
        services.AddShell();
        services.AddApi();
        services.AddSingleton<ExportTray>();
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.Use(next => context => Look.UseCulture(context, next));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/fault",
            CreateScopeForErrors = true,
            // What a program sent amiss is its answer, not an event; the text of such an exception repeats what was sent.
            SuppressDiagnosticsCallback = fault => fault.ExceptionHandledBy == Microsoft.AspNetCore.Diagnostics.ExceptionHandledType.ExceptionHandlerService,
        });
        app.UseWhen(context => !SessionCookie.IsForPrograms(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseApiAnswers();
        app.UseHsts(); // over HTTPS only, and never for loopback
        app.UseRouting();
        app.UseRateLimiter();
        app.UseOwnOrigin();
        app.UseAuthentication();
        app.UseMiddleware<AccountDuties>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccount();
        app.MapCollect();
        app.MapScreening();
        app.MapSharing();
        app.MapApiDoor();
        app.MapApi();
        app.MapCollate();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }
}
