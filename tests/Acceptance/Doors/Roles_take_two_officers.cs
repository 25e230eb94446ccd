using Plumbline.Acceptance.Walk;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

public sealed class Roles_take_two_officers(ThrowawayPostgres postgres)
{
    private static readonly Visitor Admin = new(1, null, "cli");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task One_grants_and_another_confirms(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var (one, two) = (await desk.Officer("one", ["supervisor"]), await desk.Officer("two", ["supervisor"]));
        var officer = Done(await new CreateOfficer(desk.Gate, TimeProvider.System).Run(Admin, new NewOfficer("nora", "Nora"), default));
        var grants = new GrantRole(desk.Gate, TimeProvider.System);

        var grant = Done(await grants.Run(one, officer, "analyst", default));
        Assert.Empty(await desk.Gate.Rights.Roles(officer, default));
        Refused("role.own-confirmation", await grants.Confirm(one, grant, default));
        Done(await grants.Confirm(two, grant, default));
        Assert.Equal(["analyst"], await desk.Gate.Rights.Roles(officer, default));
        Refused("role.nothing-waits", await grants.Confirm(two, grant, default));
        Refused("role.held", await grants.Run(one, officer, "analyst", default));

        Done(await grants.Withdraw(two, grant, default));
        Assert.Empty(await desk.Gate.Rights.Roles(officer, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_serves_himself_and_roles_that_watch_stand_alone(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var (one, two) = (await desk.Officer("one", ["supervisor"]), await desk.Officer("two", ["supervisor"]));
        var keeper = await desk.Officer("keeper", ["source_keeper"]);
        var grants = new GrantRole(desk.Gate, TimeProvider.System);

        Refused("role.own-grant", await grants.Run(one, one.Officer, "analyst", default));
        Refused("role.own-grant", await grants.Confirm(two, Done(await grants.Run(one, two.Officer, "analyst", default)), default));
        Refused("role.apart", await grants.Run(one, keeper.Officer, "analyst", default));
        Refused("role.apart", await grants.Run(one, Admin.Officer, "analyst", default));
        Refused("role.apart", await grants.Run(one, keeper.Officer, "oversight", default));
        Refused("role.unknown", await grants.Run(one, keeper.Officer, "king", default));
        Refused("officer.unknown-colleague", await grants.Run(one, 999, "analyst", default));
        Refused("role.missing", await grants.Run(Admin, keeper.Officer, "grader", default));
        Refused("role.missing", await grants.Run(keeper, one.Officer, "grader", default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_chain_does_not_choose_who_watches_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var (one, two) = (await desk.Officer("one", ["supervisor"]), await desk.Officer("two", ["supervisor"]));
        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        var fresh = Done(await new CreateOfficer(desk.Gate, TimeProvider.System).Run(Admin, new NewOfficer("fresh", "Fresh"), default));
        var grants = new GrantRole(desk.Gate, TimeProvider.System);

        var grant = Done(await grants.Run(one, fresh, "oversight", default));
        Refused("role.oversight-confirms", await grants.Confirm(two, grant, default));
        Done(await grants.Confirm(watch, grant, default));
        Refused("role.not-yours", await grants.Withdraw(one, grant, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_login_that_is_no_login_is_refused(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var create = new CreateOfficer(desk.Gate, TimeProvider.System);
        Refused("officer.login-wrong", await create.Run(Admin, new NewOfficer("No Login", "Name"), default));
        Refused("officer.name-wrong", await create.Run(Admin, new NewOfficer("nora", " "), default));
        Refused("officer.login-taken", await create.Run(Admin, new NewOfficer("admin", "Name"), default));
    }
}
