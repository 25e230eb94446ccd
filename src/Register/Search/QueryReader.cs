using System.Buffers;

namespace Plumbline.Register.Search;

/// <summary>Reads the little language of the search box, from left to right, once.</summary>
internal sealed class QueryReader
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»");
    private readonly string text;
    private readonly string read;
    private readonly ClauseMaker clauses = new();
    private readonly List<List<Clause>> required = [];
    private readonly List<Clause> excluded = [];
    private int at;
    private int count;
    private bool isCut;

    public QueryReader(string text)
    {
        this.text = text;
        read = text.Length <= SearchQuery.LongestText ? text : text[..SearchQuery.LongestText];
        isCut = read.Length < text.Length;
    }

    public SearchQuery Read()
    {
        var (either, not) = (false, false);
        while (SkipBlanks())
        {
            if (read[at] is '-' or '−' && at + 1 < read.Length && !IsBoundary(read[at + 1]))
            {
                at++;
                not = true;
            }

            var start = at;
            if (Quotes.Contains(read[at]))
            {
                var end = read.AsSpan(at + 1).IndexOfAny(Quotes);
                var quoted = end < 0 ? read[(at + 1)..] : read.Substring(at + 1, end);
                at = end < 0 ? read.Length : at + end + 2;
                Add(clauses.Phrase(read[start..at], quoted), either, not);
                (either, not) = (false, false);
                continue;
            }

            while (at < read.Length && !IsBoundary(read[at]) && !Quotes.Contains(read[at])) at++;
            var word = read[start..at];
            if (word is "OR" or "|" or "||") either = required.Count > 0;
            else if (word is "NOT") not = true;
            else if (word is not ("AND" or "&" or "&&"))
            {
                var made = clauses.Word(word);
                // Of a compound's parts the last one carries the star: it alone can be an alternative or an exclusion.
                foreach (var clause in either || not ? made.TakeLast(1) : made) Add(clause, either, not);
                (either, not) = (false, false);
            }
        }

        List<IReadOnlyList<Clause>> all = [.. NumberJoiner.Join(required)];
        return new SearchQuery(text, all, excluded, isCut);
    }

    private void Add(Clause? clause, bool either, bool not)
    {
        if (clause is null) return;
        if (count == SearchQuery.MostClauses)
        {
            isCut = true;
            return;
        }

        count++;
        if (not) excluded.Add(clause);
        else if (either) required[^1].Add(clause);
        else required.Add([clause]);
    }

    private bool SkipBlanks()
    {
        while (at < read.Length && IsBoundary(read[at])) at++;
        return at < read.Length;
    }

    // Direction marks come with what is pasted from right-to-left pages.
    private static bool IsBoundary(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter)
        || letter is '(' or ')' or '[' or ']' or '{' or '}' or ',' or '،' or ';' or '؛'
            or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C';
}
