namespace Plumbline.Core;

/// <summary>The first digits of mobile numbers and the operator to whom they were given. A hint: numbers can be taken along.</summary>
/// <param name="Prefix">As dialled inside the country, such as <c>077</c>.</param>
/// <param name="OperatorHint">The operator.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record MobilePrefix(string Prefix, string OperatorHint, PackSource Source)
{
    internal static MobilePrefix Read(string prefix, YamlMap map)
    {
        var read = new MobilePrefix(prefix, map.Text("operator"), PackSource.Read(map));
        map.RefuseOthers();
        return read;
    }
}
