namespace Plumbline.Web.Collect;

/// <summary>A file on its way, or its answer.</summary>
public sealed class SentFile(int index, string name, long size, TimeProvider clock)
{
    private long? began;

    public int Index { get; } = index;

    public string Name { get; } = name;

    public long Size { get; } = size;

    /// <summary>Bytes sent.</summary>
    public long Done { get; private set; }

    /// <summary>Bytes a second since it began; 0 before anything is known.</summary>
    public double Rate { get; private set; }

    /// <summary>What became of it; null while it is on its way.</summary>
    public UploadAnswer? Answer { get; set; }

    /// <summary>So many bytes have gone.</summary>
    public void Moved(long done)
    {
        began ??= clock.GetTimestamp();
        Done = done;
        if (clock.GetElapsedTime(began.Value).TotalSeconds is > 0.5 and var seconds) Rate = done / seconds;
    }
}
