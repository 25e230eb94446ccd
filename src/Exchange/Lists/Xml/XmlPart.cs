namespace Plumbline.Exchange.Lists.Xml;

/// <summary>An element of one entry, by local name; remembers what was asked for, so that the rest can be kept as remarks.</summary>
internal sealed class XmlPart(string name, long line)
{
    private readonly List<XmlPart> children = [];
    private readonly List<(string Name, string Text)> attributes = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private bool textTaken;

    public string Name { get; } = name;

    public long Line { get; } = line;

    /// <summary>The text directly in the element; asking takes it.</summary>
    public string Text
    {
        get
        {
            textTaken = true;
            return Content;
        }
    }

    internal string Content { get; set; } = "";

    public void Add(XmlPart child) => children.Add(child);

    public void Add(string attribute, string text) => attributes.Add((attribute, text));

    /// <summary>Child elements of a name.</summary>
    public IEnumerable<XmlPart> All(string child) => children.Where(part => part.Name == child);

    /// <summary>Children of a list element: <c>All("akaList", "aka")</c>.</summary>
    public IEnumerable<XmlPart> All(string list, string child) => All(list).SelectMany(part => part.All(child));

    /// <summary>Text of the first child of that name with text; empty if there is none. The others stay for the rest.</summary>
    public string this[string child] => All(child).FirstOrDefault(part => !string.IsNullOrWhiteSpace(part.Content))?.Text ?? "";

    /// <summary>An attribute; empty if there is none.</summary>
    public string Attribute(string attribute)
    {
        asked.Add(attribute);
        return attributes.Find(one => one.Name == attribute).Text ?? "";
    }

    /// <summary>Marks the element with all below it as dealt with.</summary>
    public void TakeAll()
    {
        textTaken = true;
        asked.UnionWith(attributes.Select(attribute => attribute.Name));
        foreach (var child in children) child.TakeAll();
    }

    /// <summary>Texts and attributes that nobody asked for, with where they stand.</summary>
    public IEnumerable<(string Where, string Text)> Rest(string? above = null)
    {
        var here = above is null ? "" : above.Length == 0 ? Name : above + " " + Name;
        if (!textTaken && !string.IsNullOrWhiteSpace(Content)) yield return (here, Content);
        foreach (var (attribute, text) in attributes)
        {
            if (!asked.Contains(attribute) && !string.IsNullOrWhiteSpace(text)) yield return ($"{here} {attribute}".Trim(), text);
        }

        foreach (var rest in children.SelectMany(child => child.Rest(here))) yield return rest;
    }
}
