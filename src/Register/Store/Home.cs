using System.Security.Cryptography;
using Plumbline.Core;
using Plumbline.Register.Audit;

namespace Plumbline.Register;

/// <summary>A home: the folder that holds a register, its keys and its projections. <c>register.postgres</c> in it names a server's database instead of the embedded file.</summary>
public sealed class Home
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lazy<PublicIds> ids;

    private Home(string folder, RegisterStore store)
    {
        Folder = folder;
        Store = store;
        ids = new Lazy<PublicIds>(ReadIds);
    }

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The register of this home.</summary>
    public RegisterStore Store { get; }

    /// <summary>The ids by which the register's things are known outside; their secret lies beside the audit key.</summary>
    public PublicIds Ids => ids.Value;

    /// <summary>Whether a folder is a home.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "register.db")) || File.Exists(PostgresFile(folder));

    /// <summary>Makes a home; an existing one is left as it is.</summary>
    /// <param name="folder">Made when it does not exist.</param>
    /// <param name="postgres">Connection string of a PostgreSQL database; null for the embedded file.</param>
    public static Home Create(string folder, string? postgres)
    {
        MakeFolder(folder);
        MakeFolder(Path.Combine(folder, "keys"));
        if (postgres is null && !Exists(folder)) WriteSecret(Path.Combine(folder, "register.db"), "");
        if (postgres is not null && !File.Exists(PostgresFile(folder))) WriteSecret(PostgresFile(folder), postgres);
        var home = Open(folder);
        var keyFile = Path.Combine(home.Folder, "keys", "audit");
        if (!File.Exists(keyFile))
        {
            using (var made = NoteKey.Generate("plumbline/audit")) WriteSecret(keyFile, made.ExportSecret());
            using var key = home.AuditKey();
            File.WriteAllText(keyFile + ".pub", key.Verifier + "\n");
        }
        foreach (var secret in (string[])[home.IdsFile, home.SourcesFile])
            if (!File.Exists(secret)) WriteSecret(secret, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return home;
    }

    /// <summary>Opens a home and brings its register to the newest shape.</summary>
    public static Home Open(string folder)
    {
        var full = Path.GetFullPath(folder);
        var store = File.Exists(PostgresFile(full))
            ? RegisterStore.Postgres(File.ReadAllText(PostgresFile(full)).Trim())
            : RegisterStore.Sqlite(Path.Combine(full, "register.db"));
        Migrator.Run(store);
        return new Home(full, store);
    }

    /// <summary>The key that signs this home's checkpoints; the caller disposes it.</summary>
    /// <exception cref="InvalidDataException">The key file is damaged.</exception>
    public NoteKey AuditKey() => NoteKey.Read(File.ReadAllText(Path.Combine(Folder, "keys", "audit"))) is Outcome<NoteKey>.Done { Value: var key }
        ? key
        : throw new InvalidDataException("keys/audit in the home cannot be read: restore it from the backup.");

    /// <summary>The key that seals the identities of sources: 32 bytes that lie in no database, but in every backup.</summary>
    /// <exception cref="InvalidDataException">The key file is missing or damaged.</exception>
    public byte[] SourcesKey()
    {
        var key = new byte[32];
        return File.Exists(SourcesFile) && Convert.TryFromBase64String(File.ReadAllText(SourcesFile).Trim(), key, out var length) && length == key.Length
            ? key
            : throw new InvalidDataException("keys/sources in the home cannot be read: restore it from the backup.");
    }

    private string SourcesFile => Path.Combine(Folder, "keys", "sources");

    private string IdsFile => Path.Combine(Folder, "keys", "ids");

    private PublicIds ReadIds() => new(Convert.FromBase64String(File.ReadAllText(IdsFile)));

    // For its owner's eyes only: what SQLite makes beside its file has the file's mode.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder)) Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static string PostgresFile(string folder) => Path.Combine(folder, "register.postgres");

    // Whole or not at all, and never over what is there: of two processes that make a home at once, the first one's secret stands.
    private static void WriteSecret(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        var draft = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        using (var writer = new StreamWriter(draft, options)) writer.Write(text);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
