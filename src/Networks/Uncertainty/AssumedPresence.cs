using Plumbline.Core;

namespace Plumbline.Networks.Uncertainty;

/// <summary>How trusting one is towards grades.</summary>
public enum PresenceView
{
    /// <summary>Little is taken on trust.</summary>
    Cautious,

    /// <summary>Between the two.</summary>
    Middle,

    /// <summary>Much is taken on trust.</summary>
    Generous,
}

/// <summary>Assumed tie presence: the chance, for the sake of a calculation, that a tie with a grade exists. Nobody has measured these numbers: run all three, and trust only what survives them.</summary>
public static class AssumedPresence
{
    /// <summary>Names these tables; a change of any number is a new version.</summary>
    public const string Version = "presence-1";

    // By rung of the information: 0 suspected false, 1 not corroborated or not to be judged, 2 corroborated or probable, 3 first-hand, 4 confirmed.
    private static readonly double[][] ByInformation = [[0.05, 0.20, 0.50, 0.70, 0.90], [0.10, 0.35, 0.65, 0.80, 0.95], [0.20, 0.50, 0.80, 0.90, 0.98]];

    // By rung of the source: 0 not to be judged, 1 unreliable, 2 sometimes, 3 mostly, 4 every time reliable.
    private static readonly double[][] BySource = [[0.70, 0.60, 0.85, 0.95, 1.00], [0.80, 0.70, 0.90, 0.97, 1.00], [0.90, 0.80, 0.95, 1.00, 1.00]];

    /// <summary>The number of the information times that of the source, in (0, 1).</summary>
    /// <param name="grade">Any scheme, by the rungs of <see cref="GradeOrder"/>.</param>
    /// <param name="view">Which table.</param>
    public static double Of(Grade grade, PresenceView view) => ByInformation[(int)view][GradeOrder.InformationRung(grade)] * BySource[(int)view][GradeOrder.SourceRung(grade) ?? 0];
}
