namespace Plumbline.Core;

/// <summary>Where a value of a country pack comes from, and whether the unit has confirmed it.</summary>
/// <param name="Text">The source line.</param>
/// <param name="Status">As written: <see cref="Open"/>, or who confirmed it and when.</param>
public sealed record PackSource(string Text, string Status)
{
    /// <summary>The status of what nobody on site has checked.</summary>
    public const string Open = "to be confirmed by the unit";

    /// <summary>Whether somebody on site has checked it.</summary>
    public bool IsConfirmed => Status != Open;

    internal static PackSource Read(YamlMap map) => new(map.Text("source"), map.Text("status"));
}
