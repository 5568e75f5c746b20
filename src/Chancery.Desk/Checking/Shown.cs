namespace Chancery.Desk.Checking;

/// <summary>How words are shown in a reason.</summary>
internal static class Shown
{
    public static string Short(string words) =>
        words.Length <= 60 ? words : $"{words.AsSpan(0, 57).TrimEnd()}…";
}
