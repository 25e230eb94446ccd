using System.Numerics;
using Plumbline.Networks.Graphs;

namespace Plumbline.Networks.KeyPlayers;

/// <summary>Sets of vertices as rows of bits, one row a vertex.</summary>
internal sealed class BitRows
{
    private readonly ulong[] bits;

    private BitRows(int count)
    {
        Words = (count + 63) / 64;
        bits = new ulong[checked(count * Words)];
    }

    public int Words { get; }

    public ReadOnlySpan<ulong> this[int vertex] => bits.AsSpan(vertex * Words, Words);

    /// <summary>Whom each vertex has a tie with: out of it, or either way.</summary>
    public static BitRows Neighbours(GraphSnapshot graph, bool eitherWay)
    {
        var rows = new BitRows(graph.VertexCount);
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            foreach (var other in graph.Out(vertex)) rows.Set(vertex, other);
            if (!eitherWay || !graph.IsDirected) continue;
            foreach (var other in graph.In(vertex)) rows.Set(vertex, other);
        }
        return rows;
    }

    /// <summary>Whom each vertex reaches in 1 or 2 steps, itself among them.</summary>
    public static BitRows Reached(GraphSnapshot graph, int steps, CancellationToken ct)
    {
        var (near, rows) = (Neighbours(graph, false), new BitRows(graph.VertexCount));
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            ct.ThrowIfCancellationRequested();
            var row = rows.bits.AsSpan(vertex * rows.Words, rows.Words);
            near[vertex].CopyTo(row);
            rows.Set(vertex, vertex);
            if (steps < 2) continue;
            foreach (var other in graph.Out(vertex)) Join(row, near[other]);
        }
        return rows;
    }

    public static void Join(Span<ulong> into, ReadOnlySpan<ulong> row)
    {
        for (var word = 0; word < into.Length; word++) into[word] |= row[word];
    }

    public static int Count(ReadOnlySpan<ulong> row)
    {
        var count = 0;
        foreach (var word in row) count += BitOperations.PopCount(word);
        return count;
    }

    private void Set(int vertex, int other) => bits[(vertex * Words) + (other >> 6)] |= 1UL << (other & 63);
}
