using Plumbline.Core;
using Plumbline.Intelligence;
using Plumbline.Register;
using Plumbline.Register.Audit;
using Plumbline.Register.Records;
using Plumbline.Safeguards;
using Plumbline.Web.Accounts;

namespace Plumbline.Cli;

/// <summary>One command's place of work: the home, the officer, the use cases. Disposing it sequences what was done.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly Labels labels;
    private readonly ActLog log;

    private Desk(Home home)
    {
        Home = home;
        labels = new Labels(home.Store);
        log = new ActLog(home.Store);
        Gate = new Gate(home.Store, labels, log, TimeProvider.System);
    }

    public Home Home { get; }

    public Gate Gate { get; }

    public ReceiveReport Receive => new(Gate, labels, TimeProvider.System);

    public WriteNote Note => new(Receive, TimeProvider.System);

    public GradeItem Grade => new(Gate, labels, TimeProvider.System);

    public ViewItem Items => new(Gate, labels);

    public Sequencer Sequencer => new(Home.Store, TimeProvider.System);

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

    /// <summary>The logins of this home; the caller disposes them.</summary>
    public AccountsSession Accounts() => AccountsModule.Open(Path.Combine(Home.Folder, "accounts.db"));

    /// <summary>The officer at this desk: the one of a personal home, or whoever proved it with <c>plumbline login</c>.</summary>
    public async Task<Outcome<Visitor>> Visitor(Errand errand, CancellationToken ct)
    {
        var officers = await Gate.Rights.Officers(ct);
        if (await Gate.IsPersonal(ct))
        {
            var one = errand.As is null ? officers[0] : officers.FirstOrDefault(other => other.Login == errand.As);
            return one is null ? new Refusal("officer.unknown", $"No officer {errand.As} here.") : await errand.For(one.Key, Gate, ct);
        }
        if (errand.As is not { } login || TokenFile.Read(Home.Folder, login) is not { } token)
            return new Refusal("login.needed", "This is a unit's home. Sign in with: plumbline login --as LOGIN; then say --as LOGIN with every command.");
        await using var accounts = Accounts();
        var found = await accounts.Tokens.Find(token, ct);
        return found is Outcome<Login>.Done { Value: var holder } ? await errand.For(holder.OfficerKey, Gate, ct) : found.Why;
    }

    public async ValueTask DisposeAsync()
    {
        await Sequencer.Run(CancellationToken.None);
        log.Dispose();
    }
}
