using System.Globalization;
using Plumbline.Core;

namespace Plumbline.Web.Oversight;

/// <summary>What an act touched, as it is known outside: "item:12" is the register's own word, I-7K3F9QXA everybody's.</summary>
public static class ActObjects
{
    /// <summary>Ids in the act's order; where a kind has no id outside, the kind's word, such as <c>grant</c> or <c>source</c>.</summary>
    public static IReadOnlyList<string> Of(string objects, PublicIds ids) => [.. objects.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => Of(one.Split(':'), ids))];

    private static string Of(string[] one, PublicIds ids) => one is [var word, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
        ? Enum.TryParse<PublicKind>(word, ignoreCase: true, out var kind) ? ids.Show(kind, key) : word
        : string.Join(':', one);
}
