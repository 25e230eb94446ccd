using Plumbline.Exchange.Lists.Entries;

namespace Plumbline.Exchange.Lists.Ofac;

/// <summary>OFAC writes <c>-0- </c> for "nothing".</summary>
internal static class OfacNull
{
    /// <summary>The squeezed text; empty for nothing.</summary>
    public static string Text(string field) => Raw(field).Length == 0 ? "" : Blanks.Squeeze(field);

    /// <summary>The field as it stands; empty for nothing.</summary>
    public static string Raw(string field) => field.AsSpan().Trim() is "-0-" or "" ? "" : field;
}
