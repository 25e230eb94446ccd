using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Plumbline.Core;
using Directory = Lucene.Net.Store.Directory;

namespace Plumbline.Register.Search;

/// <summary>The full-text index: a projection of the register that follows the feed of acts and can be made anew at any time.</summary>
/// <remarks>Safe for several threads. One process writes; what was not committed when it died is applied again from
/// <see cref="AppliedTo"/>, which is harmless, as every change is by id. Lucene.NET inside, shown nowhere.</remarks>
public sealed partial class SearchIndex : IDisposable
{
    private readonly System.Threading.Lock writing = new();
    private readonly Directory directory;
    private readonly IndexWriter? writer;
    private readonly SearcherManager searchers;
    private long appliedTo;
    private DocumentWriter? documentWriter;
    private bool isDirty;

    private SearchIndex(Directory directory, IndexWriter? writer, bool startedAnew)
    {
        (this.directory, this.writer, StartedAnew) = (directory, writer, startedAnew);
        searchers = writer is null ? new SearcherManager(directory, new Warmer()) : new SearcherManager(writer, applyAllDeletes: true, new Warmer());
        appliedTo = startedAnew ? -1 : IndexStamp.Read(directory)!.Leaf;
    }

    /// <summary>The last leaf of the audit log whose act searches can see; −1 for none.</summary>
    public long AppliedTo => Interlocked.Read(ref appliedTo);

    /// <summary>Whether what is seen here is too old to be searched: it could count what has meanwhile become hidden.</summary>
    public bool IsBehind => Behind?.Invoke() ?? false;

    /// <summary>Asks whoever keeps this index; null where nobody follows.</summary>
    internal Func<bool>? Behind { get; set; }

    /// <summary>Whether opening found no index, or one of another version or damaged, and began an empty one.</summary>
    public bool StartedAnew { get; }

    /// <summary>Opens the index of a folder for writing, or begins one.</summary>
    /// <returns>The index, or <c>search.busy</c> if another process writes it.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Outcome<SearchIndex> Open(string folder)
    {
        var directory = FSDirectory.Open(folder);
        try
        {
            return OpenWriter(directory);
        }
        catch (LockObtainFailedException)
        {
            directory.Dispose();
            return new Refusal("search.busy", "Another process keeps this search index; it can be read meanwhile, not written.");
        }
    }

    /// <summary>An empty index in memory, for tests and throw-away registers.</summary>
    public static SearchIndex InMemory() => OpenWriter(new RAMDirectory());

    /// <summary>Opens what another process last committed, for reading; <see cref="Follow"/> catches up.</summary>
    /// <returns>The index, or <c>search.none</c> if there is none of this version yet.</returns>
    public static Outcome<SearchIndex> OpenReadOnly(string folder)
    {
        var directory = FSDirectory.Open(folder);
        if (IndexStamp.Read(directory) is not null) return new SearchIndex(directory, null, startedAnew: false);
        directory.Dispose();
        return new Refusal("search.none", "There is no search index of this version yet; it is made by the process that serves the register.");
    }

    /// <summary>Adds documents, or replaces those of the same id. Searches see them after <see cref="Publish"/>.</summary>
    /// <param name="documents">Any number; they are read once.</param>
    /// <param name="ct">Checked every document: what was added before stays added.</param>
    /// <exception cref="InvalidOperationException">The index was opened for reading.</exception>
    public void Put(IEnumerable<SearchDocument> documents, CancellationToken ct)
    {
        lock (writing)
        {
            var form = documentWriter ??= new DocumentWriter();
            foreach (var document in documents)
            {
                ct.ThrowIfCancellationRequested();
                Writer.UpdateDocument(DocumentWriter.IdTerm(document.Id), form.Write(document));
                isDirty = true;
            }
        }
    }

    /// <summary>Removes documents by id (<see cref="SearchId"/>); unknown ids are passed over.</summary>
    /// <exception cref="InvalidOperationException">The index was opened for reading.</exception>
    public void Remove(IEnumerable<long> ids)
    {
        lock (writing)
        {
            Writer.DeleteDocuments([.. ids.Select(DocumentWriter.IdTerm)]);
            isDirty = true;
        }
    }

    /// <summary>Removes everything: the feed starts again from the first leaf.</summary>
    /// <exception cref="InvalidOperationException">The index was opened for reading.</exception>
    public void Clear()
    {
        lock (writing)
        {
            Writer.DeleteAll();
            isDirty = true;
            CommitLocked(-1);
        }
    }

    /// <summary>Lets searches see all changes so far. When this returns, no search that begins sees the state before.</summary>
    /// <param name="lastLeaf">The last leaf that was applied.</param>
    public void Publish(long lastLeaf)
    {
        lock (writing) PublishLocked(lastLeaf);
    }

    /// <summary>Publishes, and makes it durable together with how far the feed was applied.</summary>
    /// <param name="lastLeaf">The last leaf that was applied; the feed goes on after it.</param>
    /// <exception cref="IOException">The disk is full or gone; the last commit stays as it was.</exception>
    public void Commit(long lastLeaf)
    {
        lock (writing) CommitLocked(lastLeaf);
    }

    /// <summary>Catches up with what the writing process committed, if this one only reads.</summary>
    public void Follow()
    {
        lock (writing)
        {
            if (writer is null && IndexStamp.Read(directory) is { } stamp)
            {
                searchers.MaybeRefreshBlocking();
                Interlocked.Exchange(ref appliedTo, stamp.Leaf);
            }
        }
    }

    /// <summary>Closes the index; what was published is committed first if the disk allows.</summary>
    public void Dispose()
    {
        lock (writing)
        {
            searchers.Dispose();
            if (writer is not null)
            {
                try
                {
                    if (isDirty) Stamp(AppliedTo);
                }
                catch (Exception fault) when (fault is IOException or ObjectDisposedException)
                {
                    // Nothing is lost: the next opening applies the feed again from the last commit.
                }

                writer.Rollback();
            }

            directory.Dispose();
        }
    }

    private IndexWriter Writer => writer ?? throw new InvalidOperationException("The search index was opened for reading.");

    private static SearchIndex OpenWriter(Directory directory)
    {
        if (IndexStamp.Read(directory) is not null)
        {
            try
            {
                return With(OpenMode.APPEND);
            }
            catch (Exception damage) when (damage is not (LockObtainFailedException or UnauthorizedAccessException or OutOfMemoryException))
            {
                // Damaged beyond its stamp: whatever it was, the register can make it anew.
            }
        }

        Wipe(directory);
        return With(OpenMode.CREATE);

        SearchIndex With(OpenMode mode)
        {
            var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                OpenMode = mode,
                RAMBufferSizeMB = 48,
                Similarity = new ConstantSimilarity(),
            };
            var writer = new IndexWriter(directory, settings);
            try
            {
                return new SearchIndex(directory, writer, mode == OpenMode.CREATE);
            }
            catch
            {
                writer.Rollback();
                throw;
            }
        }
    }

    // The library will not create an index over files that it cannot read.
    private static void Wipe(Directory directory)
    {
        using var owned = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!owned.Obtain()) throw new LockObtainFailedException("Another process writes this search index.");
        foreach (var file in directory.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME)) directory.DeleteFile(file);
    }

    private void PublishLocked(long lastLeaf)
    {
        searchers.MaybeRefreshBlocking();
        Interlocked.Exchange(ref appliedTo, lastLeaf);
    }

    private void CommitLocked(long lastLeaf)
    {
        Stamp(lastLeaf);
        PublishLocked(lastLeaf);
    }

    private void Stamp(long lastLeaf)
    {
        Writer.SetCommitData(IndexStamp.Write(lastLeaf));
        Writer.Commit();
        isDirty = false;
    }
}
