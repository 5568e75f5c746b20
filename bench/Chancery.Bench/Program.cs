using System.Globalization;
using BenchmarkDotNet.Running;
using Chancery.Bench;

if (args is [var mode, ..] && mode.StartsWith("fresh", StringComparison.Ordinal))
{
    return FreshProcess.Run(args);
}

if (args is ["--ratios", var folder])
{
    return CleaningRatios.Run(folder);
}

if (args is ["--news", var count, var path])
{
    NewsGenerator.Write(int.Parse(count, CultureInfo.InvariantCulture), path);
    return 0;
}

if (args is ["--issues", var issues, var desk])
{
    IssuesGenerator.Write(int.Parse(issues, CultureInfo.InvariantCulture), desk);
    return 0;
}

if (args is ["--likeness", var items, var drawn])
{
    return LikenessSample.Run(items, int.Parse(drawn, CultureInfo.InvariantCulture));
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
