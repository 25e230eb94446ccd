namespace Plumbline.Cli.Demo;

/// <summary>A report of the sample case: how it came in, how its items were graded, what was marked in them.</summary>
internal sealed class SampleReport
{
    public string Id { get; init; } = "";

    public string File { get; init; } = "";

    public Dictionary<string, string> Title { get; init; } = [];

    public string Language { get; init; } = "en";

    public Dictionary<string, string> Sender { get; init; } = [];

    public SampleLetter Letter { get; init; } = new();

    public string Received { get; init; } = "";

    public string By { get; init; } = "";

    public string Case { get; init; } = "";

    /// <summary>For which officers act on it; null for the purpose of the case.</summary>
    public string? Purpose { get; init; }

    public string? Origin { get; init; }

    public string? Source { get; init; }

    public string Label { get; init; } = "";

    public bool CaseRestricted { get; init; }

    public string LegalBasis { get; init; } = "";

    public Dictionary<int, SampleItem> Items { get; init; } = [];

    public Dictionary<int, List<SampleMark>> Marks { get; init; } = [];
}

internal sealed class SampleLetter
{
    public string? Number { get; init; }

    public string? Date { get; init; }
}

internal sealed class SampleItem
{
    public string? Date { get; init; }

    public string Nature { get; init; } = "fact";

    public string? Origin { get; init; }

    public string? Source { get; init; }

    public SampleCustody? Custody { get; init; }

    public SampleGrade? Grade { get; init; }

    public SampleRegrade? Regrade { get; init; }
}

internal sealed class SampleCustody
{
    public string DeprivedOfLiberty { get; init; } = "no";

    public string? HeldBy { get; init; }

    public string Lawyer { get; init; } = "unknown";

    public string Medical { get; init; } = "unknown";

    public string Complaint { get; init; } = "no";
}

internal sealed class SampleGrade
{
    public string Scheme { get; init; } = "3x5x2";

    public string Value { get; init; } = "";

    public string By { get; init; } = "";

    public string? ConfirmedBy { get; init; }

    public bool AsReceived { get; init; }

    /// <summary>The item that corroborates, such as <c>11.1</c>.</summary>
    public string? Corroborates { get; init; }
}

internal sealed class SampleRegrade
{
    public string Value { get; init; } = "";

    public string By { get; init; } = "";

    public string At { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? ReasonAr { get; init; }
}

internal sealed class SampleMark
{
    public string? Entity { get; init; }

    public string? Property { get; init; }

    public string Text { get; init; } = "";

    public int Occurrence { get; init; } = 1;

    public string? Value { get; init; }

    public string? Parts { get; init; }

    public string? Link { get; init; }

    public string? Source { get; init; }

    public string? Target { get; init; }

    public Dictionary<string, string> Values { get; init; } = [];

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public string MarkedBy { get; init; } = "rima";

    public SampleWithdrawal? Withdrawn { get; init; }

    /// <summary>It waits for another officer.</summary>
    public bool Waits => MarkedBy != "rima";
}

internal sealed class SampleWithdrawal
{
    public string At { get; init; } = "";

    public string By { get; init; } = "";

    public string Why { get; init; } = "";

    public string Words { get; init; } = "";
}

internal sealed class SampleNote
{
    public string Id { get; init; } = "";

    public string By { get; init; } = "";

    public string At { get; init; } = "";

    public string Case { get; init; } = "";

    public string Text { get; init; } = "";

    public string Label { get; init; } = "";
}
