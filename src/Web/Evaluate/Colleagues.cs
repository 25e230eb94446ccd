using System.Globalization;
using Plumbline.Core;
using Plumbline.Register;

namespace Plumbline.Web.Evaluate;

/// <summary>Names of officers beside what they did, in the script of the reader's language where they have both.</summary>
internal static class Colleagues
{
    public static string Name(IReadOnlyList<OfficerRights> officers, long key) => officers.FirstOrDefault(officer => officer.Key == key) switch
    {
        { NameOther: { } other, Name: var name } when Scripts.Of(name) == "Arab" != CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft => other,
        { Name: var name } => name,
        null => Captions.Shared["evaluate.someone"],
    };
}
