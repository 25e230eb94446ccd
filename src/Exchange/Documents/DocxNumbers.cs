using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Plumbline.Exchange.Documents;

/// <summary>Counts numbered paragraphs as Word does: one counter a list and level, restarted below a higher level.</summary>
internal sealed class DocxNumbers
{
    private const int Levels = 9;
    private readonly Dictionary<int, int> lists = [];
    private readonly Dictionary<(int List, int Level), (bool Bullet, int Start)> kinds = [];
    private readonly Dictionary<int, int[]> counters = [];

    public DocxNumbers(Numbering? numbering)
    {
        if (numbering is null) return;
        foreach (var definition in numbering.Elements<AbstractNum>())
        {
            if (definition.AbstractNumberId?.Value is not { } id) continue;
            foreach (var level in definition.Elements<Level>())
            {
                if (level.LevelIndex?.Value is not { } at) continue;
                var format = level.NumberingFormat?.Val;
                kinds[(id, at)] = (format is not null && format.HasValue && (format.Value == NumberFormatValues.Bullet || format.Value == NumberFormatValues.None), level.StartNumberingValue?.Val?.Value ?? 1);
            }
        }

        foreach (var instance in numbering.Elements<NumberingInstance>())
        {
            if (instance.NumberID?.Value is { } id && instance.AbstractNumId?.Val?.Value is { } definition) lists[id] = definition;
        }
    }

    /// <summary>The next number of a list, such as <c>3</c> or <c>2.1</c>; null for bullets.</summary>
    public string? Next(int list, int level)
    {
        if (level is < 0 or >= Levels) return null;
        var definition = lists.GetValueOrDefault(list, list);
        var (bullet, start) = kinds.GetValueOrDefault((definition, level), (false, 1));
        if (bullet) return null;
        if (!counters.TryGetValue(list, out var counts)) counters[list] = counts = new int[Levels];
        counts[level] = counts[level] == 0 ? Math.Clamp(start, 0, 100_000) : counts[level] + 1;
        Array.Clear(counts, level + 1, Levels - level - 1);
        return string.Join('.', counts.Take(level + 1).Select(count => Math.Max(count, 1).ToString(CultureInfo.InvariantCulture)));
    }
}
