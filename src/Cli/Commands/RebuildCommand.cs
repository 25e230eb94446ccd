using System.CommandLine;
using Plumbline.Core;
using Plumbline.Register.Following;
using Plumbline.Register.Upkeep;
using Plumbline.Safeguards.Upkeep;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline rebuild</c>: derives grades and labels again and makes the search index anew.</summary>
internal static class RebuildCommand
{
    public static Command Make()
    {
        var command = new Command("rebuild", "Make the projections anew from the register");
        command.Does(async (parsed, desk, visitor, ct) =>
        {
            var json = parsed.GetValue(CommandLine.Json);
            var opened = await desk.Projections(ct);
            if (opened is not Outcome<Projections>.Done { Value: var projections }) return Answer.Decline(json, opened.Why);
            return await new RebuildProjections(desk.Gate, desk.Home, desk.Labels, projections, TimeProvider.System).Run(visitor, ct) switch
            {
                Outcome<DerivedFinding>.Done { Value: var found } => Answer.Give(json, new { found.Grades, found.LooserLabels, found.StricterLabels, found.Misjoined, found.LooserResting, projections.AppliedTo }, () =>
                [
                    $"Grades put right: {found.Grades}. Labels made as strict as their history: {found.LooserLabels}; stricter than it, left: {found.StricterLabels}. Records joined otherwise than judged: {found.Misjoined}. Judgements, nominations, charts and plans held more loosely than what they rest on: {found.LooserResting}.",
                    $"The search index is made anew, up to leaf {projections.AppliedTo}.",
                ]),
                var refused => Answer.Decline(json, refused.Why),
            };
        });
        return command;
    }
}
