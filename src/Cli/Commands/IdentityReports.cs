using System.CommandLine;
using System.Globalization;
using Plumbline.Core;
using Plumbline.Register;
using Plumbline.Screening.Identity;
using Plumbline.Screening.Resolution;

namespace Plumbline.Cli.Commands;

/// <summary>How often the suggestions of <c>plumbline identity</c> are right here, and what weighs how much.</summary>
internal static class IdentityReports
{
    public static Command Report()
    {
        var command = new Command("report", "Estimate how often the suggestions are right, from pairs drawn by lot that people judged");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<LearnWeights>().Report(visitor, ct) switch
        {
            Outcome<IdentityReport>.Done { Value: var report } => Answer.Give(parsed.GetValue(CommandLine.Json), new
            {
                report.Estimate.Precision,
                report.Estimate.Recall,
                report.Estimate.Bands,
                report.SampleWaiting,
                report.Version,
                weights = report.Weights.Fields,
                versions = report.Versions.Select(row => new { learned = Clock.FromMicros(row.LearnedAt), by = row.LearnedBy, row.Pairs, row.Engine }),
                report.Records,
                report.Compared,
            }, () => Lines(report)),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    public static Command Learn()
    {
        var command = new Command("learn", "Learn without labels what each kind of evidence says in this register; a new version");
        command.Does(async (parsed, desk, visitor, ct) => await desk.Use<LearnWeights>().Run(visitor, ct) switch
        {
            Outcome<EvidenceWeights>.Done { Value: var learned } => Answer.Give(parsed.GetValue(CommandLine.Json), new { weights = learned.Fields }, () => Weights(learned)),
            var refused => Answer.Decline(parsed.GetValue(CommandLine.Json), refused.Why),
        });
        return command;
    }

    private static IEnumerable<string> Lines(IdentityReport report) =>
    [
        $"{report.Records} records, {report.Compared} pairs compared ({report.Version})",
        "Probability    pairs  drawn  same  different  estimated to be one",
        .. report.Estimate.Bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From:F2}–{band.To:F2}  {band.Pairs,8} {band.Sampled,6} {band.Same,5} {band.Different,10}  {Shown(band.Precision)}")),
        $"Precision from {ReviewOrder.Threshold.ToString("F2", CultureInfo.InvariantCulture)} on: {Shown(report.Estimate.Precision)}",
        $"Recall among the pairs compared: {Shown(report.Estimate.Recall)}",
        $"{report.SampleWaiting} drawn pairs wait for a person: plumbline identity suggest --state sample",
        .. Weights(report.Weights),
    ];

    private static IEnumerable<string> Weights(EvidenceWeights weights) =>
        weights.Fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.What,-12} agrees {field.Agree,5:+0.0;-0.0;0}  in part {field.Partly,5:+0.0;-0.0;0}  contradicts {field.Contradict,5:+0.0;-0.0;0}  {(field.Learned ? $"learned here from {field.Pairs} pairs" : "built in")}"));

    private static string Shown(Share? share) => share is null ? "not known yet: judge the drawn pairs" : string.Create(CultureInfo.InvariantCulture, $"{share.Value:P0} ({share.Low:P0} to {share.High:P0})");
}
