using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Register.Questions;

namespace Plumbline.Screening.Watchlists;

/// <summary>Persons of the register with all records that people judged to be the same, as far as the reader sees judgements and records. Four questions however many there are.</summary>
internal sealed class WholePersons(Reader reader, PublicIds ids)
{
    private readonly RegisterPersons persons = new(reader);

    /// <summary>The persons whose first record is among these: whoever is joined with an earlier one is met there, once.</summary>
    public async Task<IReadOnlyList<RegisteredPerson>> HeadedBy(IReadOnlyList<long> records, CancellationToken ct)
    {
        var joined = await new IdentityRows(reader).Of(records, ct);
        // A record that only a list tells of heads nobody: the list is not screened against itself.
        var told = (await persons.Among(Members(joined), ct)).ToHashSet();
        return await Made([.. records.Where(record => joined.GetValueOrDefault(record) is not { Records.Count: > 1 } one || one.Records.FirstOrDefault(told.Contains) == record)], joined, ct);
    }

    /// <summary>The person of each of these records, under that record's key; left out where nothing is said of it.</summary>
    public async Task<IReadOnlyList<RegisteredPerson>> Of(IReadOnlyCollection<long> records, CancellationToken ct) => await Made(records, await new IdentityRows(reader).Of(records, ct), ct);

    private async Task<IReadOnlyList<RegisteredPerson>> Made(IReadOnlyCollection<long> records, IReadOnlyDictionary<long, Joined> joined, CancellationToken ct)
    {
        // What a list says of somebody is the list's; once an officer judged that the person is this one, it is said of the person.
        var members = Members(joined).ToHashSet();
        var own = (await persons.Values([.. records.Where(record => !members.Contains(record))], LoadLists.Keys, ct)).ToLookup(value => value.Entity);
        var whole = (await persons.WithLists(members, LoadLists.Keys, ct)).ToLookup(value => value.Entity);
        return [.. records.Select(record => joined.GetValueOrDefault(record) is { Records.Count: > 1 } one
            ? RegisteredPerson.Of(record, one, [.. one.Records.SelectMany(member => whole[member])], ids) : RegisteredPerson.Of(record, joined.GetValueOrDefault(record), [.. own[record]], ids)).Where(person => person.Values.Count > 0)];
    }

    private static IReadOnlyCollection<long> Members(IReadOnlyDictionary<long, Joined> joined) => [.. joined.Values.Where(one => one.Records.Count > 1).SelectMany(one => one.Records).Distinct()];
}
