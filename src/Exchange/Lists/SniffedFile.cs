using System.Text.RegularExpressions;
using System.Xml;
using Plumbline.Exchange.Lists.Sources;

namespace Plumbline.Exchange.Lists;

/// <summary>A file known by its first 64 KiB: unpacked, its encoding guessed, its first text and root element.</summary>
public sealed partial class SniffedFile
{
    /// <summary>How many unpacked bytes are looked at.</summary>
    public const int HeadBytes = 64 << 10;

    private SniffedFile(ListFile file, EncodingGuess encoding, string head, string? problem) =>
        (File, Encoding, Head, Problem, Root) = (file, encoding, head, problem, XmlRoot.Of(head));

    /// <summary>The file.</summary>
    public ListFile File { get; }

    /// <summary>Its name.</summary>
    public string Name => File.Name;

    /// <summary>How it is read.</summary>
    public EncodingGuess Encoding { get; }

    /// <summary>The first characters, without byte order mark.</summary>
    public string Head { get; }

    /// <summary>Why not even the head could be read, in English; null if it could.</summary>
    public string? Problem { get; }

    /// <summary>Nothing, or nothing but blanks.</summary>
    public bool IsEmpty => Problem is null && string.IsNullOrWhiteSpace(Head.Trim('\u001A', '\0'));

    /// <summary>Local name and attributes of the root element; null if it is no XML.</summary>
    internal XmlRoot? Root { get; }

    /// <summary>Looks at a file. Never throws on bad bytes: see <see cref="Problem"/>.</summary>
    public static SniffedFile Of(ListFile file, ListLimits? limits = null)
    {
        try
        {
            using var bytes = BoundedBytes.Open(file, limits ?? ListLimits.Default);
            var head = new byte[HeadBytes];
            var length = 0;
            string? problem = null;
            try
            {
                length = Fill(bytes, head);
            }
            catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
            {
                problem = "It looks packed (gzip), but it cannot be unpacked.";
            }

            var start = head.AsSpan(0, length);
            var guess = EncodingGuess.Of(start, Declared(start));
            return new SniffedFile(file, guess, TextEncodings.Of(guess).GetString(start[Math.Min(length, guess.Mark)..]), problem);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new SniffedFile(file, new EncodingGuess("utf-8", 0, null), "", "It cannot be read: " + broken.Message);
        }
    }

    private static int Fill(Stream bytes, byte[] head)
    {
        var length = 0;
        while (length < head.Length)
        {
            var got = bytes.Read(head, length, head.Length - length);
            if (got == 0) break;
            length += got;
        }

        return length;
    }

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        var start = System.Text.Encoding.Latin1.GetString(head[..Math.Min(head.Length, 200)]);
        return Declaration().Match(start) is { Success: true } said ? said.Groups[1].Value : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']""")]
    private static partial Regex Declaration();
}

/// <summary>The root element of an XML file, as far as its start tag goes.</summary>
internal sealed record XmlRoot(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    public static XmlRoot? Of(string head)
    {
        if (!head.AsSpan().TrimStart().StartsWith("<")) return null;
        try
        {
            using var xml = XmlReader.Create(new StringReader(head.TrimStart()), Xml.XmlRules.Settings());
            xml.MoveToContent();
            if (xml.NodeType != XmlNodeType.Element) return null;
            var name = xml.LocalName;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.MoveToNextAttribute()) attributes[xml.LocalName] = xml.Value;
            return new XmlRoot(name, attributes);
        }
        catch (XmlException)
        {
            return Tag(head);
        }
    }

    /// <summary>A forbidden or broken prologue still shows what the file wants to be: the reader then says what is wrong.</summary>
    private static XmlRoot? Tag(string head)
    {
        var tag = System.Text.RegularExpressions.Regex.Match(head, @"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]");
        return tag.Success ? new XmlRoot(tag.Groups[1].Value, new Dictionary<string, string>()) : null;
    }
}
