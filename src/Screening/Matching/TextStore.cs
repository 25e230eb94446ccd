using System.Text;

namespace Plumbline.Screening.Matching;

/// <summary>Texts one behind the other in UTF-8.</summary>
internal sealed class TextStore
{
    private readonly List<int> ends = [];
    private byte[] bytes = new byte[1 << 12];

    /// <summary>Adds a text. Half a surrogate pair, which is no letter, comes back as the replacement sign.</summary>
    public void Add(string text)
    {
        var start = ends.Count == 0 ? 0 : ends[^1];
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        while (bytes.Length < start + most) Array.Resize(ref bytes, checked(bytes.Length * 2));
        ends.Add(start + Encoding.UTF8.GetBytes(text, bytes.AsSpan(start)));
    }

    /// <summary>A text by its place, from 0.</summary>
    public string this[int place] => Encoding.UTF8.GetString(bytes.AsSpan(place == 0 ? 0 : ends[place - 1], ends[place] - (place == 0 ? 0 : ends[place - 1])));
}
