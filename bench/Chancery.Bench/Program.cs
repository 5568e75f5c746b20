using System.Globalization;
using BenchmarkDotNet.Running;
using Chancery.Bench;

if (args is ["--news", var count, var path])
{
    NewsGenerator.Write(int.Parse(count, CultureInfo.InvariantCulture), path);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
