namespace Plumbline.NameTables;

/// <summary>How well scores part same from different: AUC, best F1, recall at 1 % false positives.</summary>
internal static class Quality
{
    public static (double Auc, double F1, double Recall, double Threshold) Of(IReadOnlyList<(double Score, bool Same)> pairs)
    {
        var sorted = pairs.OrderByDescending(pair => pair.Score).ToArray();
        double positives = sorted.Count(pair => pair.Same), negatives = sorted.Length - positives, above = 0, area = 0, tp = 0, fp = 0, f1 = 0, recall = 0, threshold = 0;
        for (var n = 0; n < sorted.Length;)
        {
            var end = n;
            double tps = 0, fps = 0;
            while (end < sorted.Length && sorted[end].Score == sorted[n].Score)
            {
                if (sorted[end].Same) tps++; else fps++;
                end++;
            }
            area += fps * (above + (tps / 2));
            above += tps;
            tp += tps;
            fp += fps;
            var here = 2 * tp / (positives + tp + fp);
            if (here > f1) (f1, threshold) = (here, sorted[n].Score);
            if (fp <= 0.01 * negatives) recall = tp / positives;
            n = end;
        }
        return (area / (positives * negatives), f1, recall, threshold);
    }

    public static string? Slice(string source) => source switch
    {
        "un_arab_latn" or "wd_ar_latn" or "wd_fa_latn" or "wd_ur_latn" or "synth_chain_arab_latn" or "token_arab_latn" => "Arabic-Latin",
        "wd_ru_latn" or "wd_uk_latn" or "wd_bg_sr_latn" or "token_cyrl_latn" or "un_cyrl_latn" => "Cyrillic-Latin",
        "synth_kurdish_arab_latn" or "synth_kurdish_latn_latn" or "synth_kurdish_arab_arab" or "wd_ckb_latn" => "Kurdish",
        "ofac_person" or "un_latn" or "wd_latn" or "synth_chain_latn" or "nk_bench_person" => "Latin persons",
        "wd_ru_uk" or "wd_ru_fa" or "wd_ar_fa" or "wd_ru_ar" or "wd_ar_ckb" or "wd_fa_ckb" => "non-Latin both",
        "ofac_org" or "un_org_arab_latn" or "un_org_cyrl_latn" or "nk_bench_company" or "nk_bench_organization" => "organisations",
        _ => null,
    };
}
