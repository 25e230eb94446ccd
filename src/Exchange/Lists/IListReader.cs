namespace Plumbline.Exchange.Lists;

/// <summary>Reads one published form of a list. Pure: bytes in, records out; no clock, no network, no database.</summary>
public interface IListReader
{
    /// <summary>Stable name, such as <c>un-xml</c>.</summary>
    string Format { get; }

    /// <summary>What people call it, in English.</summary>
    string Title { get; }

    /// <summary>Which part of a version this file is.</summary>
    /// <returns>Null if the file is not of this format; <see cref="ListPart.Whole"/> for a format of one file.</returns>
    ListPart? Recognise(SniffedFile head);

    /// <summary>Opens a version. Reading happens while its rows are taken.</summary>
    /// <param name="parts">The recognised files of one version; the main part first.</param>
    /// <param name="limits">When to refuse.</param>
    /// <param name="ct">Checked once per record.</param>
    ListReading Read(IReadOnlyList<SniffedFile> parts, ListLimits limits, CancellationToken ct);
}

/// <summary>Which part of a version a file is: some lists come in several files.</summary>
public enum ListPart
{
    /// <summary>The list itself, or its main file.</summary>
    Whole,

    /// <summary>OFAC's alternate names (ALT); needs the main file.</summary>
    Aliases,

    /// <summary>OFAC's addresses (ADD); needs the main file.</summary>
    Addresses,
}
