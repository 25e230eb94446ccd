using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Core;

namespace Plumbline.Cli;

/// <summary>How a command answers: JSON for machines, lines for people; exit code 0 done, 1 refused or not found, 2 wrong usage, 3 fault.</summary>
internal static class Answer
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Fault = 3;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints a value.</summary>
    public static int Give(bool json, object value, Func<IEnumerable<string>> lines)
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(value, Json));
        else foreach (var line in lines()) Console.WriteLine(line);
        return Done;
    }

    /// <summary>Prints why it was declined.</summary>
    public static int Decline(bool json, Refusal why)
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { refused = why.Code, why.Detail }, Json));
        else Console.Error.WriteLine($"Refused ({why.Code}): {why.Detail}");
        return Refused;
    }
}
