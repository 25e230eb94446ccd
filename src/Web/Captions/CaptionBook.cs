using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Plumbline.Web;

/// <summary>
/// All texts of one language, from the files <c>Captions/MODULE.LANGUAGE.json</c>; a key is <c>module.name</c>.
/// A text with plural forms is an object of CLDR forms in the file and <c>module.name#form</c> here.
/// </summary>
internal static class CaptionBook
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Books =
        Language.All.ToFrozenDictionary(language => language.Code, Read);

    public static IReadOnlyDictionary<string, string> Of(Language language) => Books[language.Code];

    public static string? Find(Language language, string key) => Books[language.Code].GetValueOrDefault(key);

    private static FrozenDictionary<string, string> Read(Language language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(CaptionBook).Assembly;
        var end = $".{language.Code}.json";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("captions/", StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal)))
            Read(assembly, name, name["captions/".Length..^end.Length], texts);
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Read(Assembly assembly, string resource, string module, Dictionary<string, string> texts)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var json = JsonDocument.Parse(stream);
        foreach (var text in json.RootElement.EnumerateObject())
        {
            var key = $"{module}.{text.Name}";
            if (text.Value.ValueKind == JsonValueKind.String)
                texts.Add(key, text.Value.GetString()!);
            else
                foreach (var form in text.Value.EnumerateObject())
                    texts.Add($"{key}#{form.Name}", form.Value.GetString()!);
        }
    }
}
