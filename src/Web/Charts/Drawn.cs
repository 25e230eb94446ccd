using System.Text.Json;

namespace Plumbline.Web.Charts;

/// <summary>A chart in the words of the drawing; see <c>ui/src/chart/contract.md</c>.</summary>
internal sealed record DrawnChart(string Id, string Title, long Version, DrawnHandling Handling, string Today, IReadOnlyList<DrawnType> Types, IReadOnlyList<DrawnItem> Items, IReadOnlyList<DrawnTie> Ties, JsonElement? Content, IReadOnlyList<DrawnGrade> Grades);

internal sealed record DrawnHandling(string Text, int Level);

internal sealed record DrawnType(string Name, string Of, string Label, string Plural, string? Icon, bool? Directed, bool? Kin);

/// <param name="Rank">0 best to 4 worst; -1 cannot be judged.</param>
internal sealed record DrawnGrade(string Text, int Rank, string? Words);

internal sealed record DrawnLabel(string Code, int Level, string Words);

internal sealed record DrawnValue(string Label, string Value, string Dir = "auto");

internal sealed record DrawnDates(string? From, string? To);

internal sealed record DrawnEvent(string At, string? To, string? Caption, string? Learned);

internal sealed record DrawnItem(string Id, string Type, string Caption, string Dir, string? Second, IReadOnlyList<DrawnValue> Attributes, DrawnGrade? Grade, DrawnLabel Handling, IReadOnlyList<string> Flags, string? Category,
    int HiddenNeighbours, string State, DrawnDates? Dates, IReadOnlyList<DrawnEvent> Events, int Records, IReadOnlyList<string> Joined);

internal sealed record DrawnRange(DrawnGrade Best, DrawnGrade Worst);

internal sealed record DrawnTie(string Id, IReadOnlyList<string> Links, string Source, string Target, string Type, bool Directed, string Caption, string Dir, DrawnRange? Grade, string Standing, double Strength, DrawnLabel Handling, string State,
    DrawnDates? Dates, IReadOnlyList<DrawnEvent> Events, bool Kin);

/// <summary>What a question of the drawing is answered; a refusal is a sentence, and then nothing else is there.</summary>
internal sealed record DrawnAnswer
{
    public string? Refusal { get; init; }
    public string? Notice { get; init; }
    public string? Made { get; init; }
    public IReadOnlyList<string>? Removed { get; init; }
    public IReadOnlyList<string>? Marked { get; init; }
    public IReadOnlyList<DrawnPair>? Pairs { get; init; }
    public IReadOnlyList<DrawnItem>? Items { get; init; }
    public IReadOnlyList<DrawnTie>? Ties { get; init; }
    public double? Total { get; init; }
    public int? Taken { get; init; }
    public IReadOnlyList<DrawnGroup>? Groups { get; init; }
    public IReadOnlyList<DrawnPath>? Paths { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Joins { get; init; }
    public IReadOnlyList<DrawnMeasure>? Measures { get; init; }
    public IReadOnlyList<float[]>? Positions { get; init; }
}

internal sealed record DrawnPair(string One, string Other, string OneName, string OtherName, string Words);

internal sealed record DrawnGroup(string TieType, string ItemType, int Count);

internal sealed record DrawnPath(IReadOnlyList<string> Items, IReadOnlyList<string> Ties, DrawnGrade? Weakest);

internal sealed record DrawnMeasure(string Name, string Label, string Reading, string Caution, IReadOnlyDictionary<string, DrawnMeasured>? Values);

internal sealed record DrawnMeasured(double Value, double? Low, double? High, double? MeanLow, double? MeanHigh);

/// <summary>Where items stand on a map; a refusal is a sentence, and then nothing else is there.</summary>
internal sealed record DrawnMap(IReadOnlyList<DrawnPoint> Points, IReadOnlyList<DrawnStand> Stands)
{
    public string? Refusal { get; init; }
}

/// <param name="Accuracy">Metres; null where nobody said.</param>
internal sealed record DrawnPoint(string Place, string Type, string Caption, double Latitude, double Longitude, double? Accuracy, DrawnGrade? Grade, DrawnLabel Handling, bool Contested);

/// <param name="How">The tie in words; null where the item is the place.</param>
internal sealed record DrawnStand(string Item, string Place, string? How, DrawnDates? Dates, string? Standing, DrawnRange? Grade);

/// <summary>What was kept, or that a colleague was faster.</summary>
internal sealed record DrawnKept
{
    public string? Refusal { get; init; }
    public bool? Conflict { get; init; }
    public string? Id { get; init; }
    public long? Version { get; init; }
    public string? At { get; init; }
    public string? By { get; init; }
    /// <summary>The chart as the colleague kept it.</summary>
    public DrawnChart? Chart { get; init; }
}

/// <summary>What stands on a copy that leaves.</summary>
internal sealed record DrawnLeaving
{
    public string? Refusal { get; init; }
    public string? At { get; init; }
    public string? Officer { get; init; }
    public string? Purpose { get; init; }
    public DrawnHandling? Handling { get; init; }
    public IReadOnlyList<DrawnSource>? Sources { get; init; }
    public string? Notice { get; init; }
}

internal sealed record DrawnSource(string Ref, DrawnGrade? Grade, int Count);

// What the drawing asks.

internal sealed record AskedConditions(IReadOnlyList<string>? TieTypes, IReadOnlyList<string>? ItemTypes, string? From, string? To, int? GradeAtLeast, int Most, string? Order, bool Kin, IReadOnlyList<string>? OnChart);

internal sealed record AskedPath(bool Directed, IReadOnlyList<string>? TieTypes, int? GradeAtLeast, int Most, bool DatesInOrder, bool AvoidHubs, bool Kin, IReadOnlyList<string>? OnChart);

internal sealed record AskedLayout(string Method, double Seed, IReadOnlyList<string> Nodes, IReadOnlyList<float[]?> Positions, IReadOnlyList<bool>? Fixed, IReadOnlyList<double[]>? Edges, IReadOnlyList<string>? Types, IReadOnlyList<double?>? Values, int? Root, string? Flow, float? Ideal, float? Size);

internal sealed record AskedSave(JsonElement Content, long Version);

internal sealed record AskedExport(string Kind, IReadOnlyList<string> Ids);
