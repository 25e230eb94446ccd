using Microsoft.EntityFrameworkCore;

namespace Plumbline.Web.Accounts;

/// <summary>Brings the accounts' database up to date: numbered SQL, forward only, the number kept in <c>user_version</c>.</summary>
/// <remarks>Four tables do not need EF migrations, whose snapshots would be longer than the rest of the accounts.</remarks>
internal static class AccountsSchema
{
    private const string Prefix = "accounts/";

    public static void Upgrade(AccountsDb db)
    {
        var connection = db.Database.GetDbConnection();
        db.Database.OpenConnection();
        try
        {
            Run(connection, "pragma journal_mode = wal");
            using var transaction = connection.BeginTransaction();
            var done = Convert.ToInt32(Run(connection, "pragma user_version", transaction), null);
            var steps = typeof(AccountsSchema).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).ToArray();
            if (done > steps.Length)
                throw new InvalidOperationException($"The accounts' database has version {done}, this program knows {steps.Length}: use the newer program.");
            foreach (var step in steps.Skip(done)) Run(connection, Text(step), transaction);
            Run(connection, $"pragma user_version = {steps.Length}", transaction);
            transaction.Commit();
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    private static object? Run(System.Data.Common.DbConnection connection, string sql, System.Data.Common.DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command.ExecuteScalar();
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(AccountsSchema).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
