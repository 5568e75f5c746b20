using System.Collections.Frozen;

namespace Chancery.Reading.Feeds;

/// <summary>The months' names as feeds write them, by their beginnings: English first, then the languages whose feeds were met.</summary>
internal static class Months
{
    private static readonly FrozenDictionary<string, int> ByBeginning = Make(
        "jan ene gen sty янв січ ocak oca ιαν leden",
        "feb fév fev lut фев лют şub φεβ únor",
        "mar mär mrt мар бер μαρ már břez",
        "apr avr abr kwi апр квіт nis απρ ápr dub",
        "may mai mag maj mei мая май трав μαΐ μάι máj květ",
        "jun juin giu cze июн черв haz ιουν jún červn",
        "jul juil lug lip июл лип tem ιουλ júl červenc",
        "aug aoû aou ago sie авг серп ağu αυγ srpen",
        "sep set wrz сен вер eyl σεπ sze září",
        "oct okt ott out paź окт жовт eki οκτ říj",
        "nov lis ноя лист kas νοε",
        "dec dez dic déc gru дек груд ara δεκ pros"
    );

    /// <returns>1 to 12; null where the word begins no month's name.</returns>
    public static int? Of(string word)
    {
        var lower = word.ToLowerInvariant();
        for (var length = Math.Min(lower.Length, 8); length >= 3; length--)
            if (ByBeginning.TryGetValue(lower[..length], out var month))
                return month;
        return null;
    }

    private static FrozenDictionary<string, int> Make(params string[] months) =>
        months
            .SelectMany(
                (names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1))
            )
            .ToFrozenDictionary(StringComparer.Ordinal);
}
