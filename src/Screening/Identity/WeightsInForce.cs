using System.Globalization;
using System.Text.Json;
using Plumbline.Register;
using Plumbline.Register.Questions;
using Plumbline.Screening.Matching;
using Plumbline.Screening.Resolution;
using Plumbline.Screening.Watchlists;

namespace Plumbline.Screening.Identity;

/// <summary>The weights in force for a reader, with the version that every suggestion names.</summary>
public sealed record WeightsInForce(EvidenceWeights Weights, string Version)
{
    /// <summary>The newest version that this reader may see; as delivered where none was learned.</summary>
    public static async Task<WeightsInForce> Of(Reader reader, CancellationToken ct)
    {
        if ((await new WeightRows(reader).All(ct)).FirstOrDefault(row => row.Engine == NameMatcher.Version) is { } row && Read(row.Weights) is { } learned)
            return new WeightsInForce(learned, $"{NameMatcher.Version}/{Clock.FromMicros(row.LearnedAt).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        return new WeightsInForce(EvidenceWeights.BuiltIn, $"{NameMatcher.Version}/built-in");
    }

    private static EvidenceWeights? Read(string text)
    {
        try
        {
            var read = new EvidenceWeights(KeptForm.Read<FieldWeight[]>(text));
            var known = EvidenceWeights.BuiltIn.Fields;
            // Kinds of evidence that came after it was learned keep what is built in.
            return read.Fields.Count <= known.Count && read.Fields.Select(one => one.What).SequenceEqual(known.Take(read.Fields.Count).Select(one => one.What)) ? new EvidenceWeights([.. read.Fields, .. known.Skip(read.Fields.Count)]) : null;
        }
        catch (JsonException)
        {
            return null;    // of another version
        }
    }
}
