using Plumbline.Core;
using Plumbline.Networks.Snapshots;
using Plumbline.Register.Questions;

namespace Plumbline.Networks.Charts;

/// <summary>One position that items of the register give of a location. A location of which they give several has several: none is chosen, none is an average.</summary>
/// <param name="Place">Key of the location, on the chart or not.</param>
/// <param name="Naming">What the reader sees of it; its caption is made of that.</param>
/// <param name="Latitude">Degrees north (WGS 84), -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
/// <param name="Accuracy">How far off it may be, in metres, the largest that was told; null where nobody said.</param>
/// <param name="Grade">The best grade among the items that give this position; null where none is graded.</param>
/// <param name="Label">The union of the labels of all that is said of the location.</param>
/// <param name="Contested">Whether other items give another position.</param>
public sealed record MapPoint(long Place, EntityType Type, IReadOnlyList<StatementRow> Naming, double Latitude, double Longitude, double? Accuracy, Grade? Grade, Label Label, bool Contested);

/// <summary>That an item of the chart stands at a location.</summary>
/// <param name="Item">Key under which it stands on the chart.</param>
/// <param name="Place">Key of the location.</param>
/// <param name="By">The tie that says so; null where the item is the location.</param>
public sealed record MapStand(long Item, long Place, VisibleTie? By);

/// <summary>Where the items of a chart stand, as one reader sees it.</summary>
/// <param name="Points">By location and position.</param>
/// <param name="Stands">Only at locations that have a point.</param>
/// <param name="Label">The union of the labels of the points and of the ties: a location need not be on the chart, and may be held more strictly than it.</param>
public sealed record ChartMap(IReadOnlyList<MapPoint> Points, IReadOnlyList<MapStand> Stands, Label Label);
