using System.Xml;

namespace Plumbline.Exchange.Lists.Xml;

/// <summary>How every XML file from outside is read.</summary>
internal static class XmlRules
{
    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        ConformanceLevel = ConformanceLevel.Document,
        CloseInput = true,
        MaxCharactersFromEntities = 1,
    };
}
