using System.Globalization;
using System.Text;
using Plumbline.Exchange.Lists;

namespace Plumbline.Exchange.Receiving;

/// <summary>The records of a list that could not be read: tab-separated, one a line, with file, line, field, reason and the record as it stands.</summary>
/// <remarks>Written aside and moved to its name when it is kept, so that nobody finds half a file. The same bytes make the same file.</remarks>
internal sealed class RejectFile(string folder, string sha256) : IDisposable
{
    private readonly string path = PathOf(folder, sha256);
    private StreamWriter? writer;
    private bool kept;

    /// <summary>Where it is kept; null as long as it is not.</summary>
    public string? Path => kept ? path : null;

    /// <summary>Where the file of an import is kept, if it has one.</summary>
    public static string PathOf(string folder, string sha256) => System.IO.Path.Combine(folder, sha256[..16] + ".tsv");

    private string Aside => path + ".part";

    /// <summary>Takes a record.</summary>
    public void Add(Reject reject) => Line(reject.File, reject.Line, reject.Field, reject.Reason, reject.Raw);

    /// <summary>Takes the place from where on a file could not be read.</summary>
    public void AddFault(ListFault fault) => Line(fault.File, fault.Line, "", $"{fault.Reason} What stands from here on was not read.", "");

    /// <summary>Keeps what was taken; without any nothing is made.</summary>
    public void Keep()
    {
        if (writer is null) return;
        writer.Dispose();
        writer = null;
        File.Move(Aside, path, overwrite: true);
        kept = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (writer is null) return;
        writer.Dispose();
        File.Delete(Aside);
    }

    private void Line(string file, long line, string field, string reason, string raw)
    {
        writer ??= Open();
        writer.WriteLine(string.Join('\t', new[] { file, line.ToString(CultureInfo.InvariantCulture), field, reason, raw }.Select(Escaped)));
    }

    private StreamWriter Open()
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var opened = new StreamWriter(Aside, new UTF8Encoding(false), options) { NewLine = "\n" };
        opened.WriteLine("file\tline\tfield\treason\trecord");
        return opened;
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
