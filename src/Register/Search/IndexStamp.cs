using System.Globalization;
using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace Plumbline.Register.Search;

/// <summary>What is kept with a commit: the index's form, and how far the feed was applied.</summary>
/// <param name="Leaf">The last leaf applied, −1 for none.</param>
/// <param name="Mark">Hash of that leaf, by which the log is known again; empty when it was not noted.</param>
internal sealed record IndexStamp(long Leaf, string Mark)
{
    /// <summary>Goes up with every change of fields, words, normalisation or stems: an older index is then made anew.</summary>
    private const string Form = "1";

    private const string FormKey = "form";
    private const string LeafKey = "leaf";
    private const string MarkKey = "mark";

    /// <summary>The stamp of the last commit; null if there is none, or it is of another form or cannot be read.</summary>
    public static IndexStamp? Read(Directory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory)) return null;
            var infos = new SegmentInfos();
            infos.Read(directory);
            var kept = infos.UserData;
            return kept is not null && kept.TryGetValue(FormKey, out var form) && form == Form && kept.TryGetValue(LeafKey, out var leaf)
                && long.TryParse(leaf, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var last)
                ? new IndexStamp(last, kept.TryGetValue(MarkKey, out var mark) ? mark : "")
                : null;
        }
        catch (Exception damage) when (damage is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return null;   // cut files fail in many ways, and all of them mean the same
        }
    }

    public Dictionary<string, string> Write() =>
        new() { [FormKey] = Form, [LeafKey] = Leaf.ToString(CultureInfo.InvariantCulture), [MarkKey] = Mark };
}
