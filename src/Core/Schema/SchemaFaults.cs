namespace Plumbline.Core;

/// <summary>The faults found while reading files; all are reported at once.</summary>
internal sealed class SchemaFaults
{
    private readonly List<string> messages = [];

    /// <summary>Notes a fault.</summary>
    /// <param name="file">The file, such as <c>person.yaml</c>.</param>
    /// <param name="line">From 1; 0 if it is about the whole file.</param>
    /// <param name="message">What is wrong and what was expected.</param>
    public void Add(string file, long line, string message) => messages.Add(line == 0 ? $"{file}: {message}" : $"{file} line {line}: {message}");

    /// <exception cref="SchemaException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (messages.Count > 0) throw new SchemaException(messages);
    }
}

/// <summary>Types, property vocabularies or packs cannot be used as they are written.</summary>
public sealed class SchemaException : Exception
{
    internal SchemaException(IReadOnlyList<string> faults) : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>Every fault, with file and line.</summary>
    public IReadOnlyList<string> Faults { get; }
}
