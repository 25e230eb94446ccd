using Microsoft.Extensions.Logging.Abstractions;
using Plumbline.Core;
using Plumbline.Exchange.Receiving;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Following;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Web.Hosting;

namespace Plumbline.Cli;

/// <summary>One command's place of work: the home, the officer, the use cases. Disposing it sequences what was done, unless another process owns the home and does it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly ServiceProvider house;
    private Projections? projections;

    private Desk(Home home)
    {
        Home = home;
        house = new ServiceCollection()
            .AddUseCases(home, TimeProvider.System)
            .AddSingleton(_ => projections?.Search ?? throw new InvalidOperationException("Open the projections before a use case that searches."))
            .BuildServiceProvider();
        // Opened only when an act needs it: most commands never search.
        home.Store.Settle = async ct => _ = await Projections(ct);
    }

    public Home Home { get; }

    public Labels Labels => Use<Labels>();

    public Gate Gate => Use<Gate>();

    public ReceiveFiles ReceiveFiles => Use<ReceiveFiles>();

    public WriteNote Note => Use<WriteNote>();

    public GradeItem Grade => Use<GradeItem>();

    public ViewItem Items => Use<ViewItem>();

    /// <summary>A use case.</summary>
    public T Use<T>() where T : notnull => house.GetRequiredService<T>();

    /// <summary>Opens the home that the options name; <paramref name="make"/> makes a personal one where there is none, and says so.</summary>
    public static async Task<Outcome<Desk>> Open(string folder, bool make, CancellationToken ct)
    {
        if (!Home.Exists(folder))
        {
            if (!make) return new Refusal("home.none", $"There is no home at {folder}. Make one with: plumbline init --profile unit|personal");
            var made = Home.Create(folder, null);
            await new Establishment(made.Store, TimeProvider.System).Run(HomeProfile.Personal, Me(), ct);
            await Console.Error.WriteLineAsync($"Made a personal home at {folder}: one person, no four eyes, everything logged.");
        }
        return new Desk(Home.Open(folder));
    }

    /// <summary>The officer of a personal home, by the name of the account that runs the program.</summary>
    public static NewOfficer Me() => new(Environment.UserName.ToLowerInvariant(), Environment.UserName);

    /// <summary>The officer at this desk with the purpose in force.</summary>
    public async Task<Outcome<Visitor>> Visitor(string? login, CancellationToken ct)
    {
        var personal = await Gate.IsPersonal(ct);
        if (!personal) return new Refusal("login.needed", "This is a unit's home: it is used through `plumbline serve`, where officers sign in.");
        var officers = await Gate.Rights.Officers(ct);
        var officer = login is null ? officers[0] : officers.FirstOrDefault(one => one.Login == login);
        if (officer is null) return new Refusal("officer.unknown", $"No officer {login} here.");
        var purpose = await Gate.Rights.LatestPurpose(officer.Key, TimeProvider.System.Micros(), ct);
        return new Visitor(officer.Key, purpose?.Key, "cli");
    }

    /// <summary>The search index, caught up with all that is committed: our own if no other process owns the home, else beside its owner.</summary>
    public async Task<Outcome<Projections>> Projections(CancellationToken ct)
    {
        if (projections is null)
        {
            var opened = await Register.Following.Projections.Open(Home, TimeProvider.System, NullLogger.Instance, ct);
            if (opened is not Outcome<Projections>.Done { Value: var made }) return opened;
            projections = made;
        }
        return await projections.CatchUp(ct) is Outcome<long>.Refused late ? late.Why : projections;
    }

    public async ValueTask DisposeAsync()
    {
        if (projections is { IsOwner: true }) await projections.CatchUp(CancellationToken.None);
        projections?.Dispose();
        using var ownership = HomeOwnership.TryTake(Home.Folder);
        if (ownership is not null) await new Sequencer(Home.Store, TimeProvider.System).Run(CancellationToken.None);
        await house.DisposeAsync();
    }
}
