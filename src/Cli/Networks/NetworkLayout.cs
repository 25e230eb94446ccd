using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Plumbline.Core;
using Plumbline.Networks.Files;
using Plumbline.Networks.Graphs;
using Plumbline.Networks.Layouts;

namespace Plumbline.Cli.Networks;

/// <summary><c>plumbline network layout EDGES --method stress</c>: where vertices are drawn.</summary>
internal static class NetworkLayout
{
    private const int StressUpTo = 5000;

    private static readonly Option<string> Method = new("--method") { Description = "stress, force, hierarchy, circle, concentric, grid, time or tidy", DefaultValueFactory = _ => "stress" };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where chance begins; the same seed gives the same places", DefaultValueFactory = _ => 1 };
    private static readonly Option<float> Length = new("--length") { Description = "How long a tie should be", DefaultValueFactory = _ => 100 };
    private static readonly Option<string?> Before = new("--before") { Description = "CSV with id,x,y and, where there is one, pinned (1: never moves): places to begin from" };
    private static readonly Option<string?> Values = new("--values") { Description = "CSV with id,value: what concentric and time go by, and group where there is one" };
    private static readonly Option<string[]> Roots = new("--root") { Description = "Ids from which a hierarchy leads", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Direction = new("--direction") { Description = "down, up, onward or back: where a hierarchy leads", DefaultValueFactory = _ => "down" };

    public static Command Make()
    {
        var command = new Command("layout", "Place vertices on a sheet; writes id,x,y. y grows downwards") { Method, Seed, Length, Before, Values, Roots, Direction };
        NetworkFile.AddTo(command);
        command.Computes(async (parsed, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            if (!Enum.TryParse<LayoutMethod>(parsed.GetValue(Method), ignoreCase: true, out var method)) return EngineRun.Declined(json, new("network.method", $"There is no layout \"{parsed.GetValue(Method)}\"; there are {string.Join(", ", Enum.GetNames<LayoutMethod>()).ToLowerInvariant()}."));
            if (!Enum.TryParse<LayoutDirection>(parsed.GetValue(Direction), ignoreCase: true, out var direction)) return EngineRun.Declined(json, new("network.direction", $"There is no direction \"{parsed.GetValue(Direction)}\"; there are down, up, onward and back."));
            if (!(parsed.GetValue(Length) > 0 && float.IsFinite(parsed.GetValue(Length)))) return EngineRun.Declined(json, new("network.length", "The length of a tie is above 0."));
            var read = NamedGraph.Read(parsed, parsed.GetValue(NetworkFile.Weight), parsed.GetValue(NetworkFile.Directed), ct);
            if (read is not Outcome<NamedGraph>.Done { Value: var named }) return EngineRun.Declined(json, read.Why);
            using var owned = named;
            var asked = Ask(parsed, named, new(method) { Seed = parsed.GetValue(Seed), Length = parsed.GetValue(Length), Direction = direction }, ct);
            if (asked is not Outcome<LayoutRequest>.Done { Value: var request }) return EngineRun.Declined(json, asked.Why);
            var placed = GraphLayout.Place(named.Graph, request, NetworkFile.Effort(parsed), ct);
            await Table.Give(json, [["id", "x", "y"], .. named.Ids.Select((id, at) => (string[])[id, Text(placed.Places[at].X), Text(placed.Places[at].Y)])], ct);
            await Console.Error.WriteLineAsync(Told(named.Graph, request, placed, ct));
            return new EngineRun(Answer.Done, named.Graph.VertexCount, "network layout");
        });
        return command;
    }

    private static Outcome<LayoutRequest> Ask(ParseResult parsed, NamedGraph named, LayoutRequest request, CancellationToken ct)
    {
        var roots = named.Marks(parsed.GetValue(Roots));
        if (roots is not Outcome<bool[]>.Done { Value: var isRoot }) return roots.Why;
        request = request with { Roots = [.. Enumerable.Range(0, isRoot.Length).Where(at => isRoot[at])] };
        if (parsed.GetValue(Before) is { } before)
        {
            var rows = VertexTable.Read(before, named, ["x", "y"], ["pinned"], ct);
            if (rows is not Outcome<VertexColumns>.Done { Value: var table }) return rows.Why;
            request = request with
            {
                Before = [.. table.Numbers("x").Zip(table.Numbers("y"), (x, y) => new Vector2((float)x, (float)y))],
                Pinned = table.Has("pinned") ? [.. table.Numbers("pinned").Zip(table.Numbers("x"), (pinned, x) => pinned == 1 && !double.IsNaN(x))] : [],
            };
        }
        if (parsed.GetValue(Values) is { } values)
        {
            var rows = VertexTable.Read(values, named, ["value"], ["group"], ct);
            if (rows is not Outcome<VertexColumns>.Done { Value: var table }) return rows.Why;
            request = request with { Values = table.Numbers("value"), Groups = table.Has("group") ? table.Groups("group").Group : [] };
        }
        if (request.Method == LayoutMethod.Time && request.Values.Length == 0) return new Refusal("network.values", "Time needs --values: CSV with id,value.");
        return request;
    }

    private static string Told(GraphSnapshot graph, LayoutRequest request, LayoutAnswer placed, CancellationToken ct)
    {
        var rounds = placed.Rounds == 0 ? "" : $"; {placed.Rounds} rounds{(placed.Settled ? "" : ", not yet at rest")}";
        var stress = graph.VertexCount > StressUpTo ? "" : string.Create(CultureInfo.InvariantCulture, $"; stress {GraphLayout.Stress(graph, placed.Places, request.Length, ct):F4}");
        return $"{graph.VertexCount:N0} vertices, seed {request.Seed}{rounds}{stress}. Nearness on the sheet is no tie, and the middle no rank.";
    }

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
