using System.Globalization;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.Files;

/// <summary>Ties gathered from a file that names its vertices by numbers or ids of its own; where some have weights, the others weigh 1.</summary>
internal sealed class Gathering(VertexNames known)
{
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Target, double? Weight)> ties = [];
    private readonly EdgeList list = new(known);

    /// <summary>A vertex by the file's id, and what it is called; a name that was given away already is not given again.</summary>
    public void Vertex(string id, string? label, int line)
    {
        if (id.Length == 0 || shown.ContainsKey(id))
        {
            list.Leave(line, id.Length == 0 ? "A vertex has no id." : $"The vertex \"{id}\" is there already.");
            return;
        }
        var name = label is { Length: > 0 } && taken.Add(label) ? label : id;
        taken.Add(name);
        shown[id] = name;
        list.Names.NumberOf(name);
    }

    public bool Has(string id) => shown.ContainsKey(id);

    /// <param name="weight">As written; null where there is none.</param>
    public void Tie(string? source, string? target, string? weight, int line)
    {
        var number = 1.0;
        if (source is not { Length: > 0 } || target is not { Length: > 0 }) list.Leave(line, "An end is missing.");
        else if (!shown.TryGetValue(source, out var from) || !shown.TryGetValue(target, out var to)) list.Leave(line, $"An end is no vertex of the file: \"{source}\", \"{target}\".");
        else if (weight is not null && (!double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out number) || !(number >= 0 && double.IsFinite(number))))
            list.Leave(line, $"The weight \"{weight}\" is negative or no finite number.");
        else ties.Add((from, to, weight is null ? null : number));
    }

    public void Leave(int line, string why) => list.Leave(line, why);

    public EdgeList Finish(bool directed)
    {
        var isWeighted = ties.Exists(tie => tie.Weight is not null);
        foreach (var (source, target, weight) in ties) list.Add(source, target, isWeighted ? weight ?? 1 : null);
        list.SaysDirected = directed;
        return list;
    }
}
