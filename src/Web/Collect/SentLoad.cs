namespace Plumbline.Web.Collect;

/// <summary>A file on its way, or the tables that were chosen together; then what became of them.</summary>
public sealed class SentLoad(int index, string name, long size, TimeProvider clock)
{
    private long? began;

    public int Index { get; } = index;

    /// <summary>Names of the files.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes.</summary>
    public long Size { get; } = size;

    /// <summary>Bytes sent.</summary>
    public long Done { get; private set; }

    /// <summary>Bytes a second since it began; 0 before anything is known.</summary>
    public double Rate { get; private set; }

    /// <summary>What became of it, one for each report or version; null while it is on its way.</summary>
    public IReadOnlyList<UploadAnswer>? Answers { get; set; }

    /// <summary>It goes once more.</summary>
    public void Again() => (Answers, Done, Rate, began) = (null, 0, 0, null);

    /// <summary>So many bytes have gone.</summary>
    public void Moved(long done)
    {
        began ??= clock.GetTimestamp();
        Done = done;
        if (clock.GetElapsedTime(began.Value).TotalSeconds is > 0.5 and var seconds) Rate = done / seconds;
    }
}
