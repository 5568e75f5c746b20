namespace Chancery.EditorTests;

/// <summary>An empty desk for the tests of a class, which leave it as they may.</summary>
public sealed class Bare : IAsyncLifetime
{
    public Served Served { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Served = await Served.Start();

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}
