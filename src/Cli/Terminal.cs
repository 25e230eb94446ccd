namespace Plumbline.Cli;

/// <summary>Questions to whoever sits at the terminal; where input comes from a file or a program, a line of it is the answer.</summary>
internal static class Terminal
{
    /// <summary>Whether a person can be asked.</summary>
    public static bool IsPerson => !Console.IsInputRedirected;

    /// <summary>Asks for one line; null at the end of the input. The question goes to standard error, so that output stays clean.</summary>
    public static string? Ask(string question)
    {
        Console.Error.Write(question);
        return Console.In.ReadLine()?.Trim();
    }

    /// <summary>Asks for a line that is not shown.</summary>
    public static string? AskSecret(string question)
    {
        Console.Error.Write(question);
        if (!IsPerson) return Console.In.ReadLine()?.TrimEnd('\r');
        var typed = new System.Text.StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter) break;
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }

    /// <summary>Asks twice until both are the same; null at the end of the input.</summary>
    public static string? AskNewSecret(string question)
    {
        while (true)
        {
            if (AskSecret(question) is not { } first || AskSecret("Again: ") is not { } second) return null;
            if (first == second) return first;
            Console.Error.WriteLine("The two are not the same.");
        }
    }
}
