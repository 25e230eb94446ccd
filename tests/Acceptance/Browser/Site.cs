using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register.Following;
using Plumbline.Register.Records;
using Plumbline.Web.Accounts;
using Plumbline.Web.Hosting;

namespace Plumbline.Acceptance.Browser;

/// <summary>A unit's home, served by the real host on a free port of this machine; officers with logins; one browser context a language.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const string Password = "a quiet river at the mill";
    private readonly Chromium chromium;
    private readonly WebApplication app;
    private readonly Projections projections;
    private readonly List<Tab> tabs = [];

    private Site(Chromium chromium, Desk desk, WebApplication app, Projections projections)
    {
        (this.chromium, Desk, this.app, this.projections) = (chromium, desk, app, projections);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>The home behind the pages, to prepare what a test needs and to look at what it left.</summary>
    public Desk Desk { get; }

    public Uri Address { get; }

    /// <summary>Starts; skips the test where there is no browser.</summary>
    public static async Task<Site> Open(Chromium chromium, string engine, ThrowawayPostgres postgres)
    {
        await chromium.Start();
        var desk = await Desk.Open(engine, postgres);
        var projections = Desk.Done(await Projections.Open(desk.Home, TimeProvider.System, NullLogger.Instance, default));
        var app = PlumblineWeb.Build(new WebHostOptions { Home = desk.Home.Folder, Urls = [$"http://{IPAddress.Loopback}:0"] }, desk.Home, projections, TimeProvider.System);
        await app.StartAsync();
        return new Site(chromium, desk, app, projections);
    }

    /// <summary>An officer who can sign in, with roles, a member of a case, who has stated a purpose for it.</summary>
    public async Task<string> Officer(string login, string[] roles, long working)
    {
        var visitor = await Desk.Officer(login, roles, working);
        return await GiveLogin(visitor.Officer, login);
    }

    /// <summary>An officer who can sign in and has stated no purpose yet.</summary>
    public async Task<string> Newcomer(string login, string role, long? working)
    {
        var officer = await Desk.Write(async records =>
        {
            var key = await records.Add(new NewOfficer(login, login) { Clearance = 3, Unit = "unit-1" }, 1, default);
            await records.Grant(key, role, 1, 1, default);
            if (working is { } member) await records.AddMember(member, key, 1, default);
            return key;
        });
        return await GiveLogin(officer, login);
    }

    private async Task<string> GiveLogin(long officer, string login)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Desk.Done(await scope.ServiceProvider.GetRequiredService<AccountStore>().CreateLogin(officer, login, Password, mustChangePassword: false));
        return login;
    }

    /// <summary>How the pages name a thing of the register.</summary>
    public string Id(PublicKind kind, long key) => Desk.Home.Ids.Show(kind, key);

    /// <summary>A tab in a language, signed in through the sign-in page.</summary>
    public async Task<Tab> SignIn(string login, string language)
    {
        var tab = await Tab.Open(await chromium.Start(), Address, language);
        tabs.Add(tab);
        await tab.SignIn(login, Password);
        return tab;
    }

    /// <summary>Every tab asked this machine only and has nothing to complain of.</summary>
    public void AssertQuiet() => tabs.ForEach(tab => tab.AssertQuiet());

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs) await tab.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        projections.Dispose();
        await Desk.DisposeAsync();
    }
}
