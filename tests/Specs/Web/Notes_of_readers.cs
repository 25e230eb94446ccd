using Plumbline.Exchange;
using Plumbline.Web;

namespace Plumbline.Specs.Web;

public sealed class Notes_of_readers
{
    [Fact]
    public void Are_said_in_every_language_and_in_English_as_the_reader_says_them()
    {
        Assert.NotEmpty(ReaderNote.Sentences);
        foreach (var (code, sentence) in ReaderNote.Sentences)
        {
            Assert.Equal(sentence, Captions.Find(Language.English, $"reader.{code}"));
            Assert.All(Language.All, language => Assert.False(string.IsNullOrWhiteSpace(Captions.Find(language, $"reader.{code}")), $"{code} in {language.Code}"));
        }
    }
}
