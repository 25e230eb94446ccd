namespace Plumbline.Register.Following;

/// <summary>The right to write a home's projections: one process at a time holds it. The system gives it back when the process ends, however it ends.</summary>
public sealed class HomeOwnership : IDisposable
{
    private readonly FileStream held;

    private HomeOwnership(FileStream held) => this.held = held;

    /// <summary>Takes the right; null when another holds it.</summary>
    /// <param name="folder">The home's folder.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static HomeOwnership? TryTake(string folder)
    {
        try
        {
            return new HomeOwnership(new FileStream(Path.Combine(folder, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return null;
        }
    }

    /// <summary>Gives the right back.</summary>
    public void Dispose() => held.Dispose();

    // What Linux, macOS and Windows say of a file that somebody else has locked.
    private static bool IsTaken(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
