using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Plumbline.Register;

/// <summary>What stops a store from outside, in words that say what was kept and what to do.</summary>
public static class StoreFaults
{
    private const int SqliteFull = 13;
    private const int SqliteDamaged = 11;
    private const int SqliteNoDatabase = 26;
    private const int SqliteReadOnly = 8;
    private const int SqliteIo = 10;
    private const int NoSpace = 28;

    /// <summary>The fault in English; null when it is none of the store's.</summary>
    public static string? InWords(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Full,
        IOException { HResult: NoSpace } => Full,
        SqliteException { SqliteErrorCode: SqliteDamaged or SqliteNoDatabase } => "The register's file is damaged: restore it from a backup.",
        SqliteException { SqliteErrorCode: SqliteReadOnly } => "The register cannot be written to: its folder or disk is read-only for this user.",
        SqliteException { SqliteErrorCode: SqliteIo } => "The disk of the register failed, or is full. What was committed is kept; look at the disk, then run the same command again.",
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } => Gone,
        PostgresException => null,
        NpgsqlException or SocketException => Gone,
        _ => fault.InnerException is { } inner ? InWords(inner) : null,
    };

    private static string Full => "The disk is full. What was committed is kept; free some space, then run the same command again.";

    private static string Gone => "The database cannot be reached. What was committed is kept; start it, then run the same command again.";
}
