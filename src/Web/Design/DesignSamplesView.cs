namespace Plumbline.Web.Design;

/// <summary>Samples with the direction they are shown in; public because parameters of components are.</summary>
public sealed class DesignSamplesView
{
    internal DesignSamplesView(DesignSamples samples, bool rightToLeft) => (Samples, RightToLeft) = (samples, rightToLeft);

    internal DesignSamples Samples { get; }

    internal bool RightToLeft { get; }
}
