using Microsoft.Data.Sqlite;

namespace Plumbline.Register.Upkeep;

/// <summary>What a home holds beside its register and belongs into a backup: keys and logins.</summary>
internal static class HomeFiles
{
    private const string Folder = "home/";
    private const string Accounts = "accounts.db";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Adds the keys as they are and the logins as they stand at this moment.</summary>
    public static void Add(string home, ArchiveWriter archive)
    {
        var keys = Path.Combine(home, "keys");
        foreach (var path in Directory.EnumerateFiles(keys, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            archive.Add(Folder + Path.GetRelativePath(home, path).Replace('\\', '/'), File.ReadAllBytes(path));
        if (File.Exists(Path.Combine(home, Accounts))) archive.Add(Folder + Accounts, Copied(home));
    }

    /// <summary>Lays the files down, for their owner's eyes only.</summary>
    /// <exception cref="InvalidDataException">A name leads out of the home.</exception>
    public static void Restore(Archive archive, string home, CancellationToken ct)
    {
        var inside = Path.GetFullPath(home) + Path.DirectorySeparatorChar;
        foreach (var (name, bytes) in archive.Entries(ct).Where(entry => entry.Name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var path = Path.GetFullPath(Path.Combine(home, name[Folder.Length..]));
            if (!path.StartsWith(inside, StringComparison.Ordinal)) throw new InvalidDataException("The archive names a file outside the home.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
            using var file = new FileStream(path, options);
            file.Write(bytes);
        }
    }

    // The engine's own copying: whole even while somebody signs in.
    private static byte[] Copied(string home)
    {
        var copy = Path.Combine(home, Accounts + ".backup");
        try
        {
            File.Delete(copy);
            if (!OperatingSystem.IsWindows()) using (new FileStream(copy, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly })) { }
            using (var from = new SqliteConnection($"Data Source={Path.Combine(home, Accounts)};Pooling=False"))
            using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
            {
                from.Open();
                to.Open();
                from.BackupDatabase(to);
            }
            return File.ReadAllBytes(copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
