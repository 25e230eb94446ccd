using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register.Following;
using Plumbline.Web.Accounts;
using Plumbline.Web.Hosting;

namespace Plumbline.Acceptance.Api;

/// <summary>A unit's home on a real database, served by the real host on a free port; officers are programs with a token.</summary>
internal sealed class Served : IAsyncDisposable
{
    private const string Password = "a lantern over the ferry";
    private readonly WebApplication app;
    private readonly Projections projections;
    private readonly List<Caller> callers = [];

    private Served(Desk desk, WebApplication app, Projections projections) => (Desk, this.app, this.projections) = (desk, app, projections);

    /// <summary>The home behind the calls.</summary>
    public Desk Desk { get; }

    public static async Task<Served> Open(string engine, ThrowawayPostgres postgres)
    {
        var desk = await Desk.Open(engine, postgres);
        var projections = Desk.Done(await Projections.Open(desk.Home, TimeProvider.System, NullLogger.Instance, default));
        var app = PlumblineWeb.Build(new WebHostOptions { Home = desk.Home.Folder, Urls = ["http://127.0.0.1:0"] }, desk.Home, projections, TimeProvider.System);
        await app.StartAsync();
        return new Served(desk, app, projections);
    }

    /// <summary>An officer in these roles who has signed in and stated a purpose over HTTP.</summary>
    /// <param name="working">Key of a case that the officer is a member of, with its reference; null for an enquiry without one.</param>
    public async Task<Caller> Officer(string login, string[] roles, (long Key, string Reference)? working = null, long clearance = 3)
    {
        var visitor = await Desk.Officer(login, roles, working?.Key, clearance);
        await using (var scope = app.Services.CreateAsyncScope())
            Desk.Done(await scope.ServiceProvider.GetRequiredService<AccountStore>().CreateLogin(visitor.Officer, login, Password, mustChangePassword: false));
        var caller = Nobody();
        var token = await caller.Ok(HttpMethod.Post, "/api/sign-in", new { login, password = Password });
        caller.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        var purpose = await caller.Ok(HttpMethod.Post, "/api/purpose", new { code = working is null ? "enquiry" : "investigation", reason = "Works on the ferry", @case = working?.Reference });
        caller.Client.DefaultRequestHeaders.Add("Plumbline-Purpose", purpose.GetProperty("id").GetString());
        return caller;
    }

    /// <summary>A program without a token.</summary>
    public Caller Nobody()
    {
        var caller = new Caller(new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) });
        callers.Add(caller);
        return caller;
    }

    public string Id(PublicKind kind, long key) => Desk.Home.Ids.Show(kind, key);

    public async ValueTask DisposeAsync()
    {
        callers.ForEach(caller => caller.Client.Dispose());
        await app.StopAsync();
        await app.DisposeAsync();
        projections.Dispose();
        await Desk.DisposeAsync();
    }
}

/// <summary>A program that calls.</summary>
internal sealed class Caller(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public Task<JsonElement> Get(string path) => Ok(HttpMethod.Get, path, null);

    public Task<JsonElement> Post(string path, object? body = null) => Ok(HttpMethod.Post, path, body);

    /// <summary>A call that is done, with its answer.</summary>
    public async Task<JsonElement> Ok(HttpMethod method, string path, object? body)
    {
        using var answer = await Send(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A call that is refused: status, code, and the whole text of the answer.</summary>
    public async Task<string> Refused(int status, string code, HttpMethod method, string path, object? body = null)
    {
        using var answer = await Send(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{method} {path}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
        return text;
    }

    /// <summary>Sends a file as a form does.</summary>
    public async Task<JsonElement> Receive(string name, string text, params (string Name, string Value)[] fields)
    {
        using var form = Form(name, text, fields);
        using var answer = await Client.PostAsync("/api/reports", form);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {said}");
        return JsonDocument.Parse(said).RootElement;
    }

    public static MultipartFormDataContent Form(string name, string text, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(text), "file", name } };
        foreach (var field in fields) form.Add(new StringContent(field.Value), field.Name);
        return form;
    }

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body) =>
        Client.SendAsync(new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) });
}
