using Plumbline.Acceptance.Walk;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Safeguards;
using static Plumbline.Acceptance.Walk.Desk;

namespace Plumbline.Acceptance.Doors;

public sealed class Doors_close_and_open(ThrowawayPostgres postgres)
{
    private static readonly Visitor Admin = new(1, null, "cli");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_reset_closes_content_until_a_supervisor_restores_it(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var supervisor = await desk.Officer("supervisor", ["supervisor"]);
        var doors = new OfficerDoors(desk.Gate, TimeProvider.System);

        Done(await doors.Suspend(Admin, grader.Officer, default));
        Refused("officer.suspended", await desk.Items.Queue(grader, "ungraded", 10, default));
        Refused("officer.suspended", await doors.Restore(grader, grader.Officer, default));
        Refused("role.missing", await doors.Restore(Admin, grader.Officer, default));
        Done(await doors.Restore(supervisor, grader.Officer, default));
        Done(await desk.Items.Queue(grader, "ungraded", 10, default));
        Refused("officer.not-suspended", await doors.Restore(supervisor, grader.Officer, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_only_supervisor_is_restored_by_oversight_never_by_oneself(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var supervisor = await desk.Officer("supervisor", ["supervisor"]);
        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        var doors = new OfficerDoors(desk.Gate, TimeProvider.System);

        Done(await doors.Suspend(Admin, supervisor.Officer, default));
        Refused("officer.suspended", await doors.Restore(supervisor, supervisor.Officer, default));
        Done(await doors.Restore(watch, supervisor.Officer, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_lock_is_felt_at_once(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var grader = await desk.Officer("grader", ["grader"], await desk.Case("2026-014"));
        var doors = new OfficerDoors(desk.Gate, TimeProvider.System);
        await using var open = Done(await desk.Gate.Admit(grader, Actions.WriteNote, default));

        Done(await doors.Lock(Admin, grader.Officer, default));
        // A page that was open before the lock holds an older epoch.
        Refused("rights.changed", await desk.Gate.Perform(open, Actions.WriteNote, _ => Task.FromResult(new Written<long>(1L)), default));
        Refused("officer.unknown", await desk.Items.Queue(grader, "ungraded", 10, default));
        Refused("officer.own-door", await doors.Lock(Admin, Admin.Officer, default));
        Done(await doors.Unlock(Admin, grader.Officer, default));
        Done(await desk.Items.Queue(grader, "ungraded", 10, default));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_member_taken_out_of_a_case_sees_it_no_more(string engine)
    {
        await using var desk = await Desk.Open(engine, postgres);
        var supervisor = await desk.Officer("supervisor", ["supervisor"]);
        var cases = new RunCase(desk.Gate, TimeProvider.System);
        var key = Done(await cases.Open(supervisor, "2026-014", "The mill", "police-task", default));
        Refused("case.reference-taken", await cases.Open(supervisor, "2026-014", "Again", "police-task", default));
        Refused("case.legal-basis", await cases.Open(supervisor, "2026-015", "Other", "because", default));
        var analyst = await desk.Officer("analyst", ["analyst"]);
        Refused("role.missing", await cases.AddMember(analyst, key, analyst.Officer, default));
        Refused("case.unknown", await cases.AddMember(supervisor, 999, analyst.Officer, default));
        Refused("case.not-theirs", await cases.AddMember(supervisor, key, Admin.Officer, default));

        Done(await cases.AddMember(supervisor, key, analyst.Officer, default));
        var stated = Done(await new StatePurpose(desk.Gate, TimeProvider.System).Run(analyst, "investigation", "2026-014", "Works on the mill", default));
        var working = analyst with { Purpose = stated.Key };
        Done(await desk.Items.Queue(working, "ungraded", 10, default));
        Done(await cases.RemoveMember(supervisor, key, analyst.Officer, default));
        Refused("purpose.not-member", await desk.Items.Queue(working, "ungraded", 10, default));
        Refused("case.no-member", await cases.RemoveMember(supervisor, key, analyst.Officer, default));
    }

    [Fact]
    public async Task Who_asks_too_fast_is_asked_to_wait_and_that_is_recorded()
    {
        await using var desk = await Desk.Open("sqlite", postgres);
        var analyst = await desk.Officer("analyst", ["analyst"], await desk.Case("2026-014"));
        Outcome<Reader> last = new Refusal("none", "");
        for (var n = 0; n < 130 && last is not Outcome<Reader>.Refused { Reason.Code: "rate.limited" }; n++) last = await desk.Gate.Admit(analyst, Actions.Search, default);
        Refused("rate.limited", last);
        Done(await desk.Gate.Admit(analyst, Actions.ReadItem, default));

        var watch = await desk.Officer("watch", ["oversight"], purpose: "oversight");
        Assert.NotEmpty(Done(await new ReadAudit(desk.Gate, TimeProvider.System).Run(watch, new() { Outcome = "rate.limited", Login = "analyst" }, 10, default)));
    }
}
