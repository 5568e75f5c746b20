@echo off
where dotnet >nul 2>nul || (echo chancery: the .NET SDK 10 is missing; install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again. 1>&2 & exit /b 69)
dotnet build "%~dp0src\Chancery" -c Release -v quiet -nologo 1>&2 || exit /b 70
dotnet "%~dp0artifacts\bin\Chancery\release\chancery.dll" %*
