using Chancery.Terms;

namespace Chancery.Desk;

/// <summary>Words as the desk counts them: runs of letters and digits, apostrophes and hyphens inside kept out.</summary>
public static class Words
{
    /// <summary>The words of a text in order, as passages into it.</summary>
    public static IEnumerable<Passage> Of(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return Passage.Between(start, i);
                start = -1;
            }
        }
    }

    public static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
