using System.Text;

namespace Plumbline.Exchange.Lists.Sources;

/// <summary>Reads bytes that are no UTF-8 as a single-byte encoding and says how many there were.</summary>
internal sealed class StrayBytes(Encoding single, Action<long>? report) : DecoderFallback
{
    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(single, report);

    private sealed class Buffer(Encoding single, Action<long>? report) : DecoderFallbackBuffer
    {
        private string text = "";
        private int next;

        public override int Remaining => text.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            text = single.GetString(bytesUnknown);
            next = 0;
            report?.Invoke(bytesUnknown.Length);
            return text.Length > 0;
        }

        public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0) return false;
            next--;
            return true;
        }

        public override void Reset() => (text, next) = ("", 0);
    }
}
