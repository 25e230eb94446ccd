using System.Text;
using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Records;
using Plumbline.Safeguards;

namespace Plumbline.Acceptance.Walk;

/// <summary>A unit's home with officers at work on a real database; helpers speak the domain.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string folder;
    private readonly Labels labels;
    private readonly ActLog log;

    private Desk(string folder, Home home)
    {
        this.folder = folder;
        Home = home;
        labels = new Labels(home.Store);
        log = new ActLog(home.Store);
        Gate = new Gate(home.Store, labels, log, TimeProvider.System);
    }

    public Home Home { get; }

    public Gate Gate { get; }

    public ReceiveReport Receive => new(Gate, labels, TimeProvider.System);

    public WriteNote Note => new(Receive, TimeProvider.System);

    public ViewItem Items => new(Gate, labels);

    public ViewReport Reports => new(Gate, labels);

    public CompleteItem Complete => new(Gate, TimeProvider.System);

    public GradeItem Grading => new(Gate, labels, TimeProvider.System);

    /// <summary>An empty unit on the engine named.</summary>
    public static async Task<Desk> Open(string engine, ThrowawayPostgres postgres)
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
        var home = Home.Create(folder, engine == "postgres" ? await postgres.NewFounded(Found) : null);
        if (engine != "postgres") await Establish(home);
        return new Desk(folder, home);
    }

    private static async Task Found(string connection)
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
        var home = Home.Create(folder, connection);
        await Establish(home);
        home.Store.Release();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Establish(Home home) => Assert.IsType<Outcome<long>.Done>(await new Establishment(home.Store, TimeProvider.System)
        .Run(HomeProfile.Unit, new NewOfficer("admin", "Administrator"), default));

    /// <summary>A case, by reference.</summary>
    public Task<long> Case(string reference) => Write(records => records.AddCase(reference, $"Case {reference}", "police-task", 1, default));

    /// <summary>An officer with roles who has stated a purpose.</summary>
    public async Task<Visitor> Officer(string login, string[] roles, long? working = null, long clearance = 3, string purpose = "investigation")
    {
        var officer = await Write(records => records.Add(new NewOfficer(login, login) { Clearance = clearance, Unit = "unit-1" }, 1, default));
        foreach (var role in roles) await Write(records => records.Grant(officer, role, 1, 1, default));
        if (working is { } member) await Write(async records => { await records.AddMember(member, officer, 1, default); return 0L; });
        var stated = await Write(records => records.State(officer, purpose, working, "Shift work on the case", TimeSpan.FromHours(12), default));
        return new Visitor(officer, stated, "cli");
    }

    /// <summary>A report of numbered items.</summary>
    public static ReceivedReport Report(string[] items, string? origin = null, Label? label = null)
    {
        var text = string.Join('\n', items);
        var at = 0;
        var split = items.Select((item, n) =>
        {
            var from = at;
            at += item.Length + 1;
            return new ReceivedItem(n + 1, item, from, from + item.Length, "en");
        }).ToArray();
        return new ReceivedReport(new ReceivedFile("letter.txt", "text/plain", Encoding.UTF8.GetBytes(text)), "A letter", "report", "en", text, split)
        {
            Origin = origin,
            Label = label ?? Label.None,
        };
    }

    public async Task<T> Write<T>(Func<OfficerRecords, Task<T>> work)
    {
        await using var writer = await Writer.Begin(Home.Store, default);
        var result = await work(new OfficerRecords(writer, TimeProvider.System.Micros()));
        await writer.Commit(default);
        return result;
    }

    public static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done done
        ? done.Value
        : throw new Xunit.Sdk.XunitException($"Refused: {outcome.Why.Code}: {outcome.Why.Detail}");

    public static void Refused<T>(string code, Outcome<T> outcome) => Assert.Equal(code, Assert.IsType<Outcome<T>.Refused>(outcome).Why.Code);

    public ValueTask DisposeAsync()
    {
        log.Dispose();
        Home.Store.Release();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
