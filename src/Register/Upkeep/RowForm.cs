using System.Data.Common;

namespace Plumbline.Register.Upkeep;

/// <summary>Rows in an archive: one form for both engines. A value is a tag (none, number, text, bytes) and what it says.</summary>
internal static class RowForm
{
    private const byte None = 0;
    private const byte Number = 1;
    private const byte Text = 2;
    private const byte Bytes = 3;

    /// <summary>Writes the reader's current row.</summary>
    public static void Write(BinaryWriter to, DbDataReader row)
    {
        for (var column = 0; column < row.FieldCount; column++)
        {
            switch (row.GetValue(column))
            {
                case DBNull:
                    to.Write(None);
                    break;
                case long number:
                    to.Write(Number);
                    to.Write(number);
                    break;
                case string text:
                    to.Write(Text);
                    to.Write(text);
                    break;
                case byte[] bytes:
                    to.Write(Bytes);
                    to.Write(bytes.Length);
                    to.Write(bytes);
                    break;
                case var other:
                    throw new InvalidDataException($"The column {row.GetName(column)} holds a {other.GetType().Name}, which the register does not use.");
            }
        }
    }

    /// <summary>The rows of one entry.</summary>
    /// <exception cref="InvalidDataException">The bytes are no rows.</exception>
    public static IEnumerable<object?[]> Read(byte[] entry, int columns)
    {
        using var bytes = new MemoryStream(entry, writable: false);
        using var from = new BinaryReader(bytes);
        while (bytes.Position < bytes.Length)
        {
            var row = new object?[columns];
            for (var column = 0; column < columns; column++)
            {
                row[column] = from.ReadByte() switch
                {
                    None => null,
                    Number => from.ReadInt64(),
                    Text => from.ReadString(),
                    Bytes => from.ReadBytes(from.ReadInt32()),
                    var tag => throw new InvalidDataException($"Tag {tag} is none of the archive's."),
                };
            }
            yield return row;
        }
    }
}
