namespace Plumbline.NameTables;

/// <summary>How often the entity meant comes first in one slice of the development queries.</summary>
/// <param name="Slice">Scripts of query and list, such as <c>arab-&gt;latn</c>.</param>
/// <param name="Queries">How many there are.</param>
/// <param name="First">The share of them with the entity meant first.</param>
/// <param name="OrTwin">The share with it or a twin of it first.</param>
/// <param name="Unrivalled">Of how many no other entity has the very name that is asked about.</param>
/// <param name="FirstUnrivalled">The share of those with the entity meant first.</param>
internal sealed record FirstHits(string Slice, int Queries, double First, double OrTwin, int Unrivalled, double FirstUnrivalled);

/// <summary>How many people of the background are alerted at the threshold that keeps 95 % of the true first hits.</summary>
/// <param name="Threshold">The threshold, 0 to 1.</param>
/// <param name="Hits">How many true first hits there are.</param>
/// <param name="People">How many people the background has.</param>
/// <param name="Count">How many of them reach the threshold.</param>
/// <param name="ByVeryName">How many of those by a listed name letter by letter.</param>
internal sealed record Alerted(double Threshold, int Hits, int People, int Count, int ByVeryName)
{
    /// <summary>The share of the background.</summary>
    public double Share => (double)Count / People;
}
