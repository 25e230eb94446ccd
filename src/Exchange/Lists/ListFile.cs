namespace Plumbline.Exchange.Lists;

/// <summary>A file handed over for reading: its name and how to open its bytes (again).</summary>
/// <param name="Name">Name without folder; said in notes and rejects, and asked for a date only where the format has none.</param>
/// <param name="Open">Opens the bytes from their beginning; the reader disposes the stream. Gzip is unpacked by its magic number.</param>
/// <param name="Date">The day the version is of, as the giver knows it; null if unknown. What the file says goes first.</param>
public sealed record ListFile(string Name, Func<Stream> Open, DateOnly? Date = null)
{
    /// <summary>A file on disk, opened for shared reading.</summary>
    public static ListFile At(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));

    /// <summary>Bytes in memory.</summary>
    public static ListFile Of(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));
}
