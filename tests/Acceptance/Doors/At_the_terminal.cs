using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plumbline.Acceptance.Doors;

/// <summary>The program itself, as a child process, in an empty folder.</summary>
public sealed class At_the_terminal : IDisposable
{
    private const string Founders = """
        officers:
          - {login: sara, name: سارة, name_other: Sara, roles: [supervisor]}
          - {login: omar, name: Omar, roles: [supervisor]}
          - {login: vera, name: Vera, roles: [oversight]}
          - {login: kira, name: Kira, roles: [source_keeper]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    [Fact]
    public async Task A_unit_is_made_its_officers_sign_in_and_a_role_takes_two_of_them()
    {
        await File.WriteAllTextAsync(At("founders.yaml"), Founders);
        await File.WriteAllTextAsync(At("password"), "three herons over the weir\n");
        var made = await Run("init", "--profile", "unit", "--officers", At("founders.yaml"), "--password-file", At("password"), "--json");
        Assert.Equal(0, made.Exit);
        var logins = JsonDocument.Parse(made.Output).RootElement.GetProperty("logins").EnumerateArray()
            .ToDictionary(one => one.GetProperty("login").GetString()!, one => one.GetProperty("firstPassword").GetString());
        Assert.Null(logins["admin"]); // given, so not printed
        Assert.Equal("home.exists", Refused(await Run("init", "--profile", "unit", "--json")));

        Assert.Equal("login.needed", Refused(await Run("officer", "list", "--json")));
        Assert.Equal("login.needed", Refused(await Run("officer", "list", "--as", "sara", "--json")));
        await Enter("admin", "three herons over the weir");
        await Enter("sara", logins["sara"]!);
        await Enter("omar", logins["omar"]!);

        Assert.Equal(0, (await Run("officer", "create", "nora", "Nora", "--as", "admin", "--json")).Exit);
        Assert.NotNull(Told(await Run("officer", "login", "nora", "--as", "admin", "--json"), "firstPassword"));
        Assert.Equal("account.officer-has-login", Refused(await Run("officer", "login", "sara", "--as", "admin", "--json")));
        Assert.Equal("role.missing", Refused(await Run("officer", "grant", "nora", "analyst", "--as", "admin", "--json")));
        Assert.Equal(0, (await Run("officer", "grant", "nora", "analyst", "--as", "sara")).Exit);
        Assert.Equal("role.own-confirmation", Refused(await Run("officer", "confirm", "nora", "analyst", "--as", "sara", "--json")));
        Assert.Equal(0, (await Run("officer", "confirm", "nora", "analyst", "--as", "omar")).Exit);
        Assert.Contains("analyst", (await Run("officer", "list", "--as", "sara")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await Run("case", "open", "2026-014", "The mill", "--as", "sara")).Exit);
        Assert.Equal("purpose.missing", Refused(await Run("grade", "--as", "sara", "--json")));
        Assert.Equal("purpose.reason", Refused(await Run("grade", "--as", "sara", "--case", "2026-014", "--json")));
        Assert.Equal(0, (await Run("grade", "--as", "sara", "--case", "2026-014", "--reason", "Works on the mill")).Exit);
        Assert.Equal(0, (await Run("grade", "--as", "sara")).Exit); // it holds

        // A reset makes the token void, and whoever comes in with the new password finds content closed.
        Assert.Equal(0, (await Run("officer", "reset", "sara", "--as", "admin")).Exit);
        Assert.Equal("token.void", Refused(await Run("grade", "--as", "sara", "--json")));
        Assert.Equal(0, (await Run("login", "--end", "--as", "omar")).Exit);
        Assert.Equal("login.needed", Refused(await Run("officer", "list", "--as", "omar", "--json")));
    }

    [Fact]
    public async Task The_source_keeper_enters_assigns_and_opens()
    {
        await File.WriteAllTextAsync(At("founders.yaml"), Founders);
        var made = JsonDocument.Parse((await Run("init", "--profile", "unit", "--officers", At("founders.yaml"), "--json")).Output);
        await Enter("kira", made.RootElement.GetProperty("logins").EnumerateArray().First(one => one.GetProperty("login").GetString() == "kira").GetProperty("firstPassword").GetString()!);
        string[] atWork = ["--as", "kira", "--purpose", "administration", "--json"];

        await File.WriteAllTextAsync(At("who"), "The nightwatchman of the mill\n");
        Assert.Equal("S-001", Told(await Run(["source", "add", "human", "--basis", "authorised-source", "--identity-file", At("who"), "--reason", "Keeps the register", .. atWork]), "reference"));
        Assert.Equal("S-002", Told(await Run(["source", "list", .. atWork]), "next"));
        Assert.Equal("source.nothing-waits", Refused(await Run(["source", "assign", "S-001", "7", .. atWork])));
        Assert.Equal("source.needs-reason", Refused(await Run(["source", "reveal", "S-001", "--as", "kira", "--json"])));
        Assert.Equal("The nightwatchman of the mill", Told(await Run(["source", "reveal", "S-001", "--as", "kira", "--json", "--reason", "The handler left the service"]), "identity"));
        Assert.Equal("source.no-file", Refused(await Run(["source", "add", "human", "--basis", "authorised-source", "--identity-file", At("absent"), .. atWork])));
    }

    [Fact]
    public async Task What_is_wrong_with_the_founders_is_said_before_anything_is_made()
    {
        await File.WriteAllTextAsync(At("founders.yaml"), "officers:\n  - {login: vera, name: Vera, roles: [oversight, analyst]}\n");
        Assert.Equal("role.apart", Refused(await Run("init", "--profile", "unit", "--officers", At("founders.yaml"), "--json")));
        await File.WriteAllTextAsync(At("founders.yaml"), "officers:\n  - {login: vera, rank: general}\n");
        Assert.Equal("founding.unreadable", Refused(await Run("init", "--profile", "unit", "--officers", At("founders.yaml"), "--json")));
        await File.WriteAllTextAsync(At("password"), "admin\n");
        Assert.Equal("account.password-too-short", Refused(await Run("init", "--profile", "unit", "--password-file", At("password"), "--json")));
        Assert.False(Directory.Exists(At("home")));
    }

    private async Task Enter(string login, string first)
    {
        using var program = Start(["login", "--as", login, "--json"]);
        await program.StandardInput.WriteLineAsync($"{first}\nfour bridges and one kite\nfour bridges and one kite");
        await program.StandardInput.FlushAsync();
        // The key of the second factor is shown, then its code is asked for.
        string? line;
        do line = await program.StandardError.ReadLineAsync();
        while (line is not null && !Regex.IsMatch(line, "^  [A-Z2-7]{4} "));
        Assert.NotNull(line);
        await program.StandardInput.WriteLineAsync(Totp.Now(line.Trim()));
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        var token = JsonDocument.Parse(output).RootElement.GetProperty("tokenFile").GetString()!;
        Assert.StartsWith(At("state"), token, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(token));
    }

    private async Task<(int Exit, string Output)> Run(params string[] arguments)
    {
        using var program = Start(arguments);
        program.StandardInput.Close();
        var faults = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, output.Length > 0 ? output : await faults);
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plumbline.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PLUMBLINE_HOME"] = At("home");
        start.Environment["XDG_STATE_HOME"] = At("state");
        return Process.Start(start)!;
    }

    private static string? Told((int Exit, string Output) ran, string name)
    {
        Assert.True(ran.Exit == 0, ran.Output);
        return JsonDocument.Parse(ran.Output).RootElement.GetProperty(name).GetString();
    }

    private static string? Refused((int Exit, string Output) ran)
    {
        Assert.Equal(1, ran.Exit);
        return JsonDocument.Parse(ran.Output).RootElement.GetProperty("refused").GetString();
    }

    private string At(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
