using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plumbline.Core;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

public sealed class Programs_sign_in
{
    [Fact]
    public async Task With_a_token_that_says_who_and_what_for()
    {
        await using var house = await House.Open();
        using var program = house.Program(await house.Token("nora"));
        var me = await program.GetFromJsonAsync<JsonElement>("/api/me");
        Assert.Equal("nora", me.GetProperty("login").GetString());
        Assert.Equal("analyst", me.GetProperty("roles")[0].GetString());

        using var refused = await program.PostAsJsonAsync("/api/purpose", new { code = "investigation", @case = "none", reason = "Works on the mill" });
        Assert.Equal("purpose.case-unknown", await Code(refused, (HttpStatusCode)422));
        var stated = await (await program.PostAsJsonAsync("/api/purpose", new { code = "enquiry", reason = "A phone was found" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("P-", stated.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Single((await program.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("purposes").EnumerateArray());
    }

    [Fact]
    public async Task Without_one_they_are_told_in_a_form_they_can_read()
    {
        await using var house = await House.Open();
        using var nobody = house.Program(null);
        Assert.Equal("login.needed", await Code(await nobody.GetAsync("/api/me"), HttpStatusCode.Unauthorized));
        using var guesser = house.Program(AccessTokens.Prefix + new string('0', 64));
        Assert.Equal("token.void", await Code(await guesser.GetAsync("/api/me"), HttpStatusCode.Unauthorized));
        Assert.Equal("account.wrong", await Code(await nobody.PostAsJsonAsync("/api/sign-in", new { login = "nora", password = "wrong password here" }), HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_token_ends_with_the_shift_with_a_lock_with_a_reset_and_when_it_is_given_back()
    {
        await using var house = await House.Open();
        var gate = new Gate(house.Home.Store, new(house.Home.Store), new(house.Home.Store), house.Clock);
        var admin = new Visitor(1, null, "web");
        // As the command line does: each step opens the logins as they are now.
        async Task<T> Step<T>(Func<Logins, Task<Outcome<T>>> step)
        {
            await using var accounts = AccountsModule.Open(Path.Combine(house.Home.Folder, "accounts.db"));
            return Done(await step(new Logins(new CreateOfficer(gate, house.Clock), new OfficerDoors(gate, house.Clock), accounts.Store)));
        }

        async Task<HttpStatusCode> Try(string token)
        {
            using var program = house.Program(token);
            return (await program.GetAsync("/api/me")).StatusCode;
        }

        var given = await house.Token("nora");
        using (var program = house.Program(given)) Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync("/api/sign-out", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(given));

        var locked = await house.Token("nora");
        _ = await Step(logins => logins.Lock(admin, 3, default));
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(locked));
        _ = await Step(logins => logins.Unlock(admin, 3, default));

        var old = await house.Token("nora");
        var first = await Step(logins => logins.Reset(admin, 3, default));
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(old));
        using (var program = house.Program(null))
            Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync("/api/sign-in", new { login = "nora", password = first.Password })).StatusCode);

        var late = await house.Token("vera");
        Assert.Equal(HttpStatusCode.OK, await Try(late));
        house.Clock.Advance(AccountRules.Shift + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(late));
    }

    [Fact]
    public async Task A_token_does_not_outlive_a_lock_by_wrong_passwords_or_a_password_of_before()
    {
        await using var house = await House.Open();
        async Task<T> At<T>(Func<AccountsSession, Task<T>> step)
        {
            await using var accounts = AccountsModule.Open(Path.Combine(house.Home.Folder, "accounts.db"));
            return await step(accounts);
        }

        async Task<HttpStatusCode> Try(string token)
        {
            using var program = house.Program(token);
            return (await program.GetAsync("/api/me")).StatusCode;
        }

        var before = await house.Token("nora");
        using var browser = house.Browser();
        (await House.SignIn(browser, "nora")).Dispose();
        using var guesser = house.Browser();
        for (var n = 1; n < AccountRules.Failures; n++) (await House.SignIn(guesser, "nora", "wrong password here")).Dispose();
        Assert.Equal(HttpStatusCode.OK, await Try(before)); // not locked yet
        (await House.SignIn(guesser, "nora", "wrong password here")).Dispose();
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(before));
        // The lock is over; what was open before it is not open again.
        Done(await At(accounts => accounts.Store.Unlock(3)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(before));
        house.Clock.Advance(AccountRules.Recheck + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);

        var old = await house.Token("nora");
        Done(await At(accounts => accounts.Door.ChangePassword("nora", House.Password, "nine herons on a wire")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(old));
    }

    [Fact]
    public async Task Who_tries_too_often_is_told_so_in_the_form_that_was_asked_for()
    {
        await using var house = await House.Open();
        using var program = house.Program(null);
        for (var n = 0; n < AccountRules.AttemptsPerMinute; n++)
            Assert.Equal("account.wrong", await Code(await program.PostAsJsonAsync("/api/sign-in", new { login = "nobody", password = "wrong password here" }), HttpStatusCode.Unauthorized));
        using var late = await program.PostAsJsonAsync("/api/sign-in", new { login = "nobody", password = "wrong password here" });
        Assert.Equal("60", late.Headers.GetValues("Retry-After").Single());
        Assert.Equal("sign-in.too-many", await Code(late, HttpStatusCode.TooManyRequests));

        using var form = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = new FormUrlEncodedContent([]), Headers = { { "Accept", "application/json" } } };
        Assert.Equal("sign-in.too-many", await Code(await program.SendAsync(form), HttpStatusCode.TooManyRequests));
        using var page = await program.PostAsync("/account/sign-in", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.NotEqual("application/problem+json", page.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_fault_of_the_house_is_told_in_the_same_form_and_says_nothing_of_its_inside()
    {
        await using var house = await House.Open();
        await using (var broken = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(house.Home.Folder, "accounts.db")}"))
        {
            await broken.OpenAsync();
            await using var drop = broken.CreateCommand();
            drop.CommandText = "drop table access_token";
            await drop.ExecuteNonQueryAsync();
        }
        using var program = house.Program(null);
        using var answer = await program.PostAsJsonAsync("/api/sign-in", new { login = "nora", password = House.Password });
        Assert.DoesNotContain("access_token", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("fault", await Code(answer, HttpStatusCode.InternalServerError));
    }

    [Fact]
    public async Task A_session_of_the_pages_writes_from_our_own_origin_only()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        (await House.SignIn(browser, "nora")).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).StatusCode);
        async Task<HttpResponseMessage> From(string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/purpose") { Content = JsonContent.Create(new { code = "enquiry", reason = "A phone was found" }) };
            if (origin is not null) request.Headers.Add("Origin", origin);
            return await browser.SendAsync(request);
        }

        Assert.Equal("login.other-origin", await Code(await From("https://elsewhere.example"), HttpStatusCode.Forbidden));
        Assert.Equal("login.other-origin", await Code(await From(null), HttpStatusCode.Forbidden));
        Assert.Equal(HttpStatusCode.OK, (await From(house.Address)).StatusCode);
    }

    [Fact]
    public async Task Every_arrival_and_every_failed_one_is_in_the_log()
    {
        await using var house = await House.Open();
        _ = await house.Token("nora");
        using (var browser = house.Browser()) (await House.SignIn(browser, "nora", "wrong password here")).Dispose();
        var gate = new Gate(house.Home.Store, new(house.Home.Store), new(house.Home.Store), house.Clock);
        var purpose = Done(await new StatePurpose(gate, house.Clock).Run(new Visitor(4, null, "web"), "oversight", null, "Weekly look", default));
        var acts = Done(await new ReadAudit(gate, house.Clock).Run(new Visitor(4, purpose.Key, "web"), new() { Action = Actions.SignIn }, 10, default));
        Assert.Equal([("account.wrong", "web"), ("done", "api")], acts.Select(act => (act.Outcome, act.Channel)));
    }

    private static async Task<string?> Code(HttpResponseMessage answer, HttpStatusCode status)
    {
        using var problem = answer;
        Assert.Equal(status, problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        return (await problem.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
