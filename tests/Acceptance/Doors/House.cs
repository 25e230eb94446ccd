using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Register;
using Plumbline.Register.Following;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;
using Plumbline.Web.Hosting;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

/// <summary>A unit's home served on a free port, with one officer of each kind whom these journeys need.</summary>
internal sealed partial class House : IAsyncDisposable
{
    public const string Password = "seven lamps by the old gate";

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
    private WebApplication app = null!;
    private Projections projections = null!;

    public Home Home { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public Hand Clock { get; } = new();

    /// <summary>Opens the house: an administrator, a supervisor, an analyst, oversight; passwords are their own already.</summary>
    public static async Task<House> Open(bool secondFactor = false)
    {
        var house = new House();
        house.Home = Home.Create(house.folder, null);
        Founder[] founders = [new(new("sara", "Sara"), ["supervisor"]), new(new("nora", "Nora"), ["analyst"]), new(new("vera", "Vera"), ["oversight"])];
        var keys = Done(await new Establishment(house.Home.Store, house.Clock).Run(HomeProfile.Unit, new("admin", "Administrator"), founders, default));
        await using (var accounts = AccountsModule.Open(Path.Combine(house.folder, "accounts.db")))
            foreach (var (key, login) in keys.Zip(["admin", "sara", "nora", "vera"]))
                Done(await accounts.Store.CreateLogin(key, login, Password, mustChangePassword: false));
        house.projections = Done(await Projections.Open(house.Home, house.Clock, NullLogger.Instance, default));
        var options = new WebHostOptions { Home = house.folder, Urls = ["http://127.0.0.1:0"], SecondFactorRequired = secondFactor };
        house.app = PlumblineWeb.Build(options, house.Home, house.projections, house.Clock);
        await house.app.StartAsync();
        house.Address = house.app.Urls.First();
        return house;
    }

    /// <summary>A browser without anybody in it; follows no redirect, so that each can be looked at.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };

    /// <summary>A program with a token.</summary>
    public HttpClient Program(string? token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(Address) };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The token of an officer who signs in as programs do.</summary>
    public async Task<string> Token(string login)
    {
        using var client = Program(null);
        using var answer = await client.PostAsJsonAsync("/api/sign-in", new { login, password = Password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>Fills in a form of a page as a browser would, hidden fields included.</summary>
    public static async Task<HttpResponseMessage> Submit(HttpClient browser, string page, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page);
        var hidden = Hidden().Matches(html).Select(found => (Name: Attribute(found.Value, "name"), Value: Attribute(found.Value, "value")));
        return await browser.PostAsync(page, new FormUrlEncodedContent(hidden.Concat(fields).DistinctBy(field => field.Name).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    public static Task<HttpResponseMessage> SignIn(HttpClient browser, string login, string password = Password) =>
        Submit(browser, "/account/sign-in", ("Form.UserName", login), ("Form.Password", password));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        projections.Dispose();
        Home.Store.Release();
        Directory.Delete(folder, recursive: true);
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    /// <summary>A clock that a test moves on.</summary>
    public sealed class Hand : TimeProvider
    {
        private long ahead;

        public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
    }
}
