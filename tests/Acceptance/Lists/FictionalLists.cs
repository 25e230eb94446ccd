using System.Globalization;
using System.Text;
using Plumbline.Exchange.Lists;

namespace Plumbline.Acceptance.Lists;

/// <summary>Lists in the published forms, of an invented state.</summary>
internal static class FictionalLists
{
    /// <summary>A list in the form of the United Nations; each person is listed by a number.</summary>
    /// <param name="day">Day of the version.</param>
    public static ListFile Un(string day, IEnumerable<int> people, Func<int, string>? comment = null) =>
        ListFile.Of($"un-{day}.xml", Encoding.UTF8.GetBytes(UnText(day, people, comment)));

    public static string UnText(string day, IEnumerable<int> people, Func<int, string>? comment = null)
    {
        var xml = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8"?>{"\n"}<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z"><INDIVIDUALS>{"\n"}""");
        foreach (var person in people) xml.Append(Individual(person, comment?.Invoke(person) ?? "")).Append('\n');
        return xml.Append("</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>\n").ToString();
    }

    /// <summary>An OFAC file of one kind: <c>sdn</c>, <c>alt</c> or <c>add</c>.</summary>
    public static ListFile Ofac(string name, string kind, params int[] people) => ListFile.Of(name, Encoding.UTF8.GetBytes(string.Concat(people.Select(person => kind switch
    {
        "sdn" => $"{person},\"VELLMAR, Taro {person}\",\"individual\",\"TALMARA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1970.\"\r\n",
        "alt" => $"{person},{person * 10},\"aka\",\"VELLMAR, T. {person}\",-0- \r\n",
        _ => $"{person},{person * 10},\"{person} Mill Lane\",\"Karvath\",\"Talmara\",-0- \r\n",
    }))));

    private static string Individual(int person, string comment) => string.Create(CultureInfo.InvariantCulture, $"""
        <INDIVIDUAL><DATAID>{person}</DATAID><FIRST_NAME>Taro</FIRST_NAME><SECOND_NAME>Vellmar {person}</SECOND_NAME><UN_LIST_TYPE>Talmara</UN_LIST_TYPE><REFERENCE_NUMBER>TLi.{person:D4}</REFERENCE_NUMBER><LISTED_ON>2020-01-02</LISTED_ON><NAME_ORIGINAL_SCRIPT>تارو ڤلمار {person}</NAME_ORIGINAL_SCRIPT><COMMENTS1>{comment}</COMMENTS1><NATIONALITY><VALUE>Talmara</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Miller {person}</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-03-{1 + (person % 28):D2}</DATE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>
        """);
}
