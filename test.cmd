@echo off
setlocal enabledelayedexpansion
where dotnet >nul 2>nul || (echo test: the .NET SDK 10 is missing; install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again. 1>&2 & exit /b 69)
cd /d "%~dp0"
dotnet build Chancery.slnx -c Release -v quiet -nologo || exit /b 70
set bad=0
for /d %%p in (tests\*.Tests) do dotnet "artifacts\bin\%%~nxp\release\%%~nxp.dll" -noLogo || set bad=1
exit /b %bad%
