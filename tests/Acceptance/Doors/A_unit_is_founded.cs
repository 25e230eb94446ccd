using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

public sealed class A_unit_is_founded(ThrowawayPostgres postgres) : IDisposable
{
    private static readonly NewOfficer Admin = new("admin", "Administrator");
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task With_officers_whose_roles_hold_from_the_first_day(string engine)
    {
        var home = Home.Create(folder, engine == "postgres" ? await postgres.NewDatabase() : null);
        var found = new Establishment(home.Store, TimeProvider.System);
        Founder[] founders = [new(new("sara", "Sara"), ["supervisor"]), new(new("vera", "Vera"), ["oversight"])];
        var keys = Done(await found.Run(HomeProfile.Unit, Admin, founders, default));

        var rights = new Rights(home.Store);
        Assert.Equal(["administrator"], await rights.Roles(keys[0], default));
        Assert.Equal(["supervisor"], await rights.Roles(keys[1], default));
        Assert.Equal(["oversight"], await rights.Roles(keys[2], default));
        Refused("home.exists", await found.Run(HomeProfile.Unit, Admin, founders, default));
    }

    [Theory]
    [InlineData("role.apart", "sara", "oversight", "analyst")]
    [InlineData("role.apart", "sara", "source_keeper", "analyst")]
    [InlineData("role.apart", "sara", "administrator", "supervisor")]
    [InlineData("role.unknown", "sara", "king")]
    [InlineData("officer.login-taken", "admin", "analyst")]
    [InlineData("officer.login-wrong", "Sara K", "analyst")]
    public async Task But_not_with_roles_that_are_kept_apart(string code, string login, params string[] roles)
    {
        var home = Home.Create(folder, null);
        Refused(code, await new Establishment(home.Store, TimeProvider.System).Run(HomeProfile.Unit, Admin, [new Founder(new(login, "A name"), roles)], default));
        Assert.Empty(await new Rights(home.Store).Officers(default));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
