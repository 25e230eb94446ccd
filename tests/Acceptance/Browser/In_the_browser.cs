namespace Plumbline.Acceptance.Browser;

/// <summary>Journeys in the browser run alone, after everything else: what a page answers must not depend on what is killed and imported beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class In_the_browser
{
    public const string Name = "in the browser";
}
