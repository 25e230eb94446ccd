using Plumbline.Screening.Matching;

namespace Plumbline.NameTables;

/// <summary>Which measures may only raise the score and which only lower it: a name that is more alike is never less likely.</summary>
internal static class Monotone
{
    private const int Sides = PairFeatures.Count + 7;

    // Behind the measures of a pair stand those of an entity among others: its odds, its likely names, the parts asked, its lead, its rivals,
    // its second name, its share; then what the name asked about and the entry leave of one another.
    private static readonly int[] Raises = [0, 1, 2, 3, 4, 19, 34, 35, 38, 40, 41, PairFeatures.Count, PairFeatures.Count + 1, PairFeatures.Count + 3, PairFeatures.Count + 5, PairFeatures.Count + 6, Sides, Sides + 1, Sides + 6, Sides + 7];
    private static readonly int[] Lowers = [5, 6, 7, 8, 9, 21, 30, 31, 43, PairFeatures.Count + 4, Sides + 2, Sides + 3, Sides + 4, Sides + 5];

    public static int[] Of(int count)
    {
        var ways = new int[count];
        foreach (var feature in Raises.Where(feature => feature < count)) ways[feature] = 1;
        foreach (var feature in Lowers.Where(feature => feature < count)) ways[feature] = -1;
        return ways;
    }
}
