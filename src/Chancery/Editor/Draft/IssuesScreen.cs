using Chancery.Record;
using Chancery.Record.Issues;

namespace Chancery.Editor.Draft;

/// <summary>The list of all drafts and issues.</summary>
internal sealed class IssuesScreen : IScreen
{
    public NavigationLink Link { get; } = new(25, "Issues", 'b', _ => "/issues");

    public void Map(IEndpointRouteBuilder addresses) =>
        addresses.MapGet(
            "/issues",
            (Store store) => Page.Of<IssuesPage>(new { Entries = IssueShelf.All(store) })
        );
}
