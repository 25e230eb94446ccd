using System.Text;
using Plumbline.Core;
using Plumbline.Safeguards;

namespace Plumbline.Intelligence;

/// <summary>A quick note from anywhere: becomes one ungraded item in the grading queue.</summary>
public sealed class WriteNote(ReceiveReport receive, TimeProvider clock)
{
    private const int MostCharacters = 20_000;

    /// <summary>Keeps the note.</summary>
    /// <param name="text">1 to 20,000 characters.</param>
    public async Task<Outcome<ReceivedAs>> Run(Visitor visitor, string text, Label label, CancellationToken ct)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > MostCharacters) return new Refusal("note.length", $"A note has 1 to {MostCharacters:N0} characters.");
        var language = Scripts.Of(trimmed) == "Arab" ? "ar" : "en";
        var today = PartialDate.Day(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        // Two officers may note the same words: the moment makes each note a file of its own.
        var bytes = Encoding.UTF8.GetBytes($"{clock.GetUtcNow():O}\n{trimmed}\n");
        return await receive.Run(visitor, Actions.WriteNote, new ReceivedReport(new ReceivedFile("note.txt", "text/plain", bytes), Title(trimmed), "note", language, trimmed,
            [new ReceivedItem(1, trimmed, 0, trimmed.Length, language)])
        {
            Label = label,
            DateOfInformation = today,
        }, ct);
    }

    private static string Title(string text)
    {
        var line = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length);
        return line.Length <= 60 ? line.ToString() : string.Concat(line[..59].TrimEnd(), "…");
    }
}
