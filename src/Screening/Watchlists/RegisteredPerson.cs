using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Screening.Watchlists;

/// <summary>A person of the register in the form in which people are screened. Pure.</summary>
/// <param name="Entity">Key of the record that stands for the person.</param>
/// <param name="Members">Keys of all records that people judged to be this person, that one included.</param>
/// <param name="Asked">What stands now; without a name it cannot be compared.</param>
/// <param name="Labels">Keys of the labels of what was used.</param>
/// <param name="JudgedAt">When records were joined with this one or taken apart from it, UTC microseconds.</param>
internal sealed record RegisteredPerson(long Entity, IReadOnlySet<long> Members, PersonAsked Asked, IReadOnlyList<long> Labels, IReadOnlyList<StoodValue> Values, IReadOnlyList<long> JudgedAt)
{
    /// <summary>Names that are nothing but weak aliases.</summary>
    public IReadOnlySet<string> Weak { get; init; } = new HashSet<string>();

    /// <summary>One person of all records that are joined.</summary>
    /// <param name="joined">As the reader sees it; null where nobody judged anything of the record.</param>
    public static RegisteredPerson Of(long entity, Joined? joined, IReadOnlyList<PersonValue> values, PublicIds ids)
    {
        var live = values.Where(value => value.Until is null).ToList();
        var gathered = new Gathered();
        foreach (var value in live.Where(value => Gathered.Selects(value.Property, value.ValueText))) gathered.Add(LoadLists.Properties[value.Property], value.ValueText);
        // The longest says most and stands for the person; every other is asked by as well.
        var names = Texts("name").Concat(Texts("alias")).OrderByDescending(text => text.Split(' ').Length).Concat(Texts("weak_alias")).Distinct(StringComparer.Ordinal).ToList();
        var ties = (joined?.Judgements ?? []).Where(row => row.Verdict == "same").ToList();
        return new RegisteredPerson(entity, (joined?.Records ?? [entity]).ToHashSet(), gathered.Asked(ids.Show(PublicKind.Entity, entity), names.FirstOrDefault() ?? "") with { OtherNames = [.. names.Skip(1)] },
            [.. live.Select(value => value.CurrentLabel).Concat(ties.Where(row => row.IsLive).Select(row => row.CurrentLabel)).Distinct()],
            [.. values.Select(value => new StoodValue(value.Property, value.ValueKey, value.Since, value.Until))],
            [.. ties.SelectMany(row => new[] { row.GivenAt, row.WithdrawnAt ?? row.GivenAt })])
        {
            Weak = Texts("weak_alias").Except(Texts("name").Concat(Texts("alias"))).ToHashSet(StringComparer.Ordinal),
        };

        IEnumerable<string> Texts(string property) => live.Where(value => LoadLists.Properties[value.Property] == property).Select(value => value.ValueText);
    }

    /// <summary>The last time behind <paramref name="since"/> at which something else came to be said of the person, be it by joining records or taking them apart; null when the same is said as then.</summary>
    public long? MovedSince(long since)
    {
        var judged = JudgedAt.Where(time => time > since).DefaultIfEmpty(0).Max();
        return ValueChanges.Since(Values, since) is { } said ? Math.Max(said, judged) : judged > 0 ? judged : null;
    }
}
