using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Plumbline.Web;

/// <summary>MudBlazor's own texts from <c>mud.*.json</c>; what is not there stays MudBlazor's English.</summary>
public sealed class MudCaptions : MudLocalizer
{
    public override LocalizedString this[string key]
    {
        get
        {
            var text = Captions.Find(Language.Current, $"mud.{key}");
            return new LocalizedString(key, text ?? key, resourceNotFound: text is null);
        }
    }

    public override LocalizedString this[string key, params object[] arguments]
    {
        get
        {
            var found = this[key];
            return found.ResourceNotFound
                ? found
                : new LocalizedString(key, string.Format(Language.Current.Culture, found.Value, arguments));
        }
    }
}
