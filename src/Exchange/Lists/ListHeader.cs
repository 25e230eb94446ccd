namespace Plumbline.Exchange.Lists;

/// <summary>Which list, by whom, in which version.</summary>
/// <param name="Format">The reader's stable name, such as <c>un-xml</c>; one of <see cref="ListFormats.All"/>.</param>
/// <param name="Authority">Who lists: <c>UN</c>, <c>OFAC</c>, <c>EU</c>, <c>UK</c>, <c>US-CSL</c>, or whom a national list in the UN's form names.</param>
/// <param name="List">The list's name, such as <c>OFAC SDN</c>; versions of one list are compared by authority and list.</param>
/// <param name="Version">Sorts ordinally by age: the time or date the file states, else the month in its name, else the date
/// given with the file; empty if nothing tells.</param>
/// <param name="Date">The day of the version; null if only a month is known, or nothing.</param>
public sealed record ListHeader(string Format, string Authority, string List, string Version, DateOnly? Date);
