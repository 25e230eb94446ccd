namespace Plumbline.Register.Search;

/// <summary>Makes one number of groups of digits that stand side by side in a query, as phone numbers are typed.</summary>
internal static class NumberJoiner
{
    private const int FewestDigits = 6;

    public static IEnumerable<IReadOnlyList<Clause>> Join(List<List<Clause>> required)
    {
        for (var at = 0; at < required.Count;)
        {
            var end = at;
            while (end < required.Count && Groups(required[end]) is not null) end++;
            var keys = required[at..end].SelectMany(clause => Groups(clause)!).ToList();
            if (end - at > 1 && keys.Sum(key => key.Length) >= FewestDigits)
            {
                yield return [new NumberClause(string.Join(' ', required[at..end].Select(clause => clause[0].Text)), keys)];
                at = end;
                continue;
            }

            for (end = Math.Max(end, at + 1); at < end; at++) yield return required[at];
        }
    }

    private static IReadOnlyList<string>? Groups(List<Clause> either) => either is not [var only] ? null : only switch
    {
        WordClause word when IsDigits(word.Key) && !word.Text.StartsWith('"') => [word.Key],
        NumberClause number when number.Keys.All(IsDigits) => number.Keys,
        _ => null,
    };

    private static bool IsDigits(string key) => !key.AsSpan().ContainsAnyExceptInRange('0', '9');
}
