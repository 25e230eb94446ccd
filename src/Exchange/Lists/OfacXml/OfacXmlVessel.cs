using Plumbline.Exchange.Lists.Entries;
using Plumbline.Exchange.Lists.Xml;

namespace Plumbline.Exchange.Lists.OfacXml;

/// <summary>The vesselInfo of an entry.</summary>
internal static class OfacXmlVessel
{
    private static readonly (string Element, string Property)[] Fields =
    [
        ("callSign", ListProperties.CallSign), ("vesselType", ListProperties.VesselType), ("vesselFlag", ListProperties.Flag), ("vesselOwner", ListProperties.Owner),
        ("tonnage", ListProperties.Tonnage), ("grossRegisteredTonnage", ListProperties.GrossTonnage),
    ];

    public static void Add(EntryDraft draft, XmlPart entry)
    {
        foreach (var vessel in entry.All("vesselInfo"))
        {
            foreach (var (element, property) in Fields) draft.Add(property, vessel[element]);
        }
    }
}
