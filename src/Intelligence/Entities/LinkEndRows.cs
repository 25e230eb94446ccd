using Plumbline.Core;
using Plumbline.Register.Questions;

namespace Plumbline.Intelligence;

/// <summary>Which links exist by their end statements alone. Pure; whether the ends themselves exist for the reader is the next question.</summary>
/// <param name="Type">Of the link.</param>
/// <param name="Source">Key of the entity that it comes from.</param>
/// <param name="Target">Key of the entity that it goes to.</param>
public sealed record LinkEndRows(string Type, long Source, long Target)
{
    /// <summary>Both ends.</summary>
    public IEnumerable<long> Ends => [Source, Target];

    /// <summary>The end that is not this one; itself where both are.</summary>
    public long OtherThan(long entity) => Source == entity ? Target : Source;

    /// <summary>The links among statements that have a live source and a live target, by key; one whose other end statement is hidden or withdrawn is none.</summary>
    public static IReadOnlyDictionary<long, LinkEndRows> Of(IEnumerable<StatementRow> statements) => statements
        .Where(row => row.IsLive && row.Target is not null && row.Property is Property.SourceId or Property.TargetId)
        .GroupBy(row => row.Entity)
        .Select(link => (link.Key, link.First().Type, Source: End(link, Property.SourceId), Target: End(link, Property.TargetId)))
        .Where(link => link is { Source: not null, Target: not null })
        .ToDictionary(link => link.Key, link => new LinkEndRows(link.Type, link.Source!.Value, link.Target!.Value));

    private static long? End(IEnumerable<StatementRow> link, int property) => link.FirstOrDefault(row => row.Property == property)?.Target;
}
