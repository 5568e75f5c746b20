using System.Text;

namespace Chancery.Desk.Drafting;

/// <summary>The house's marks: quotations open and close, apostrophes curl. The words stay as they are.</summary>
internal static class Typeset
{
    public static string Line(string text)
    {
        if (text.AsSpan().IndexOfAny('"', '\'') < 0)
        {
            return text;
        }
        var set = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var opens =
                i == 0
                || !char.IsLetterOrDigit(text[i - 1])
                    && text[i - 1] is not ('.' or ',' or '?' or '!' or ')' or '…' or '’' or '\'' or '”');
            set.Append(
                text[i] switch
                {
                    '"' => opens ? '“' : '”',
                    '\'' => opens && i + 1 < text.Length && !char.IsDigit(text[i + 1]) ? '‘' : '’',
                    var other => other,
                }
            );
        }
        return set.ToString();
    }
}
