using System.Text.RegularExpressions;

namespace Plumbline.Core;

/// <summary>An address of a crypto currency. Case counts, except in 0x… and bech32 addresses; the coin in front is left out of the key.</summary>
public sealed partial class WalletType() : PropertyType("wallet", "XBT 1ExampLeAddressNobodyHas7730218")
{
    /// <inheritdoc/>
    protected override Outcome<PropertyValue> Understand(string text)
    {
        var match = Form().Match(Compact.Squeeze(text));
        if (!match.Success) return Refuse("unreadable", $"\"{text}\" is no wallet address: 20 to 120 letters and digits, perhaps with the coin in front.");
        var address = match.Groups["address"].Value;
        var folded = FoldsCase().IsMatch(address) ? address.ToLowerInvariant() : address;
        var coin = match.Groups["coin"].Value.ToUpperInvariant();
        return new PropertyValue(coin.Length == 0 ? folded : $"{coin} {folded}", folded);
    }

    [GeneratedRegex(@"^(?:(?<coin>[A-Za-z]{2,6})[ :-]+)?(?<address>[A-Za-z0-9]{20,120})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(0[xX][0-9A-Fa-f]{40}|[bB][cC]1[0-9a-z]+|[bB][cC]1[0-9A-Z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex FoldsCase();
}
