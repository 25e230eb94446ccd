using MudBlazor;

namespace Plumbline.Web.Shell;

/// <summary>MudBlazor's sizes and type as ours; its colours come from tokens.css, which overrides its variables in both themes.</summary>
internal static class FrameTheme
{
    private static readonly string[] Family = ["UiLatin", "UiArabic", "sans-serif"];

    public static MudTheme Value { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = "0.875rem", LineHeight = "1.4286", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Family, FontSize = "0.875rem", LineHeight = "1.4286", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Family, FontSize = "0.8125rem", LineHeight = "1.3846", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Family, FontSize = "0.875rem", LineHeight = "1.4286", LetterSpacing = "0", TextTransform = "none", FontWeight = "500" },
            H6 = new H6Typography { FontFamily = Family, FontSize = "1.125rem", LineHeight = "1.3333", LetterSpacing = "0", FontWeight = "600" },
        },
    };
}
