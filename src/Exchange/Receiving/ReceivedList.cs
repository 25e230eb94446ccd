using System.Security.Cryptography;
using System.Text;
using Plumbline.Exchange.Lists;

namespace Plumbline.Exchange.Receiving;

/// <summary>The files of one version of a list, read into memory: what is compared, kept and hashed are the same bytes.</summary>
public sealed class ReceivedList
{
    /// <summary>Largest file, as received (packed lists stay packed), in bytes.</summary>
    public const long MostBytes = 128L << 20;

    private ReceivedList(ListSet set, IReadOnlyList<ReceivedListFile> files)
    {
        Set = set;
        Files = files;
        Sha256 = files.Count == 1 ? files[0].Sha256 : Hash(Encoding.ASCII.GetBytes(string.Concat(files.Select(file => file.Sha256))));
    }

    /// <summary>The files with their reader.</summary>
    public ListSet Set { get; }

    /// <summary>The files, the main one first.</summary>
    internal IReadOnlyList<ReceivedListFile> Files { get; }

    /// <summary>What the import is known by: the hash of the file, or of the hashes of the files in their order.</summary>
    public string Sha256 { get; }

    /// <summary>Reads the files of a set.</summary>
    /// <exception cref="IOException">A file cannot be read to its end.</exception>
    public static ReceivedList Of(ListSet set)
    {
        var files = set.Files.Select(file =>
        {
            using var stream = file.File.Open();
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new ReceivedListFile(file.Name, bytes, file.File.Date);
        }).ToArray();
        return new ReceivedList(new ListSet(set.Reader, [.. files.Select(file => SniffedFile.Of(ListFile.Of(file.Name, file.Bytes) with { Date = file.Date }, ListSurvey.Limits))]), files);
    }

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>One file of a version.</summary>
internal sealed record ReceivedListFile(string Name, byte[] Bytes, DateOnly? Date)
{
    /// <summary>SHA-256 of the bytes.</summary>
    public string Sha256 { get; } = ReceivedList.Hash(Bytes);
}
