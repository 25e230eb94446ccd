namespace Plumbline.Networks.Disruption;

/// <summary>By collective influence: (k - 1) times the sum of (k' - 1) over who is exactly two steps away.</summary>
internal sealed class ByCollectiveInfluence : Removing
{
    private const int Radius = 2;
    private readonly double[] influence;
    private readonly bool[] stale;
    private readonly int[] mark;
    private readonly List<int> ball = [];
    private int round;

    public ByCollectiveInfluence(LivingGraph graph, DisruptionPlan plan)
        : base(graph, plan)
    {
        (influence, stale, mark) = (new double[graph.Count], new bool[graph.Count], new int[graph.Count]);
        Array.Fill(stale, true);
    }

    public override int Next(double left, CancellationToken ct)
    {
        for (var vertex = 0; vertex < influence.Length; vertex++)
        {
            if (!stale[vertex] || !Graph.Lives(vertex)) continue;
            ct.ThrowIfCancellationRequested();
            (influence[vertex], stale[vertex]) = (Of(vertex), false);
        }
        var found = Greatest(vertex => influence[vertex], left, floor: 0);
        return found >= 0 ? found : Greatest(vertex => Graph.Degree(vertex), left);
    }

    // What is within the radius and one step more has another ball, or other degrees in it.
    public override void Removed(int vertex) => Spoil(vertex);

    public override void Joined(int one, int other)
    {
        Spoil(one);
        Spoil(other);
    }

    private void Spoil(int centre)
    {
        Around(centre, Radius + 1);
        foreach (var vertex in ball) stale[vertex] = true;
    }

    private double Of(int vertex)
    {
        var rim = Around(vertex, Radius);
        var sum = 0.0;
        for (var at = rim; at < ball.Count; at++) sum += Graph.Degree(ball[at]) - 1;
        return (Graph.Degree(vertex) - 1) * sum;
    }

    /// <summary>Fills the ball of a radius; returns where its rim begins.</summary>
    private int Around(int centre, int radius)
    {
        round++;
        ball.Clear();
        ball.Add(centre);
        mark[centre] = round;
        var from = 0;
        for (var step = 0; step < radius; step++)
        {
            var to = ball.Count;
            for (; from < to; from++)
                foreach (var other in Graph.Near(ball[from]))
                {
                    if (mark[other] == round || !Graph.Lives(other)) continue;
                    mark[other] = round;
                    ball.Add(other);
                }
        }
        return from;
    }
}
