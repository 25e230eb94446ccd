using Plumbline.Core;
using Plumbline.Intelligence;

namespace Plumbline.Web.Collate;

/// <summary>A mark in one line: whose, what, which value.</summary>
internal static class MarkWords
{
    public static string Of(MarkView mark, PublicIds ids)
    {
        var property = mark.Statement.Property.Label.In(Language.Current.Code);
        return mark.Target is { } target
            ? $"{mark.Entity.Type.Word()} · {property}: {Captions.Isolated(target.Name(ids))}"
            : $"{Captions.Isolated(mark.Entity.Name(ids))} · {property}: {Captions.Isolated(mark.Statement.Show(Language.Current.Code))}";
    }
}
