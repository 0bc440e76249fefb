@echo off
rem Waits for Switchboard, as cmd does not when a person types its name, and passes its exit status on.
"%~dp0..\..\Switchboard.exe" %*
exit /b %errorlevel%
