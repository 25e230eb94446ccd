using Plumbline.Acceptance.Walk;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

public sealed class An_officer_without_a_login(ThrowawayPostgres postgres)
{
    private static readonly Visitor Admin = new(1, null, "cli");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_given_one_and_another_first_password_until_it_was_used(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        // As where the accounts' database failed after the register had kept the officer.
        var nora = Done(await new CreateOfficer(desk.Gate, TimeProvider.System).Run(Admin, new NewOfficer("nora", "Nora"), default));
        await using var accounts = AccountsModule.Open(Path.Combine(desk.Home.Folder, "accounts.db"));
        var logins = new Logins(new CreateOfficer(desk.Gate, TimeProvider.System), new OfficerDoors(desk.Gate, TimeProvider.System), accounts.Store);

        var lost = Done(await logins.Invite(Admin, nora, default));
        var first = Done(await logins.Invite(Admin, nora, default));
        Assert.Equal(("nora", nora, true, false), (first.Login.UserName, first.Login.OfficerKey, first.Login.MustChangePassword, first.Login.ContentSuspended));
        Refused("account.wrong", await accounts.Door.Check("nora", lost.Password));
        Done(await accounts.Door.Check("nora", first.Password));
        Refused("account.officer-has-login", await logins.Invite(Admin, nora, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_given_none_by_a_supervisor_nor_after_a_reset_and_each_try_is_in_the_log(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var supervisor = await desk.Officer("supervisor", ["supervisor"]);
        var nora = Done(await new CreateOfficer(desk.Gate, TimeProvider.System).Run(Admin, new NewOfficer("nora", "Nora"), default));
        await using var accounts = AccountsModule.Open(Path.Combine(desk.Home.Folder, "accounts.db"));
        var logins = new Logins(new CreateOfficer(desk.Gate, TimeProvider.System), new OfficerDoors(desk.Gate, TimeProvider.System), accounts.Store);

        Refused("role.missing", await logins.Invite(supervisor, nora, default));
        Refused("officer.unknown-colleague", await logins.Invite(Admin, 4711, default));
        Refused("officer.own-door", await logins.Invite(Admin, Admin.Officer, default));
        Assert.Empty(await accounts.Store.List(default));
        Done(await logins.Invite(Admin, nora, default));
        Done(await logins.Reset(Admin, nora, default));
        // Else whoever makes logins could pass the supervisor who restores content.
        Refused("account.officer-has-login", await logins.Invite(Admin, nora, default));

        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        var acts = Done(await new ReadAudit(desk.Gate, TimeProvider.System).Run(watch, new() { Action = Actions.CreateAccount }, 10, default));
        Assert.Equal(["account.officer-has-login", "done", "officer.own-door", "officer.unknown-colleague", "role.missing", "done"], acts.Select(act => act.Outcome));
    }
}
