using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Screening.Watchlists;

/// <summary>Keys that two units hold in common, each in a file of its own beside the home's other keys: in no database, and in every backup.</summary>
public sealed partial class SharedKeys(Home home)
{
    private const int Length = 32;

    private string Folder => Path.Combine(home.Folder, "keys", "shares");

    /// <summary>What a key is known by on both sides; says nothing of it.</summary>
    public static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData([.. "plumbline share/1"u8, .. key]))[..12];

    /// <summary>All keys by name.</summary>
    public IReadOnlyList<(string Name, string Id)> All() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Read(path))).Where(one => one.Item2 is not null).Select(one => (one.Item1, IdOf(one.Item2!)))] : [];

    /// <summary>A key by its id or name; null when there is none.</summary>
    public byte[]? Key(string idOrName) => All().FirstOrDefault(one => one.Id == idOrName || one.Name == idOrName) is { Name: { } name } ? Read(Path.Combine(Folder, name)) : null;

    /// <summary>Keeps a key under a name; a fresh one where none is given.</summary>
    /// <param name="text">As the other unit wrote it, base 64; null to make one.</param>
    /// <returns>The key as it is carried to the other unit, by a way that nobody else reads.</returns>
    public Outcome<string> Keep(string name, string? text)
    {
        var key = new byte[Length];
        if (!Names().IsMatch(name)) return new Refusal("share.name", "A shared key has a name of 2 to 40 letters a-z, figures and hyphens.");
        if (text is null) RandomNumberGenerator.Fill(key);
        else if (!Convert.TryFromBase64String(text.Trim(), key, out var length) || length != Length) return new Refusal("share.unreadable", "This is no shared key: it has 44 signs, as the other unit was shown it.");
        var path = Path.Combine(Folder, name);
        if (File.Exists(path)) return new Refusal("share.taken", "There is a shared key of this name.");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
        else Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var carried = Convert.ToBase64String(key);
        using (var file = new StreamWriter(path, options)) file.Write(carried);
        return carried;
    }

    private static byte[]? Read(string path)
    {
        var key = new byte[Length];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) && length == Length ? key : null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex Names();
}
