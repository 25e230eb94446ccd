using System.Net;
using Plumbline.Web.Accounts;

namespace Plumbline.Acceptance.Doors;

public sealed class Signing_in
{
    [Fact]
    public async Task Opens_the_pages_and_is_asked_for_before()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        using var closed = await browser.GetAsync("/evaluate");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Contains("/account/sign-in", closed.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var entered = await House.SignIn(browser, "nora");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var open = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Says_the_same_of_an_unknown_name_and_a_wrong_password_and_locks_after_five()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        var unknown = await Fault(await House.SignIn(browser, "nobody", "wrong password here"));
        var wrong = await Fault(await House.SignIn(browser, "nora", "wrong password here"));
        Assert.Equal(unknown, wrong);
        for (var n = 2; n <= AccountRules.Failures; n++) (await House.SignIn(browser, "nora", "wrong password here")).Dispose();
        using var locked = await House.SignIn(browser, "nora");
        Assert.Contains("/account/locked", locked.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_second_factor_takes_the_code_of_the_app()
    {
        await using var house = await House.Open(secondFactor: true);
        using var browser = house.Browser();
        (await House.SignIn(browser, "nora")).Dispose();
        using var duty = await browser.GetAsync("/");
        Assert.Equal("/account/authenticator", duty.Headers.Location?.ToString());

        await using var accounts = AccountsModule.Open(Path.Combine(house.Home.Folder, "accounts.db"));
        var login = (await accounts.Store.List(default)).Single(one => one.UserName == "nora");
        var (key, _) = await accounts.Door.BeginSecondFactor(login);
        Walk.Desk.Done(await accounts.Door.FinishSecondFactor(login, Totp.Now(key)));
        using var again = house.Browser();
        using var half = await House.SignIn(again, "nora");
        Assert.Contains("/account/second-factor", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await again.GetAsync("/")).StatusCode);
        Assert.NotNull(await Fault(await House.Submit(again, "/account/second-factor", ("Form.Code", "000000"))));
        (await House.Submit(again, "/account/second-factor", ("Form.Code", Totp.Now(key)))).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Ends_when_nobody_works_and_with_the_shift()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        (await House.SignIn(browser, "nora")).Dispose();
        house.Clock.Advance(AccountRules.Idle / 2);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        house.Clock.Advance(AccountRules.Idle + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);

        (await House.SignIn(browser, "nora")).Dispose();
        // At work all the time, and still the shift ends.
        for (var spent = TimeSpan.Zero; spent < AccountRules.Shift; spent += AccountRules.Idle / 2)
        {
            house.Clock.Advance(AccountRules.Idle / 2);
            (await browser.GetAsync("/")).Dispose();
        }
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Is_not_done_by_another_site_s_form()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        using var forged = await browser.PostAsync("/account/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.UserName", "nora"), new("Form.Password", House.Password)]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        (await House.SignIn(browser, "nora")).Dispose();
        using var signOut = await browser.PostAsync("/account/sign-out", new FormUrlEncodedContent([]));
        Assert.NotEqual(HttpStatusCode.Redirect, signOut.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_what_a_page_of_ours_never_does()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        foreach (var path in new[] { "/account/sign-in", "/", "/api/me", "/nothing-here" })
        {
            using var answer = await browser.GetAsync(path);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";
            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'self' 'unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("DENY", Header("X-Frame-Options"));
            Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("", Header("Server"));
        }
    }

    private static async Task<string?> Fault(HttpResponseMessage answer)
    {
        using var page = answer;
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var found = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "role=\"alert\"[^>]*>([^<]+)<");
        return found.Success ? found.Groups[1].Value : null;
    }
}
