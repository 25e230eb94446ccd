using Plumbline.Core;

namespace Plumbline.Exchange.Lists;

/// <summary>One entry of a list: somebody or something listed, with all that the list says.</summary>
/// <param name="Key">The authority's own reference, prefixed: <c>un-QDi.001</c>, <c>ofac-36</c>; unique in the version.</param>
/// <param name="TypeName">Schema type: <c>person</c>, <c>organisation</c>, <c>vessel</c> or <c>aircraft</c>.</param>
/// <param name="Text">The whole entry as one readable paragraph; nothing that the file says of the entry is missing in it.</param>
/// <param name="Values">What became properties, in the file's order.</param>
/// <param name="Line">First line of the entry in its file, from 1.</param>
public sealed record ListEntry(string Key, string TypeName, string Text, IReadOnlyList<ListValue> Values, long Line);

/// <summary>One value of an entry.</summary>
/// <param name="Property">Schema property of the entry's type.</param>
/// <param name="Text">The value, blanks squeezed; a person's name in spoken order; a date in the canonical form.</param>
/// <param name="Original">The wording of the file where it differs from <paramref name="Text"/>.</param>
/// <param name="Note">What the file adds: quality of an alias, country and dates of a document, kind of an identifier.</param>
/// <param name="Name">The parts, for a person's name.</param>
/// <param name="Date">The date, for a date.</param>
public sealed record ListValue(
    string Property, string Text, string? Original = null, string? Note = null, PersonName? Name = null, PartialDate? Date = null);
