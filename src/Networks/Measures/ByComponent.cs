namespace Plumbline.Networks.Measures;

/// <summary>The vertices, component after component, so that walks that meet the same vertices run together.</summary>
internal sealed class ByComponent
{
    public ByComponent(WeakComponents parts)
    {
        Labels = parts.Labels;
        Starts = new int[parts.Sizes.Length + 1];
        for (var part = 0; part < parts.Sizes.Length; part++) Starts[part + 1] = Starts[part] + parts.Sizes[part];
        Vertices = new int[parts.Labels.Length];
        var next = (int[])Starts.Clone();
        for (var vertex = 0; vertex < Vertices.Length; vertex++) Vertices[next[parts.Labels[vertex]]++] = vertex;
    }

    /// <summary>By vertex, its component.</summary>
    public int[] Labels { get; }

    /// <summary>Where each component begins in <see cref="Vertices"/>, and the end.</summary>
    public int[] Starts { get; }

    public int[] Vertices { get; }
}
