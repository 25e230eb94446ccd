namespace Plumbline.Register.Search;

/// <summary>A word of a text: where it stands, and its normalised key.</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="End">After the last.</param>
/// <param name="Key">One word, never empty.</param>
internal readonly record struct Token(int Start, int End, string Key)
{
    public bool HasDigit => Key.AsSpan().ContainsAnyInRange('0', '9');

    public bool IsNumber => !Key.AsSpan().ContainsAnyExceptInRange('0', '9');
}
