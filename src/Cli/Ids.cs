using System.Globalization;
using Plumbline.Core;

namespace Plumbline.Cli;

/// <summary>Ids as people type them: <c>E-7K3F9QXA</c>, <c>entity:12</c>, or a plain number where the command says what it is.</summary>
internal static class Ids
{
    /// <summary>Reads an id; a plain number is of the kind that is meant.</summary>
    public static Outcome<(PublicKind Kind, long Key)> Read(this PublicIds ids, string text, PublicKind meant)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain)) return (meant, plain);
        if (text.Split(':') is [var word, var number] && Enum.TryParse<PublicKind>(word, ignoreCase: true, out var kind) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            return (kind, key);
        return ids.TryRead(text, out var shown, out var behind) ? (shown, behind)
            : new Refusal("id.unreadable", $"\"{text}\" is no id: expected such as {(char)meant}-7K3F9QXA or {meant.ToString().ToLowerInvariant()}:12.");
    }

    /// <summary>Reads an id that must be of one kind.</summary>
    public static Outcome<long> ReadKey(this PublicIds ids, string text, PublicKind kind) => ids.Read(text, kind)
        .Then<long>(read => read.Kind == kind ? read.Key : new Refusal("id.other-kind", $"{text} is not the id of a {kind.ToString().ToLowerInvariant()}."));

    /// <summary>Reads several ids of one kind; the first that cannot be read refuses them all.</summary>
    public static Outcome<IReadOnlyList<long>> ReadKeys(this PublicIds ids, IEnumerable<string> texts, PublicKind kind)
    {
        List<long> keys = [];
        foreach (var text in texts)
        {
            var read = ids.ReadKey(text, kind);
            if (read is not Outcome<long>.Done { Value: var key }) return read.Why;
            keys.Add(key);
        }
        return new Outcome<IReadOnlyList<long>>.Done(keys);
    }
}
