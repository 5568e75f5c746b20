namespace Chancery.Record.Access;

/// <summary>What a person may do; each may what those before it may.</summary>
public enum Role
{
    /// <summary>Reads all, marks for themselves.</summary>
    Reader,

    /// <summary>Edits drafts, corrects, adds, keeps feeds.</summary>
    Editor,

    /// <summary>Approves issues and keeps the accounts.</summary>
    Publisher,
}

/// <summary>A person who may work on the desk.</summary>
/// <param name="Id">Random; never given twice.</param>
/// <param name="Name">Signs in with it; case does not matter.</param>
/// <param name="Person">As colleagues and readers see it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="HasPassword">False until the invitation has been taken up.</param>
/// <param name="LockedUntil">After too many wrong passwords; null where it is open.</param>
/// <param name="AddedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null while it is open. A closed account stays in the record: its name stands under what it did.</param>
public sealed record Account(
    string Id,
    string Name,
    string Person,
    Role Role,
    bool HasPassword,
    DateTimeOffset? LockedUntil,
    DateTimeOffset AddedAt,
    DateTimeOffset? ClosedAt
);

/// <summary>One browser that is signed in.</summary>
/// <param name="Id">Names it in lists; it opens nothing.</param>
/// <param name="Account">Whose.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="SeenAt">The last request, to the minute.</param>
/// <param name="EndsAt">When it ends by itself.</param>
/// <param name="Agent">What the browser calls itself: text from outside.</param>
/// <param name="Address">The network address it was last seen at.</param>
public sealed record Session(
    string Id,
    Account Account,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset EndsAt,
    string Agent,
    string Address
);
