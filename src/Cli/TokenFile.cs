using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Cli;

/// <summary>Where the command line keeps a token: one file for each home and login, for its owner's eyes only, outside the home so that no backup takes it along.</summary>
internal static class TokenFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int NameLength = 16;

    /// <summary>The file of a login in a home.</summary>
    public static string Of(string home, string login)
    {
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Path.GetFullPath(home)}\n{login}")))[..NameLength];
        return Path.Combine(state, "plumbline", name + ".token");
    }

    /// <summary>The token kept; null where there is none.</summary>
    public static string? Read(string home, string login) => File.Exists(Of(home, login)) ? File.ReadAllText(Of(home, login)).Trim() : null;

    /// <summary>Keeps a token in place of an older one.</summary>
    public static void Write(string home, string login, string token)
    {
        var path = Of(home, login);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Removed first: the mode is given when a file is made, an old file would keep its own.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(token);
    }

    /// <summary>Forgets the token.</summary>
    public static void Delete(string home, string login) => File.Delete(Of(home, login));
}
