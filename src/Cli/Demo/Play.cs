using Plumbline.Web.Accounts;

namespace Plumbline.Cli.Demo;

/// <summary>Plays the sample case into an empty home: every step is an officer's act through the gate, at its moment of the story.</summary>
internal sealed class Play(Stage stage)
{
    /// <summary>The password that every officer of the demonstration has; it is published, so the demonstration listens on this machine only.</summary>
    public const string Password = "plumb line hangs true";

    /// <summary>Plays everything; <paramref name="progress"/> is told how many scenes are done, of how many.</summary>
    public async Task Run(Action<int, int, string> progress, CancellationToken ct)
    {
        var scenes = new ReportScenes(stage).All().Concat(new OtherScenes(stage).All()).Concat(new ScreeningScenes(stage).All()).Concat(new IdentityScenes(stage).All()).OrderBy(scene => scene.At).ToArray();
        // What would take until after the demonstration begins is done just before.
        var last = SampleCase.At(stage.Script.Now).AddMinutes(-2);
        stage.Clock.MoveTo(scenes[0].At.AddDays(-1));
        await stage.Cast.Found(ct);
        await Logins(ct);
        foreach (var (scene, n) in scenes.Select((scene, n) => (scene, n)))
        {
            progress(n, scenes.Length, scene.Kind);
            stage.Clock.MoveTo(scene.At < last ? scene.At : last);
            await scene.Play(ct);
        }
        progress(scenes.Length, scenes.Length, "");
    }

    private async Task Logins(CancellationToken ct)
    {
        await using var accounts = AccountsModule.Open(Path.Combine(stage.Use<Register.Home>().Folder, "accounts.db"));
        foreach (var officer in stage.Script.Officers)
        {
            ct.ThrowIfCancellationRequested();
            stage.Take($"login {officer.Login}", await accounts.Store.CreateLogin(stage.Cast.Officer(officer.Login), officer.Login, Password, mustChangePassword: false));
        }
    }
}
